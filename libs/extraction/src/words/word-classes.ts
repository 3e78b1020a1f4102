/** `bits`: the kinds declared before this one that the word is of. */
type Member = (lower: string, text: string, bits: number) => boolean;

/** The words of a kind in lower case, as a set or as the keys of a table. */
type Words = Pick<ReadonlySet<string>, 'keys'>;

interface Test {
  readonly bit: number;
  readonly holds: Member;
}

/** A class holds at most so many kinds of words, one bit each. */
const MOST = 31;

/**
 * Kinds of words, told by the word alone ("names a month", "begins a number"): each is a bit, so that a rule asks for it by one
 * operation instead of a pattern. What a word belongs to is worked out once a spelling, not once an occurrence: of all kinds that are
 * told by their words it takes one look.
 */
export class WordClasses {
  private readonly known = new Map<string, number>();
  private readonly tests: Test[] = [];
  private kinds = 0;

  /** A new kind: its words in lower case, a pattern for them, or any other test of lower case and spelling. Gives its bit. */
  define(kind: Member | RegExp | Words): number {
    if (this.kinds === MOST)
      throw new RangeError(`There are only ${MOST} kinds of words to a class: open another class.`);
    const bit = 1 << this.kinds++;
    if (typeof kind === 'function') this.tests.push({ bit, holds: kind });
    else if (kind instanceof RegExp) this.tests.push({ bit, holds: (lower) => kind.test(lower) });
    else for (const word of kind.keys()) this.known.set(word, (this.known.get(word) ?? 0) | bit);
    return bit;
  }

  /** All kinds of a word, as bits. */
  of(lower: string, text: string): number {
    let bits = this.known.get(lower) ?? 0;
    for (const { bit, holds } of this.tests) if (holds(lower, text, bits)) bits |= bit;
    return bits;
  }
}
