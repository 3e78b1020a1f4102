/** `bits`: the kinds declared before this one that the word is of. */
type Member = (lower: string, text: string, bits: number) => boolean;

/** A class holds at most so many kinds of words, one bit each. */
const MOST = 31;

/**
 * Kinds of words, told by the word alone ("names a month", "begins a number"): each is a bit, so that a rule asks for it by one
 * operation instead of a pattern. What a word belongs to is worked out once a spelling, not once an occurrence.
 */
export class WordClasses {
  private readonly members: Member[] = [];

  /** A new kind: its words in lower case, a pattern for them, or any other test of lower case and spelling. Gives its bit. */
  define(kind: Member | RegExp | { has(lower: string): boolean }): number {
    if (this.members.length === MOST)
      throw new RangeError(`There are only ${MOST} kinds of words to a class: open another class.`);
    const member =
      typeof kind === 'function'
        ? kind
        : kind instanceof RegExp
          ? (lower: string) => kind.test(lower)
          : (lower: string) => kind.has(lower);
    this.members.push(member);
    return 1 << (this.members.length - 1);
  }

  /** All kinds of a word, as bits. */
  of(lower: string, text: string): number {
    let bits = 0;
    for (let at = 0; at < this.members.length; at++)
      if (this.members[at]?.(lower, text, bits)) bits |= 1 << at;
    return bits;
  }
}
