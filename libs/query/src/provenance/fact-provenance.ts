import type { AttributionLink, CueKind, TextSpan } from '#domain';
import type { ArticleView } from '../articles/article.js';
import type { FactDecision } from './fact-decisions.js';
import type { EventView } from '../events/event.js';

/** A span with its offsets in both countings. */
export interface LocatedSpan extends TextSpan {
  readonly utf16: { readonly start: number; readonly end: number };
  /** The text in the log holds exactly these words at this place. */
  readonly verified: boolean;
}

/** Words that the reader went by. */
export interface LocatedCue {
  readonly kind: CueKind;
  readonly span: LocatedSpan;
}

/** From a fact back to the characters it was read from. */
export interface FactProvenance {
  readonly id: string;
  readonly kind: 'figure' | 'statement' | 'claim';
  readonly quote: LocatedSpan;
  readonly sentence: LocatedSpan;
  readonly attribution: readonly AttributionLink[];
  readonly article: Omit<ArticleView, 'text'>;
  /** The revision that the spans point into, and the SHA-256 of its text in the log, computed anew. */
  readonly revision: number;
  readonly textSha256: string;
  /** It is the hash that was recorded with the text, and the views show the same text. */
  readonly textVerified: boolean;
  readonly extractor: { readonly name: string; readonly version: string; readonly rule: string };
  /** What the rule went by, in text order; empty for facts that were recorded before that was kept. */
  readonly cues: readonly LocatedCue[];
  /** The event by which a later text or a later reading took its place; null where it stands. */
  readonly supersededSeq: string | null;
  /** The event by which its article was withdrawn. */
  readonly withdrawnSeq: string | null;
  /** The event by which somebody took it back; null where nobody did, or that was undone. */
  readonly retractedSeq: string | null;
  /** What people decided about it: corrections with what they changed, retractions, remarks. What stands above is as it was read. */
  readonly decisions: readonly FactDecision[];
  /** The event that recorded it, as it stands in the log. */
  readonly event: EventView;
}
