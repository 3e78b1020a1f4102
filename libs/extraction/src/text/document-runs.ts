import { readWords, type Word } from '../words/words.js';
import { firstBehind } from './first-behind.js';
import { wordsOfRun, type Piece } from './runs.js';
import type { TextRange } from '#domain';

/** Of a stretch that cuts a run, or of which the runs are not kept: it may be of any kind. */
export const ANY_KIND = -1;
const IN_WORD = /^\w\w$/;

/** The runs of characters between white space of a text, in its order, as far as they tell all that stands there. */
export class Runs {
  private readonly all: Piece[] = [];
  private readonly starts: number[] = [];

  /** @param end offset in the text up to which runs are kept */
  constructor(private end: number) {}

  /** Nothing from `start` on is kept. */
  endAt(start: number): void {
    this.end = Math.min(this.end, start);
  }

  add(run: Piece, start: number): void {
    if (start >= this.end) return;
    this.all.push(run);
    this.starts.push(start);
  }

  /** The kinds of runs in a stretch, as bits; all where that is not known. */
  kindsIn({ start, end }: TextRange): number {
    if (end > this.end) return ANY_KIND;
    const first = this.firstFrom(start);
    if (this.endOf(first - 1) > start) return ANY_KIND;
    let kinds = 0;
    let last = first;
    for (; (this.starts[last] ?? end) < end; last++) kinds |= this.all[last]?.runIs ?? 0;
    return this.endOf(last - 1) > end ? ANY_KIND : kinds;
  }

  /** The kinds of runs that a stretch touches, as bits: at least those that it holds. All where that is not known, or where it cuts a word. */
  kindsAround({ start, end }: TextRange): number {
    if (end > this.end) return ANY_KIND;
    const behind = this.firstFrom(start);
    const first = this.endOf(behind - 1) > start ? behind - 1 : behind;
    let kinds = 0;
    let last = first;
    for (; (this.starts[last] ?? end) < end; last++) kinds |= this.all[last]?.runIs ?? 0;
    return this.cutsWord(first, start) || this.cutsWord(last - 1, end) ? ANY_KIND : kinds;
  }

  /** The plain words of a stretch of the text, as `readWords` gives them: those of a run that came before are not read again. */
  wordsIn(text: string, stretch: TextRange): Word[] {
    const words: Word[] = [];
    const read = (start: number, end: number): void => void words.push(...readWords(text, start, end));
    this.goThrough(stretch, read, (run, start) => {
      for (const word of wordsOfRun(run)) words.push(movedBy(start, word));
    });
    return words;
  }

  /** In the order of the text: `part` for what a stretch cuts of a run or of which the runs are not kept, `whole` for every other run. */
  goThrough(
    { start, end }: TextRange,
    part: (start: number, end: number) => void,
    whole: (run: Piece, start: number) => void,
  ): void {
    if (end > this.end) return part(start, end);
    let at = this.firstFrom(start);
    const cut = this.endOf(at - 1);
    if (cut > start) part(start, Math.min(cut, end));
    for (; (this.starts[at] ?? end) < end; at++) {
      const from = this.starts[at] ?? 0;
      const run = this.all[at];
      if (!run) break;
      if (from + run.text.length > end) part(from, end);
      else whole(run, from);
    }
  }

  private cutsWord(at: number, offset: number): boolean {
    const run = this.all[at]?.text ?? '';
    const cut = offset - (this.starts[at] ?? offset);
    return cut > 0 && cut < run.length && IN_WORD.test(run.slice(cut - 1, cut + 1));
  }

  /** Index of the first run that begins at `start` or behind it. */
  private firstFrom(start: number): number {
    return firstBehind(this.starts, start - 1, (offset) => offset);
  }

  private endOf(at: number): number {
    return at < 0 ? 0 : (this.starts[at] ?? 0) + (this.all[at]?.text.length ?? 0);
  }
}

const movedBy = (offset: number, word: Word): Word => ({
  text: word.text,
  lower: word.lower,
  start: word.start + offset,
  end: word.end + offset,
  kind: word.kind,
  spaced: word.spaced,
  is: word.is,
  listed: word.listed,
});
