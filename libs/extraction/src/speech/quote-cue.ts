import type { Cue } from './find-cues.js';
import type { Subject } from './subject.js';

/** How a quotation is attributed inside its own sentence. */
export interface QuoteCue {
  readonly cue: Cue | null;
  readonly subject: Subject | null;
  readonly rule:
    | 'quote-said-speaker'
    | 'quote-speaker-said'
    | 'quote-speaker-verb'
    | 'quote-comma'
    | 'speaker-said-quote'
    | 'speaker-verb-quote'
    | 'colon-quote';
}

export function introducesQuotation({ entry }: Cue): boolean {
  return entry.frames.includes('q');
}
