import type { TextRange } from '#domain';
import type { Document } from '../text/document.js';
import { findCues } from './find-cues.js';
import { readNounCues } from './noun-cues.js';
import { readQuotations } from './quotations.js';
import { readReported } from './reported.js';
import { SpeakerResolver, type Speaker } from './speakers.js';
import type { Utterance } from './utterance.js';

export interface Speech extends Utterance {
  readonly speaker: Speaker | null;
  /** From the first attributed character to the last. */
  readonly content: TextRange;
  readonly form: 'direct' | 'mixed' | 'indirect';
}

/** From this share of quoted letters on, the words are the speaker's own (the convention of PolNeAR's scorers). */
const DIRECT_SHARE = 0.9;
/** Reported content of which this much is a quotation already read is that quotation. */
const REPEATED_SHARE = 0.7;

/** Every attribution of the article, in text order, with its speaker resolved. */
export function readSpeech(document: Document): Speech[] {
  const cues = findCues(document);
  const all = [...readReported(document, cues), ...readNounCues(document)];
  const quotations = readQuotations(document, cues, all);
  const kept = [...quotations, ...withoutRepeated(all, quotations)];
  const resolver = new SpeakerResolver(document);
  const speech = kept
    .toSorted((a, b) => orderOf(document, a) - orderOf(document, b))
    .map((utterance): Speech => ({
      ...utterance,
      speaker: resolver.resolve(utterance),
      content: extent(utterance.pieces),
      form: formOf(document, utterance),
    }));
  return speech.toSorted((a, b) => a.content.start - b.content.start || b.content.end - a.content.end);
}

/** Speakers are resolved in the order in which they are named. */
function orderOf(document: Document, { subject, pieces }: Utterance): number {
  const named = subject && document.tokens[subject.phrase.first]?.start;
  return named ?? pieces[0]?.start ?? 0;
}

function extent(pieces: readonly TextRange[]): TextRange {
  return { start: pieces[0]?.start ?? 0, end: pieces.at(-1)?.end ?? 0 };
}

function withoutRepeated(reported: readonly Utterance[], quotations: readonly Utterance[]): Utterance[] {
  const byCue = new Map(quotations.map((quotation) => [quotation.cue?.verb, quotation]));
  const pieces = quotations.flatMap((quotation) => quotation.pieces);
  let from = 0;
  return reported
    .toSorted((a, b) => extent(a.pieces).start - extent(b.pieces).start)
    .filter((utterance) => {
      const content = extent(utterance.pieces);
      while (from < pieces.length && (pieces[from]?.end ?? 0) <= content.start) from++;
      const taker = utterance.cue ? byCue.get(utterance.cue.verb) : undefined;
      if (taker && isTaken(utterance, taker)) return false;
      return !isRepeated(content, pieces, from, taker !== undefined);
    });
}

/** The cue stands between a quotation and its speaker: nothing else hangs on it. */
function isTaken({ cue, rule }: Utterance, { subject }: Utterance): boolean {
  if (!cue) return false;
  return (subject?.first ?? 0) > cue.verb || /^reported-(?:clause|noun-phrase)$/.test(rule);
}

/** Reported content that is, but for its marks, a quotation already read as direct speech. */
function isRepeated(
  content: TextRange,
  pieces: readonly TextRange[],
  from: number,
  sameCue: boolean,
): boolean {
  for (let i = from; i < pieces.length && (pieces[i]?.start ?? Infinity) < content.end; i++) {
    const piece = pieces[i];
    const shared = piece ? Math.min(piece.end, content.end) - Math.max(piece.start, content.start) : 0;
    if (shared > 0 && (sameCue || shared >= REPEATED_SHARE * (content.end - content.start))) return true;
  }
  return false;
}

const LETTER = /[\p{L}\p{N}]/gu;
const letters = (text: string): number => text.match(LETTER)?.length ?? 0;

function formOf(document: Document, { quoted, pieces }: Utterance): Speech['form'] {
  if (quoted) return 'direct';
  const holds = ({ start, end }: TextRange): boolean =>
    (document.quotes[firstQuoteAfter(document, start)]?.start ?? Infinity) < end;
  if (!pieces.some(holds)) return 'indirect';
  let all = 0;
  let inside = 0;
  for (const { start, end } of pieces) {
    all += letters(document.text.slice(start, end));
    for (let i = firstQuoteAfter(document, start); i < document.quotes.length; i++) {
      const quote = document.quotes[i];
      if (!quote || quote.start >= end) break;
      inside += letters(
        document.text.slice(Math.max(start, quote.innerStart), Math.min(end, quote.innerEnd)),
      );
    }
  }
  if (inside >= DIRECT_SHARE * all && all > 0) return 'direct';
  return inside > 0 ? 'mixed' : 'indirect';
}

/** Binary search: the first quotation that ends behind an offset. */
function firstQuoteAfter({ quotes }: Document, offset: number): number {
  let low = 0;
  let high = quotes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((quotes[middle]?.end ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
