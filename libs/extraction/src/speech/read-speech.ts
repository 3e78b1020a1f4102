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

/** Every attribution of the article, in text order, with its speaker resolved. */
export function readSpeech(document: Document): Speech[] {
  const cues = findCues(document);
  const all = [...readReported(document, cues), ...readNounCues(document)];
  const quotations = readQuotations(document, cues, all);
  const reported = all.filter((utterance) => !isRepeated(utterance, quotations));
  const ordered = [...quotations, ...reported].toSorted(
    (a, b) => orderOf(document, a) - orderOf(document, b),
  );
  const resolver = new SpeakerResolver(document);
  const speech = ordered.map((utterance): Speech => {
    const content = extent(utterance.pieces);
    return { ...utterance, speaker: resolver.resolve(utterance), content, form: formOf(document, utterance) };
  });
  return speech.toSorted((a, b) => a.content.start - b.content.start || b.content.end - a.content.end);
}

/** Speakers are resolved in the order in which they are named. */
function orderOf(document: Document, { subject, pieces }: Utterance): number {
  const named = subject && document.tokens[subject.phrase.first]?.start;
  return named ?? pieces[0]?.start ?? 0;
}

function extent(pieces: readonly TextRange[]): TextRange {
  return {
    start: Math.min(...pieces.map(({ start }) => start)),
    end: Math.max(...pieces.map(({ end }) => end)),
  };
}

/** Reported content that is, but for its marks, a quotation already read as direct speech. */
function isRepeated(utterance: Utterance, quotations: readonly Utterance[]): boolean {
  if (quotations.some((quotation) => isTaken(utterance, quotation))) return true;
  const content = extent(utterance.pieces);
  return quotations.some(({ pieces, cue }) =>
    pieces.some(({ start, end }) => {
      const shared = Math.min(end, content.end) - Math.max(start, content.start);
      if (shared <= 0) return false;
      return cue?.verb === utterance.cue?.verb || shared >= 0.7 * (content.end - content.start);
    }),
  );
}

/** The cue stands between a quotation and its speaker: nothing else hangs on it. */
function isTaken({ cue, rule }: Utterance, quotation: Utterance): boolean {
  if (!cue || quotation.cue?.verb !== cue.verb) return false;
  return (quotation.subject?.first ?? 0) > cue.verb || /^reported-(?:clause|noun-phrase)$/.test(rule);
}

const LETTER = /[\p{L}\p{N}]/gu;
const letters = (text: string): number => text.match(LETTER)?.length ?? 0;

function formOf(document: Document, { quoted, pieces }: Utterance): Speech['form'] {
  if (quoted) return 'direct';
  let all = 0;
  let inside = 0;
  for (const { start, end } of pieces) {
    all += letters(document.text.slice(start, end));
    for (const quote of document.quotes) {
      if (quote.end <= start || quote.start >= end) continue;
      inside += letters(
        document.text.slice(Math.max(start, quote.innerStart), Math.min(end, quote.innerEnd)),
      );
    }
  }
  if (inside >= DIRECT_SHARE * all && all > 0) return 'direct';
  return inside > 0 ? 'mixed' : 'indirect';
}
