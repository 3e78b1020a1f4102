/** A longer run is taken to pieces like several short ones, each of so many characters. In news one run of 500 is so long. */
const LONGEST_COMPOUND = 15;
const CHARACTERS_A_COMPOUND = 4;
/** Rows of fewer marks end sentences and quotations. */
const ROW = 4;

const SEPARATORS: ReadonlySet<string> = new Set([',', '.']);
const IS_MARK = new Uint8Array(128).map((_, code) => (/[A-Za-z0-9]/.test(String.fromCharCode(code)) ? 0 : 1));
const FIRST_GENERAL_MARK = 0x2010;
const LAST_GENERAL_MARK = 0x205e;

/**
 * How much of a compound a run of characters is: 0 for a word or number with marks before or behind it,
 * 1 and more where words, numbers and marks alternate ("U.S.-led", "27,000") or marks stand in a row. Compounds cost the lexicon most.
 */
export function compoundsIn(run: string): number {
  const { length } = run;
  let [changes, row, longest] = [0, 0, 0];
  let before = isMark(run.charCodeAt(0));
  for (let at = 0; at < length; at++) {
    const mark = isMark(run.charCodeAt(at));
    if (mark !== before) changes++;
    before = mark;
    row = mark ? row + 1 : 0;
    if (row > longest) longest = row;
  }
  if (changes < 2 && longest < ROW) return 0;
  return length > LONGEST_COMPOUND ? Math.ceil(length / CHARACTERS_A_COMPOUND) : 1;
}

/** The end of the word, the number ("27,000" is one) or the one mark that begins at `start`. */
export function endOfPart(text: string, start: number, end: number): number {
  if (isMark(text.charCodeAt(start))) return start + 1;
  const digits = isDigit(text.charCodeAt(start));
  let at = start + 1;
  while (at < end && (digits ? isInNumber(text, at) : isInWord(text.charCodeAt(at)))) at++;
  return at;
}

const isMark = (code: number): boolean =>
  code < 128 ? IS_MARK[code] === 1 : code >= FIRST_GENERAL_MARK && code <= LAST_GENERAL_MARK;

const isDigit = (code: number): boolean => code >= 48 && code <= 57;

const isInWord = (code: number): boolean => !isMark(code) && !isDigit(code);

const isInNumber = (text: string, at: number): boolean =>
  isDigit(text.charCodeAt(at)) || (SEPARATORS.has(text[at]!) && isDigit(text.charCodeAt(at + 1)));
