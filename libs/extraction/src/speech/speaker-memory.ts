import type { Gender, Known } from './known-speaker.js';

/** Speakers remembered for "he" and "the minister"; a huge article has no longer memory. */
const MAX_MEMORY = 200;

/** Who has spoken so far, in text order: whom pronouns and offices may mean. */
export class SpeakerMemory {
  readonly spoken: Known[] = [];

  remember(known: Known | null): Known | null {
    // Who goes on speaking is remembered once: the memory is searched for every pronoun and office.
    const last = this.spoken.at(-1);
    if (known && last && last.name === known.name && last.kind === known.kind) this.spoken.pop();
    if (known) this.spoken.push(known);
    if (this.spoken.length > MAX_MEMORY) this.spoken.splice(0, MAX_MEMORY / 2);
    return known;
  }

  /** "he" or "she" has told it. */
  setGender({ name }: Known, gender: Gender): void {
    for (let i = 0; i < this.spoken.length; i++) {
      const other = this.spoken[i];
      if (other?.name === name) this.spoken[i] = { ...other, gender };
    }
  }
}
