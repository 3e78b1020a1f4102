import { hashOf, mixInto } from './shingles.js';

/**
 * The numbers of a text by what they stand between: a hash of the two words on each side, then one of the number, sorted by the former.
 * What stands between the same words twice tells nothing and is left out.
 */
export type PlacedNumbers = Uint32Array;

/** Words on each side of a number. With more, a small edit near it hides it; with fewer, numbers of other things stand there too. */
const BESIDE = 2;
/** Three numbers that are others could still be a toll that an agency put right in its own text; more others than same could not. */
const MIN_OTHERS = 3;

const isNumber = (word: string): boolean => /^\p{N}/u.test(word);

export function numbersOf(words: readonly string[]): PlacedNumbers {
  const hashes = words.map((word) => hashOf(isNumber(word) ? '#' : word));
  const placed = new Map<number, number | null>();
  words.forEach((word, at) => {
    if (!isNumber(word)) return;
    const place = placeOf(hashes, at);
    placed.set(place, placed.has(place) ? null : hashOf(word));
  });
  const known = [...placed].filter((pair): pair is [number, number] => pair[1] !== null);
  return Uint32Array.from(known.sort(([a], [b]) => a - b).flat());
}

function placeOf(hashes: readonly number[], at: number): number {
  let place = 0;
  for (let next = at - BESIDE; next <= at + BESIDE; next += 1) place = mixInto(place, hashes[next] ?? 0);
  return place >>> 0;
}

/** Where both texts have a number between the same words: how often it is the same one, and how often another. */
interface ComparedNumbers {
  readonly same: number;
  readonly others: number;
}

export function compareNumbers(a: PlacedNumbers, b: PlacedNumbers): ComparedNumbers {
  let [same, others] = [0, 0];
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    const [x, y] = [a[i]!, b[j]!];
    if (x === y && a[i + 1] === b[j + 1]) same += 1;
    else if (x === y) others += 1;
    if (x <= y) i += 2;
    if (y <= x) j += 2;
  }
  return { same, others };
}

/** Whether two texts fill in one form for different days: a bulletin, a situation report. */
export const areIssuesOfSeries = ({ same, others }: ComparedNumbers): boolean =>
  others >= MIN_OTHERS && others > same;
