import type { Document } from '../text/document.js';
import { anyVerbBehind, closedByComma, cueBehind } from './cue-behind.js';
import { anyVerbBefore, colonBefore, cueBefore } from './cue-before.js';
import type { Cue } from './find-cues.js';
import type { Quote } from './located-quotes.js';
import type { QuoteCue } from './quote-cue.js';

/** Rules in order: cue behind the quotation, cue before it, colon before it, the comma that closes it. `cues` are those of its sentence. */
export function cueOf(document: Document, quote: Quote, cues: readonly Cue[]): QuoteCue | null {
  return (
    cueBehind(document, quote, cues) ??
    cueBefore(document, quote, cues) ??
    colonBefore(document, quote) ??
    anyVerbBefore(document, quote) ??
    anyVerbBehind(document, quote) ??
    closedByComma(document, quote, cues)
  );
}
