import type { SpeechAct, TextRange } from '#domain';
import { addCue, addSources, inTextOrder } from '../cues/cues.js';
import type { CueRange, Source, StatementMention } from '../extraction.js';
import type { Attributions } from '../speech/attribution.js';
import type { Speech } from '../speech/read-speech.js';
import type { Document } from '../text/document.js';
import { utteredOn } from './uttered-on.js';

/** Every attribution as a statement, in text order. `publishedOn` (YYYY-MM-DD) resolves "on Tuesday". */
export function findStatements(
  document: Document,
  speech: readonly Speech[],
  attributions: Attributions,
  publishedOn: string | null,
): StatementMention[] {
  return speech
    .filter(({ nested }) => !nested)
    .map((item) => {
      const attribution = attributions.chainOf(item);
      const cue = cueRange(document, item);
      return {
        quote: item.content,
        sentence: sentenceRange(document, item),
        attribution,
        rule: item.rule,
        cues: speechCues(attribution, cue),
        form: item.form,
        act: actOf(item),
        polarity: item.polarity,
        attributionMode: item.speaker?.mode ?? 'none',
        pieces: item.pieces,
        cue,
        utteredOn: utteredOn(document, item, publishedOn),
      };
    });
}

/** Whoever rejects a plan or an offer, which is nobody's word, opposes it and denies nothing. */
function actOf({ denied, cue }: Speech): SpeechAct {
  if (denied) return 'denies';
  const act = cue?.entry.act ?? 'asserts';
  return act === 'denies' && !cue?.negated ? 'condemns' : act;
}

/** What attributed words were read from: who says them, and by which words that shows. */
export function speechCues(
  attribution: readonly Source[],
  cue: TextRange | null,
  hedge: TextRange | null = null,
): CueRange[] {
  const cues: CueRange[] = [];
  addSources(cues, attribution);
  addCue(cues, 'verb', cue);
  addCue(cues, 'hedge', hedge);
  return inTextOrder(cues);
}

/** From the first to the last sentence that the words and their cue touch. */
export function sentenceRange(document: Document, { sentence, content }: Speech): TextRange {
  const own = document.sentences[sentence];
  return {
    start: Math.min(own?.start ?? content.start, content.start),
    end: Math.max(own?.end ?? content.end, content.end),
  };
}

export function cueRange({ tokens }: Document, { cue }: Speech): TextRange | null {
  if (!cue) return null;
  const first = tokens[cue.first];
  const last = tokens[cue.after - 1];
  return first && last ? { start: first.start, end: last.end } : null;
}
