/** Spellings kept. Of the runs of characters in 4 MB of news 6 % are new; this many slots work out 8 %, half as many 12 %. */
const SLOTS = 1 << 15;
/** Slots that one spelling may be in, side by side, so that text made of colliding words costs no more than any other. */
const WAYS = 4;
/** Spreads like spellings over all slots (Knuth, multiplicative hashing). */
const SPREAD = 0x9e3779b1;
/** Longer runs of characters are kept by nobody: they hardly come again. */
const LONGEST = 32;

/**
 * Remembers what was worked out for a spelling. A fixed number of slots that are found by the characters themselves: no string is
 * made for a word that is known, and the memory it takes does not grow with what is read.
 *
 * A new word takes the place of one that nobody has asked for again, as long as there is such a one (the "second chance" of page
 * replacement): most new words never come again, and would push the common ones out.
 */
export class KnownWords<T> {
  private readonly slots: (T | undefined)[];
  /** The characters of the word in each slot, beside what is kept of it: what that is, is no matter here. */
  private readonly texts: string[];
  /** Of the word in each slot: what differs is not looked at. */
  private readonly hashes: Int32Array;
  /** 1 where the word in the slot was asked for again. */
  private readonly again: Uint8Array;
  private readonly firstWayShift: number;
  private turn = 0;

  /** @param slots a power of two */
  constructor(
    private readonly make: (text: string) => T,
    slots = SLOTS,
  ) {
    this.slots = new Array<T | undefined>(slots).fill(undefined);
    this.texts = new Array<string>(slots).fill('');
    this.hashes = new Int32Array(slots);
    this.again = new Uint8Array(slots);
    this.firstWayShift = 32 - Math.log2(slots / WAYS);
  }

  /** The word at `start` to before `end`. */
  at(text: string, start: number, end: number): T {
    if (end - start > LONGEST) return this.make(text.slice(start, end));
    let hash = 0;
    for (let i = start; i < end; i++) hash = (Math.imul(hash, 31) + text.charCodeAt(i)) | 0;
    const first = (Math.imul(hash, SPREAD) >>> this.firstWayShift) * WAYS;
    for (let slot = first; slot < first + WAYS; slot++) {
      if (this.hashes[slot] !== hash) continue;
      const known = this.slots[slot];
      if (known === undefined || !stands(this.texts[slot]!, text, start, end)) continue;
      this.again[slot] = 1;
      return known;
    }
    return this.keep(this.slotToGive(first), hash, text, start, end);
  }

  /** One that is free, else in turn one that was not asked for again; where all were, none of them is spared the next time. */
  private slotToGive(first: number): number {
    for (let slot = first; slot < first + WAYS; slot++) if (this.slots[slot] === undefined) return slot;
    this.turn++;
    for (let way = 0; way < WAYS; way++) {
      const slot = first + ((this.turn + way) & (WAYS - 1));
      if (this.again[slot] === 0) return slot;
      this.again[slot] = 0;
    }
    return first + (this.turn & (WAYS - 1));
  }

  private keep(slot: number, hash: number, text: string, start: number, end: number): T {
    const own = copyOf(text, start, end);
    const made = this.make(own);
    this.slots[slot] = made;
    this.texts[slot] = own;
    this.hashes[slot] = hash;
    this.again[slot] = 0;
    return made;
  }
}

/** Of its own characters: a slice would keep the whole text in memory. */
function copyOf(text: string, start: number, end: number): string {
  const units: number[] = [];
  for (let i = start; i < end; i++) units.push(text.charCodeAt(i));
  return String.fromCharCode(...units);
}

function stands(word: string, text: string, start: number, end: number): boolean {
  const { length } = word;
  if (length !== end - start) return false;
  for (let i = 0; i < length; i++) if (word.charCodeAt(i) !== text.charCodeAt(start + i)) return false;
  return true;
}
