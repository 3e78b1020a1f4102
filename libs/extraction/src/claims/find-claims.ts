import type { TextRange } from '#domain';
import type { ClaimMention, StatementMention } from '../extraction.js';
import type { Attributions } from '../speech/attribution.js';
import type { Speech } from '../speech/read-speech.js';
import { cueRange, sentenceRange } from '../statements/find-statements.js';
import type { Document } from '../text/document.js';
import { answered } from './answers.js';

const HEDGE =
  /\b(?:reportedly|allegedly|apparently|purportedly|supposedly|appear(?:s|ed)? to|seem(?:s|ed)? to|is said to|are said to|is believed to|are believed to|was believed to|were believed to|may have|might have|could have)\b/i;

/**
 * Propositions on somebody's word, in text order: those of unnamed or collective sources, those behind a cue that keeps its distance
 * ("claimed", "accused", "reports of"), hedged ones; and denials, each with what it answers.
 */
export function findClaims(
  document: Document,
  speech: readonly Speech[],
  attributions: Attributions,
  statements: readonly StatementMention[],
): ClaimMention[] {
  const drafts = speech
    .filter((item) => isDenial(item) || isClaim(document, item))
    .map((item) => draft(document, item, attributions))
    .toSorted((a, b) => a.quote.start - b.quote.start || a.quote.end - b.quote.end);
  return drafts.map((claim) => ({ ...claim, answers: answered(document.text, claim, drafts, statements) }));
}

function isDenial({ cue }: Speech): boolean {
  return cue?.entry.act === 'denies' && !cue.negated;
}

function isClaim(document: Document, { speaker, cue, form, rule, content }: Speech): boolean {
  if (form === 'direct' || !cue || cue.negated) return false;
  if (cue.entry.distancing) return true;
  const asserted =
    cue.entry.act === 'asserts' &&
    /^(?:reported-(?:clause|before|around|before-inverted)|according-to-)/.test(rule);
  if (!asserted) return false;
  const unnamed = speaker?.kind === 'group' || speaker?.kind === 'anonymous' || speaker === null;
  return unnamed || hedgeIn(document, content) !== null;
}

function hedgeIn({ text }: Document, { start, end }: TextRange): string | null {
  return HEDGE.exec(text.slice(start, end))?.[0].toLowerCase() ?? null;
}

function draft(document: Document, item: Speech, attributions: Attributions): ClaimMention {
  const { content, speaker } = item;
  const denied = isDenial(item);
  const start = denied ? Math.min(speaker?.range.start ?? content.start, content.start) : content.start;
  const cue = cueRange(document, item);
  return {
    quote: { start, end: Math.max(content.end, denied ? (cue?.end ?? 0) : 0) },
    sentence: sentenceRange(document, item),
    attribution: attributions.chainOf(item),
    rule: denied ? `denial-${item.rule}` : `claim-${item.rule}`,
    polarity: denied ? 'denied' : 'asserted',
    proposition: document.text.slice(content.start, content.end),
    attributionMode: speaker?.mode ?? 'none',
    hedge: hedgeIn(document, content),
    cue,
    answers: null,
  };
}
