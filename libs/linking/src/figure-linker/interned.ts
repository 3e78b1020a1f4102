const MOST_INTERNED = 20_000;

/** What a text stands for, one object for all that say the same. */
export class Interned<T> {
  private readonly known = new Map<string, T>();

  constructor(private readonly make: (text: string) => T) {}

  of(text: string): T {
    const known = this.known.get(text);
    if (known !== undefined) return known;
    if (this.known.size >= MOST_INTERNED) this.known.clear();
    const made = this.make(text);
    this.known.set(text, made);
    return made;
  }
}
