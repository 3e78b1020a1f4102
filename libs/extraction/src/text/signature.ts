const JOB =
  '(?:[Jj]ournalist|[Cc]orrespondent|[Rr]eporter|[Ee]ditor|[Ww]riter|[Cc]olumnist|[Pp]roducer|[Pp]hotographer|[Cc]ontributor)';
const NAME = "\\p{Lu}[\\p{L}.'’-]*(?: \\p{Lu}[\\p{L}.'’-]*){1,3}";
/** A job, the outlet, and a dash or comma before the name: "Staff writer for the Valley News – Marta Ruiz". */
const JOB_THEN_NAME = new RegExp(
  `^(?:\\p{L}+ ){0,3}${JOB} (?:for|of|at|with) [^.!?;]{2,60}? ?[–—,-] ?${NAME}(?: reports?)?\\.?$`,
  'u',
);
/** "Marta Ruiz is a reporter for the Valley News." */
const NAME_THEN_JOB = new RegExp(
  `^${NAME}(?:,| is) (?:an? |the )?(?:\\p{Ll}+ ){0,3}${JOB} (?:for|of|at|with|based in) [^.!?,;]{2,60}\\.?$`,
  'u',
);
/** What is told of the person makes the line a sentence of the story. */
const TELLS = /\b(?:who|which|that|was|were|has|had|said)\b/;
const CREDIT =
  /^(?:(?:additional|further) )?(?:reporting|writing|editing|reported|written|edited) by (.{2,120})$/i;
const BETWEEN_NAMES = /^(?:and|in|by|for|of|the|additional|further|reporting|writing|editing|&)$/i;

/** A line that only says who wrote or edited the article. */
export function isSignature(line: string): boolean {
  const text = line.trim().replace(/^\((.*)\)$/, '$1');
  const credit = CREDIT.exec(text)?.[1];
  if (credit) return isNames(credit);
  return (JOB_THEN_NAME.test(text) || NAME_THEN_JOB.test(text)) && !TELLS.test(text);
}

function isNames(words: string): boolean {
  const parts = words.split(/[\s,;:./]+/).filter(Boolean);
  return parts.every((part) => /^\p{Lu}/u.test(part) || BETWEEN_NAMES.test(part));
}
