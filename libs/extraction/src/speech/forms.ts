import type { StatementForm, TextRange } from '#domain';
import type { Document } from '../text/document.js';
import { firstBehind } from '../text/first-behind.js';
import type { Utterance } from './utterance.js';

export type Form = Extract<StatementForm, 'direct' | 'mixed' | 'indirect'>;

/** From this share of quoted letters on, the words are the speaker's own (the convention of PolNeAR's scorers). */
const DIRECT_SHARE = 0.9;
const LETTER = /[\p{L}\p{N}]/u;

/** Tells direct from mixed and indirect speech by how many of its letters stand in quotation marks, and where. */
export class Forms {
  private counts: LetterCounts | null = null;

  constructor(private readonly document: Document) {}

  of({ quoted, pieces, sentence }: Utterance): Form {
    if (quoted) return pieces[0] && this.isShortened(sentence, pieces[0]) ? 'mixed' : 'direct';
    if (!pieces.some((piece) => this.holdsQuotation(piece))) return 'indirect';
    let all = 0;
    let inside = 0;
    this.counts ??= new LetterCounts(this.document);
    for (const piece of pieces) {
      const [letters, quoted] = this.counts.between(piece);
      all += letters;
      inside += quoted;
    }
    if (inside >= DIRECT_SHARE * all && all > 0) return 'direct';
    return inside > 0 ? 'mixed' : 'indirect';
  }

  /** A headline's words in single marks are as the editor shortened them and set their capitals: not verbatim. */
  private isShortened(sentence: number, piece: TextRange): boolean {
    const { sentences, paragraphs, quotes } = this.document;
    const kind = paragraphs[sentences[sentence]?.paragraph ?? -1]?.kind;
    if (kind !== 'title' && kind !== 'heading') return false;
    return quotes[firstBehind(quotes, piece.start, (quote) => quote.end)]?.mark === 'single';
  }

  private holdsQuotation({ start, end }: TextRange): boolean {
    const { quotes } = this.document;
    return (quotes[firstBehind(quotes, start, (quote) => quote.end)]?.start ?? Infinity) < end;
  }
}

/** Characters between two of the offsets up to which letters are counted beforehand. */
const STEP = 32;

/** Letters and digits before an offset, of all and of those inside quotation marks; counted once, as attributed words hold one another. */
class LetterCounts {
  private readonly all: Uint32Array;
  private readonly quoted: Uint32Array;

  constructor(private readonly document: Document) {
    const steps = Math.ceil(document.text.length / STEP);
    this.all = new Uint32Array(steps + 1);
    this.quoted = new Uint32Array(steps + 1);
    for (let step = 0; step < steps; step++) {
      const [letters, inside] = this.before((step + 1) * STEP, step);
      this.all[step + 1] = letters;
      this.quoted[step + 1] = inside;
    }
  }

  /** Of all letters between two offsets, and of those in quotation marks. */
  between({ start, end }: TextRange): readonly [number, number] {
    const [lettersBefore, insideBefore] = this.before(start);
    const [letters, inside] = this.before(end);
    return [letters - lettersBefore, inside - insideBefore];
  }

  /** Counted on from a step that is counted. */
  private before(offset: number, step = Math.floor(offset / STEP)): readonly [number, number] {
    const { text, quotes } = this.document;
    let letters = this.all[step]!;
    let inside = this.quoted[step]!;
    const from = step * STEP;
    let at = firstBehind(quotes, from, (quote) => quote.innerEnd);
    for (let i = from; i < Math.min(offset, text.length); i++) {
      if (!isLetter(text, i)) continue;
      letters++;
      while ((quotes[at]?.innerEnd ?? Infinity) <= i) at++;
      if (i >= (quotes[at]?.innerStart ?? Infinity)) inside++;
    }
    return [letters, inside];
  }
}

function isLetter(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code < 128) return (code > 96 && code < 123) || (code > 64 && code < 91) || (code > 47 && code < 58);
  return LETTER.test(text.charAt(at));
}
