import type { TextRange } from '#domain';

/** Characters that nobody sees: soft hyphen, zero-width, joiners, directional and variation marks, tags. Words go on over them. */
const HIDDEN =
  /[\u00AD\u034F\u061C\u180E\u200B-\u200F\u202A-\u202E\u2060-\u206F\uFE00-\uFE0F\uFEFF\u{E0001}\u{E0020}-\u{E007F}]+/gu;
/** The signs of transliterated Arabic for ayn and hamza, which news leaves out: they belong to the letter beside them. */
const AYN = String.raw`[\u02BB\u02BE\u02BF]`;
/** Letters with their marks, Korean syllables, and characters that Unicode holds equal to others (normalization form C). */
const COMPOSED = String.raw`\P{M}\p{M}{1,30}|[\u1100-\u1112][\u1161-\u1175][\u11A8-\u11C2]?|[\u0374\u037E\u0387\u1FEF\u2126\u212A\u212B]`;
/** As typesetters join them. */
const LIGATURE = String.raw`[\uFB00-\uFB06]`;
const OTHERWISE = new RegExp(
  String.raw`\r(?=\n)|${AYN}{1,3}\p{L}\p{M}{0,30}${AYN}{0,3}|\p{L}\p{M}{0,30}${AYN}{1,3}|${COMPOSED}|${LIGATURE}`,
  'gu',
);
/** Hyphens of other widths and the letter apostrophe, a character for a character. */
const LOOKALIKE = /[\u2010\u2011\u02BC]/g;
const PLAIN: Readonly<Record<string, string>> = { '\u2010': '-', '\u2011': '-', '\u02BC': '’' };

/** All of these lie here, and in most texts nothing does: told at a seventh of the cost. */
const RARE = /[\r\u00AD\u02BB-\u1DFF\u1FEF\u200B-\u2011\u202A-\u202E\u2060-\uFFFF]/;
/** Whether a text holds any of these. */
const UNPLAIN =
  /[\r\u00AD\u02BB\u02BC\u02BE\u02BF\u0374\u037E\u0387\u061C\u1100-\u11C2\u180E\u1FEF\u200B-\u2011\u202A-\u202E\u2060-\u206F\u2126\u212A\u212B\uFB00-\uFB06\uFEFF\u{E0001}\u{E0020}-\u{E007F}\p{M}]/u;
const AYNS = new RegExp(AYN, 'g');

/**
 * A text as the rules read it: letters composed (NFC), unseen characters and the ayn signs left out, line ends "\n", hyphens and
 * apostrophes plain. Texts that look alike are read alike, and each range is given back in the characters of the text as it came.
 * Marks behind the thirtieth of one letter stay as they are (Unicode's stream-safe limit), so that the cost is linear in any text.
 */
export interface ReadingText {
  readonly text: string;
  /** The range of the text as it came; null where that is the text itself, range by range. */
  readonly rawRange: ((range: TextRange) => TextRange) | null;
}

export function readingText(raw: string): ReadingText {
  if (!RARE.test(raw) || !UNPLAIN.test(raw)) return { text: raw, rawRange: null };
  const plain = raw.replace(LOOKALIKE, (character) => PLAIN[character] ?? character);
  const seen = rewritten({ text: plain, starts: null, ends: null }, HIDDEN, () => '');
  const { text, starts, ends } = rewritten(seen, OTHERWISE, written);
  if (!starts || !ends) return { text, rawRange: null };
  return {
    text,
    rawRange: ({ start, end }) => ({ start: starts[start] ?? raw.length, end: ends[end - 1] ?? 0 }),
  };
}

function written(found: string): string {
  if (found === '\r') return '';
  const isLigature = found >= '\uFB00' && found <= '\uFB06';
  return isLigature ? found.normalize('NFKC') : found.replace(AYNS, '').normalize('NFC');
}

/** Where each unit of a text begins and ends in the one that it was written from; null where at its own place. */
interface Written {
  readonly text: string;
  readonly starts: Int32Array | null;
  readonly ends: Int32Array | null;
}

function rewritten(from: Written, pattern: RegExp, write: (found: string) => string): Written {
  const parts: string[] = [];
  const changes: Change[] = [];
  let [done, length] = [0, 0];
  for (const { 0: found, index } of from.text.matchAll(pattern)) {
    const instead = write(found);
    if (instead === found) continue;
    parts.push(from.text.slice(done, index), instead);
    length += index - done;
    changes.push({ at: index, to: index + found.length, from: length, length: instead.length });
    length += instead.length;
    done = index + found.length;
  }
  if (changes.length === 0) return from;
  parts.push(from.text.slice(done));
  return { text: parts.join(''), ...placesOf(from, changes, length + from.text.length - done) };
}

/** Units `at` to before `to`, of which `length` are left; `from` is where these begin. */
interface Change {
  readonly at: number;
  readonly to: number;
  readonly from: number;
  readonly length: number;
}

function placesOf(
  { starts, ends }: Written,
  changes: readonly Change[],
  length: number,
): Omit<Written, 'text'> {
  const places = { starts: new Int32Array(length), ends: new Int32Array(length) };
  const place = (unit: number, first: number, last: number): void => {
    places.starts[unit] = starts?.[first] ?? first;
    places.ends[unit] = ends?.[last] ?? last + 1;
  };
  let [unit, old] = [0, 0];
  for (const { at, to, from, length: left } of changes) {
    for (; unit < from; unit++, old++) place(unit, old, old);
    for (; unit < from + left; unit++) place(unit, at, to - 1);
    old = to;
  }
  for (; unit < length; unit++, old++) place(unit, old, old);
  return places;
}
