import type { TextRange } from '#domain';
import type { ClaimMention, StatementMention } from '../extraction.js';
import type { Attributions } from '../speech/attribution.js';
import type { Speech } from '../speech/read-speech.js';
import { cueRange, sentenceRange, speechCues } from '../statements/find-statements.js';
import type { Document } from '../text/document.js';
import { Answers } from './answers.js';
import { Hedges } from './hedges.js';

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
  const hedges = new Hedges(document.text);
  const drafts = speech
    .filter((item) => isDenial(item) || isClaim(hedges, item))
    .map((item) => draft(document, item, attributions, hedges))
    .toSorted((a, b) => a.quote.start - b.quote.start || a.quote.end - b.quote.end);
  const answers = new Answers(document.text, drafts, statements);
  return drafts.map((claim) => ({ ...claim, answers: answers.to(claim) }));
}

function isDenial({ denied }: Speech): boolean {
  return denied !== null;
}

function isClaim(hedges: Hedges, { speaker, cue, form, rule, content }: Speech): boolean {
  if (form === 'direct' || !cue || cue.negated) return false;
  if (cue.entry.distancing) return true;
  const asserted =
    cue.entry.act === 'asserts' &&
    /^(?:reported-(?:clause|before|around|before-inverted)|according-to-)/.test(rule);
  if (!asserted) return false;
  const unnamed = speaker?.kind === 'group' || speaker?.kind === 'anonymous' || speaker === null;
  return unnamed || hedges.firstIn(content) !== null;
}

/** A denial is quoted with who denies: "the army denied the claims". */
function withAnswer({ content, speaker }: Speech, cue: TextRange | null): TextRange {
  const start = Math.min(speaker?.range.start ?? content.start, content.start);
  return { start, end: Math.max(content.end, cue?.end ?? 0) };
}

function draft(document: Document, item: Speech, attributions: Attributions, hedges: Hedges): ClaimMention {
  const { content, speaker } = item;
  const denied = isDenial(item);
  const cue = cueRange(document, item);
  const matter = item.denied?.range ?? content;
  const attribution = attributions.chainOf(item);
  const hedge = hedges.firstIn(content);
  return {
    quote: denied ? withAnswer(item, cue) : content,
    sentence: sentenceRange(document, item),
    attribution,
    rule: denied ? `denial-${item.rule}` : `claim-${item.rule}`,
    cues: speechCues(attribution, cue, hedge),
    polarity: denied ? 'denied' : 'asserted',
    proposition: document.text.slice(matter.start, matter.end).replace(/[\s,]+$/, ''),
    attributionMode: speaker?.mode ?? 'none',
    hedge: hedge?.word ?? null,
    cue,
    answers: null,
  };
}
