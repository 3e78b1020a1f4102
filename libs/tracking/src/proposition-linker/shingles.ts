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

const NUMBER_WORDS = new Set(
  `two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty
   fifty sixty seventy eighty ninety hundred hundreds thousand thousands million millions dozen dozens scores tens`.split(
    /\s+/,
  ),
);
const isNumber = (word: string): boolean => /\d/.test(word) || NUMBER_WORDS.has(word);

/**
 * Pairs of neighbouring content words, as numbers: what two wordings of one proposition have in common. No word can be read from
 * them. A lone content word is a pair with nothing. Pairs with a number in them are odd, all others even: see `numbersDiffer`.
 */
export function shinglesOf(text: string): Set<number> {
  const words = foldName(text.replace(/(\d),(?=\d{3})/g, '$1'))
    .split(' ')
    .filter((word) => word !== '' && !EMPTY_WORDS.has(word));
  if (words.length === 1) return new Set([shingle(words[0]!, '')]);
  return new Set(words.slice(1).map((word, at) => shingle(words[at]!, word)));
}

/** Whether each has a number that the other has not: "40 people fled" and "60 people fled" are two propositions. */
export const numbersDiffer = (a: ReadonlySet<number>, b: ReadonlySet<number>): boolean =>
  hasOwnNumber(a, b) && hasOwnNumber(b, a);

function hasOwnNumber(a: ReadonlySet<number>, b: ReadonlySet<number>): boolean {
  for (const each of a) if ((each & 1) === 1 && !b.has(each)) return true;
  return false;
}

function shingle(first: string, second: string): number {
  const pair = hash(`${stem(first)} ${stem(second)}`);
  return isNumber(first) || isNumber(second) ? pair | 1 : pair & ~1;
}

/** FNV-1a, 32 bits, signed as PostgreSQL's int. */
function hash(text: string): number {
  let sum = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) sum = Math.imul(sum ^ text.charCodeAt(at), 0x01000193);
  return sum | 0;
}
