import { foldName } from '#domain';

/** Words that say nothing of what is claimed. */
const EMPTY_WORDS = new Set(
  `a an the this that these those it its he she they we you i his her their our my him them us me and or but nor so yet if then than as of in on
   at to from by with for into onto over under about after before between during through against is are was were be been being am do does did
   done have has had having will would shall should can could may might must deny denies denied denying reject rejects rejected dismiss dismissed there here who whom whose which
   what when where why how all any some each every both either neither also just only very too such own same other said says say`.split(
    /\s+/,
  ),
);

/** No words of the claim either, as a denial has the words of what it denies; what they negate is kept beside them: see `negatedIn`. */
const NEGATIONS = new Set('not no never none nor neither nobody nothing nowhere cannot'.split(' '));
const isNegation = (word: string): boolean => NEGATIONS.has(word) || word.endsWith("n't");

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
export const shinglesOf = (text: string): Set<number> =>
  new Set(pairsOf(text).map(({ shingle: pair }) => pair));

/** Those of the text's shingles that it negates: "will not hold" has the shingles of "will hold", and all of them negated. */
export const negatedIn = (text: string): Set<number> =>
  new Set(pairsOf(text).flatMap(({ shingle: pair, negated }) => (negated ? [pair] : [])));

function pairsOf(text: string): { readonly shingle: number; readonly negated: boolean }[] {
  const [first, ...words] = contentWords(text);
  if (!first) return [];
  if (words.length === 0) return [{ shingle: shingle(first.word, ''), negated: first.negated }];
  return words.map(({ word, negated }, at) => ({
    shingle: shingle((words[at - 1] ?? first).word, word),
    negated: negated || (at === 0 && first.negated),
  }));
}

/** A negation negates the content word behind it; at the end of a text the one before it. */
function contentWords(text: string): { readonly word: string; negated: boolean }[] {
  const words: { readonly word: string; negated: boolean }[] = [];
  let negates = false;
  for (const word of foldName(text.replace(/(\d),(?=\d{3})/g, '$1')).split(' ')) {
    if (isNegation(word)) negates = true;
    if (word === '' || isNegation(word) || EMPTY_WORDS.has(word)) continue;
    words.push({ word, negated: negates });
    negates = false;
  }
  const last = words.at(-1);
  if (last && negates) last.negated = true;
  return words;
}

/** What the words of a proposition are compared by. */
export interface ProposedWords {
  readonly shingles: ReadonlySet<number>;
  /** Those of them that are negated. */
  readonly negated: ReadonlySet<number>;
}

/** Whether only one of them negates anything, or they negate different parts of what they share. */
export const negationsDiffer = (a: ProposedWords, b: ProposedWords): boolean =>
  a.negated.size > 0 !== b.negated.size > 0 || negatesMore(a, b) || negatesMore(b, a);

function negatesMore(a: ProposedWords, b: ProposedWords): boolean {
  for (const each of a.negated) if (b.shingles.has(each) && !b.negated.has(each)) return true;
  return false;
}

/** Whether each has a number that the other has not: "40 people fled" and "60 people fled" are two propositions. */
export const numbersDiffer = (a: ReadonlySet<number>, b: ReadonlySet<number>): boolean =>
  hasOwnNumber(a, b) && hasOwnNumber(b, a);

function hasOwnNumber(a: ReadonlySet<number>, b: ReadonlySet<number>): boolean {
  for (const each of a) if ((each & 1) === 1 && !b.has(each)) return true;
  return false;
}

/** The numbers of a text, in figures or words, however they are read. */
export const numbersIn = (text: string): Set<string> =>
  new Set(contentWords(text).flatMap(({ word }) => (isNumber(word) ? [word] : [])));

function shingle(first: string, second: string): number {
  const pair = hash(`${stem(first)} ${stem(second)}`);
  return isNumber(first) || isNumber(second) ? pair | 1 : pair & ~1;
}

/** What denials call somebody's words or a deed without naming it: "the allegations are baseless", "any involvement". */
const POINTING_WORDS =
  `claim claims allegation allegations accusation accusations charge charges report reports rumour rumours rumor rumors suggestion
   suggestions assertion assertions story stories version account accounts criticism blame lie lies false falsehood untrue true nonsense baseless
   groundless unfounded fabricated fabrication absurd propaganda fake involvement responsibility role part knowledge wrongdoing guilt complicity`.split(
    /\s+/,
  );
const POINTING = new Set(
  POINTING_WORDS.flatMap((word) => [
    shingle(word, ''),
    ...POINTING_WORDS.map((other) => shingle(word, other)),
  ]),
);

/** Whether a denial names what it denies: "lies" and "any involvement" do not. */
export function hasOwnWords(shingles: ReadonlySet<number>): boolean {
  for (const each of shingles) if (!POINTING.has(each)) return true;
  return false;
}

/** FNV-1a, 32 bits, signed as PostgreSQL's int. */
function hash(text: string): number {
  let sum = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) sum = Math.imul(sum ^ text.charCodeAt(at), 0x01000193);
  return sum | 0;
}
