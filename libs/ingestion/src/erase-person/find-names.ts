import { PLAIN_LETTERS, UNWRITTEN } from '#domain';

/** Code points from `start` up to `end`, exclusive. */
export interface CodePointRange {
  readonly start: number;
  readonly end: number;
}

const PLAIN: Readonly<Record<string, string>> = { ...PLAIN_LETTERS, ð: 'd' };
/** A zero-width space parts words as any other does. */
const MARK = new RegExp(String.raw`^(?!\u200B)${UNWRITTEN.source}$`, 'u');
const WORD = /[\p{L}\p{N}]/u;
/** Between the words of a name: a space or a line end, with a full stop or hyphen before it at most. */
const BETWEEN = ' {1,3}';
const ASCII = 128;

/** A text as names are looked for in it: plain lower-case letters, a space for all that is no letter or digit. */
interface Folded {
  readonly text: string;
  /** By UTF-16 unit of the folded text: the code point it comes from. */
  readonly places: readonly number[];
  readonly codePoints: readonly string[];
}

/**
 * Finds whole names in texts, however they are cased, accented or spaced: "Zoë Brandt-Karim" finds "ZOE  Brandt Karim".
 * Single words that are marked as exact are found only with their own capital letters: "Park", not "park".
 */
export class NameFinder {
  private readonly patterns: readonly { readonly pattern: RegExp; readonly initial: string | null }[];

  constructor(names: Iterable<string>, exactWords: Iterable<string> = []) {
    this.patterns = [
      ...[...names].map((name) => ({ pattern: patternOf(name), initial: null })),
      ...[...exactWords].map((word) => ({ pattern: patternOf(word), initial: [...word][0] ?? '' })),
    ];
  }

  /** Where names stand, in order and apart from each other. */
  find(text: string): CodePointRange[] {
    const folded = fold(text);
    const found = this.patterns.flatMap(({ pattern, initial }) =>
      [...folded.text.matchAll(pattern)]
        .map(({ index, 0: match }) => rangeOf(folded, index, match.length))
        .filter(({ start }) => initial === null || folded.codePoints[start] === initial),
    );
    return joined(found);
  }

  isIn(text: string): boolean {
    const folded = fold(text);
    return this.patterns.some(({ pattern, initial }) =>
      [...folded.text.matchAll(pattern)].some(
        ({ index }) => initial === null || folded.codePoints[folded.places[index] ?? 0] === initial,
      ),
    );
  }
}

/** The plain words of a name. */
export const wordsOf = (name: string): string[] => fold(name).text.split(' ').filter(Boolean);

function patternOf(name: string): RegExp {
  const words = wordsOf(name);
  // A name without a word would be found everywhere; its pattern is found nowhere.
  return words.length === 0 ? /(?!)/g : new RegExp(`(?<![^ ])${words.join(BETWEEN)}(?![^ ])`, 'g');
}

function fold(text: string): Folded {
  const codePoints = [...text];
  const places: number[] = [];
  let folded = '';
  for (const [place, character] of codePoints.entries()) {
    const plain = plainOf(character);
    folded += plain;
    for (let unit = 0; unit < plain.length; unit++) places.push(place);
  }
  return { text: folded, places, codePoints };
}

function plainOf(character: string): string {
  if ((character.codePointAt(0) ?? 0) < ASCII) return WORD.test(character) ? character.toLowerCase() : ' ';
  if (MARK.test(character)) return '';
  const plain = character.normalize('NFKD').replace(UNWRITTEN, '').toLowerCase();
  return WORD.test(plain) ? [...plain].map((letter) => PLAIN[letter] ?? letter).join('') : ' ';
}

/** Accents that are characters of their own belong to the letter before them. */
function rangeOf({ places, codePoints }: Folded, index: number, length: number): CodePointRange {
  let end = (places[index + length - 1] ?? 0) + 1;
  while (end < codePoints.length && MARK.test(codePoints[end] ?? '')) end++;
  return { start: places[index] ?? 0, end };
}

function joined(ranges: readonly CodePointRange[]): CodePointRange[] {
  const all: CodePointRange[] = [];
  for (const range of [...ranges].sort((a, b) => a.start - b.start)) {
    const before = all.at(-1);
    if (before && range.start <= before.end)
      all[all.length - 1] = { start: before.start, end: Math.max(before.end, range.end) };
    else all.push(range);
  }
  return all;
}
