import { foldName } from '#domain';

/** Words that say nothing of what is claimed. Negations are among them: a denial has the words of what it denies. */
const EMPTY_WORDS = new Set(
  `a an the this that these those it its he she they we you i his her their our my him them us me and or but nor so yet if then than as of in on
   at to from by with for into onto over under about after before between during through against is are was were be been being am do does did
   done have has had having will would shall should can could may might must not no never none n't don't doesn't didn't isn't aren't wasn't
   weren't won't wouldn't can't couldn't deny denies denied denying reject rejects rejected dismiss dismissed there here who whom whose which
   what when where why how all any some each every both either neither also just only very too such own same other said says say`.split(
    /\s+/,
  ),
);

/** "shelled", "shelling" and "shells" are one word to whoever repeats them. */
const stem = (word: string): string =>
  word.length > 4 ? word.replace(/(?:ing|ed|es|s|'s)$/, '').replace(/(.)\1$/, '$1') : word;

/**
 * Pairs of neighbouring content words, as numbers: what two wordings of one proposition have in common. No word can be read from
 * them. A lone content word is a pair with nothing.
 */
export function shinglesOf(text: string): Set<number> {
  const words = foldName(text)
    .split(' ')
    .filter((word) => word !== '' && !EMPTY_WORDS.has(word))
    .map(stem);
  if (words.length === 1) return new Set([hash(`${words[0]} `)]);
  return new Set(words.slice(1).map((word, at) => hash(`${words[at]} ${word}`)));
}

/** FNV-1a, 32 bits, signed as PostgreSQL's int. */
function hash(text: string): number {
  let sum = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) sum = Math.imul(sum ^ text.charCodeAt(at), 0x01000193);
  return sum | 0;
}
