import { PLAIN_LETTERS } from '#domain';

/** Letters that the domain's table leaves as they are, for names are keyed by them; here any letter serves. */
const WHOLE: Readonly<Record<string, string>> = {
  ...PLAIN_LETTERS,
  ð: 'd',
  ħ: 'h',
  ŧ: 't',
  ŋ: 'n',
  ə: 'a',
  ɓ: 'b',
  ɗ: 'd',
};
const ACCENTED = /[\u0080-\u02AF\u0300-\u036F\u1E00-\u1EFF\u2C60-\u2C7F\uA722-\uA7FF\uAB30-\uAB64]/g;
const HAS_ACCENTS = /[\u0080-\uFFFF]/;
/** Those of them that the tokenizer does not know, and takes words apart at. */
const UNKNOWN = /[\u0100-\u02AF\u1E00-\u1EFF\u2C60-\u2C7F\uA722-\uA7FF\uAB30-\uAB64]/g;
const LETTER = /^[a-z]$/;
const MARK = /^\p{M}/u;
const UPPER = /^\p{Lu}/u;

const known = new Map<string, string>();

/**
 * The characters with plain letters for those beyond Latin-1, one unit for one ("Çavuşoğlu" -> "Çavusoglu"), so that offsets stay.
 * Other scripts stay as they are: the tokenizer reads their words whole.
 */
export const plainLetters = (text: string): string => text.replace(UNKNOWN, plainLetter);

/** Lower case without accents: "Çavuşoğlu" and "Cavusoglu" are one name in an article. */
export const withoutAccents = (text: string): string =>
  (HAS_ACCENTS.test(text) ? text.replace(ACCENTED, plainLetter) : text).toLowerCase();

function plainLetter(letter: string): string {
  const plain = known.get(letter) ?? workedOut(letter);
  known.set(letter, plain);
  return plain;
}

/** Any letter serves for one without a plain form: the word stays whole. */
function workedOut(letter: string): string {
  if (MARK.test(letter)) return '';
  const [base = ''] = letter.normalize('NFKD').toLowerCase();
  const [plain = ''] = WHOLE[base] ?? base;
  const first = LETTER.test(plain) || letter < '\u0100' ? plain : 'x';
  return UPPER.test(letter) ? first.toUpperCase() : first;
}
