/** What an occurrence shares with all others of its spelling. */
export interface Spelled {
  readonly text: string;
}

/** Spellings kept: news has some thousand common ones; the rest push each other out. */
const SLOTS = 1 << 14;
/** Slots looked at for one spelling, so that text made of colliding words costs no more than any other. */
const WAYS = 4;
/** Longer runs of characters are kept by nobody: they hardly come again. */
const LONGEST = 32;

/**
 * Remembers what was worked out for a spelling. A fixed number of slots that are found by the characters themselves: no string is
 * made for a word that is known, and the memory it takes does not grow with what is read.
 */
export class KnownWords<T extends Spelled> {
  private readonly slots = new Array<T | undefined>(SLOTS).fill(undefined);

  constructor(private readonly make: (text: string) => T) {}

  /** The word at `start` to before `end`. */
  at(text: string, start: number, end: number): T {
    if (end - start > LONGEST) return this.make(text.slice(start, end));
    let hash = 0;
    for (let i = start; i < end; i++) hash = (Math.imul(hash, 31) + text.charCodeAt(i)) | 0;
    for (let way = 0; way < WAYS; way++) {
      const known = this.slots[(hash + way) & (SLOTS - 1)];
      if (known === undefined) return this.keep(hash + way, text.slice(start, end));
      if (stands(known.text, text, start, end)) return known;
    }
    return this.keep(hash + ((hash >>> 16) & (WAYS - 1)), text.slice(start, end));
  }

  private keep(slot: number, text: string): T {
    const made = this.make(text);
    this.slots[slot & (SLOTS - 1)] = made;
    return made;
  }
}

function stands(word: string, text: string, start: number, end: number): boolean {
  const { length } = word;
  if (length !== end - start) return false;
  for (let i = 0; i < length; i++) if (word.charCodeAt(i) !== text.charCodeAt(start + i)) return false;
  return true;
}
