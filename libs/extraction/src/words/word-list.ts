/** So many different words stand in all lists together, at most. */
const MOST = 1 << 14;
const WORD_BITS = 32;
const NUMBERS = new Map<string, number>();

/** What a list knows a word by. */
export interface Listed {
  /** The number of the word among those that stand in any list (see `listedAs`). */
  readonly listed: number;
}

/** The number by which lists know a word in lower case; 0 for a word that stands in none. */
export const listedAs = (lower: string): number => NUMBERS.get(lower) ?? 0;

/**
 * A closed list of words in lower case, declared before anything is read. A word of a text is asked for by its number, which is one
 * look at one bit: a tenth of what a pattern or the hash of its characters costs.
 */
export class WordList extends Set<string> {
  private readonly bits = new Int32Array(MOST / WORD_BITS);

  constructor(words: Iterable<string>) {
    super();
    for (const word of words) this.enter(word);
  }

  /** The word or token at an index stands in the list; false beyond either end. */
  at(words: readonly Listed[], at: number): boolean {
    return at >= 0 && at < words.length && this.holds(words[at]!);
  }

  holds({ listed }: Listed): boolean {
    return ((this.bits[listed >> 5]! >>> listed) & 1) === 1;
  }

  private enter(word: string): void {
    const number = NUMBERS.get(word) ?? NUMBERS.size + 1;
    if (number >= MOST) throw new RangeError(`Lists hold at most ${MOST - 1} different words.`);
    NUMBERS.set(word, number);
    this.bits[number >> 5]! |= 1 << number;
    this.add(word);
  }
}

/** A list of words with white space between them. */
export const wordList = (words: string): WordList => new WordList(words.trim().split(/\s+/));
