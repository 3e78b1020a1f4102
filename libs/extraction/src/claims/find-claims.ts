import type { TextRange } from '#domain';
import type { ClaimMention, StatementMention } from '../extraction.js';
import type { Attributions } from '../speech/attribution.js';
import { negatesFigure } from '../figures/index.js';
import type { Speech } from '../speech/read-speech.js';
import { cueRange, sentenceRange, speechCues } from '../statements/find-statements.js';
import type { Document } from '../text/document.js';
import { runKind } from '../text/runs.js';
import { Answers } from './answers.js';
import { hedgedSentences } from './hedged-sentences.js';
import { Hedges } from './hedges.js';

/** A clause whose verb is negated, as far as its subject is short. */
const NEGATED =
  /^(?:that )?(?:(?:[\p{L}'’-]+ ){1,4}(?:had|has|have|was|were|is|are|did|does|do|would|could)(?:n['’]t| not| never)\b|(?:[\p{L}'’-]+ ){1,5}no [\p{L}-]+|no [\p{L}-]+)/iu;
/** "they did not open fire": nobody says so of himself unasked. */
const WRONG =
  /^(?:that )?(?:it|they|he|she|we|i|(?:its|their|his|her|our) [\p{L}]+)(?: had| have| has| did| was| were)?(?:n['’]t| not| never)(?: ever| deliberately| intentionally| knowingly)? (?:open(?:ed)? fire|fired? (?:on|at|into)|sh(?:oot|ot) (?:at|dead)|shell(?:ed)?|bomb(?:ed)?|attack(?:ed)?|target(?:ed)?|kill(?:ed)?|murder(?:ed)?|tortur|beat|abus|rape|execut|loot|steal|stole|brib|lied?\b|cheat)/iu;
const MAX_SUBJECT = 80;
/** Words without which nothing is negated. */
const NEGATION = /n['’]t\b|\b(?:not|never|nor|neither|no|nobody|none)\b/i;
const MAY_NEGATE = runKind(NEGATION);

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
  const draft = (item: Speech): ClaimMention => draftOf(document, item, attributions, hedges, isDenial(item));
  const negating = new Set(speech.filter((item) => isNegatedReport(document, item)));
  const isPlain = (item: Speech): boolean => isDenial(item) || (isClaim(hedges, item) && !negating.has(item));
  const plain = inOrder(speech.filter(isPlain).map(draft));
  const known = new Answers(document, plain, statements);
  const counters = speech.flatMap((item) => {
    if (!negating.has(item) && !isCounter(document, item)) return [];
    const claim = draftOf(document, item, attributions, hedges, true);
    const isAnswer = WRONG.test(claim.proposition) || known.toAccusation(claim) !== null;
    return negating.has(item) || isAnswer ? [claim] : [];
  });
  const drafts = inOrder([...plain, ...counters, ...hedgedSentences(document, speech)]);
  const answers = known.among(drafts);
  return drafts.map((claim) => ({ ...claim, answers: answers.to(claim) }));
}

const inOrder = (claims: readonly ClaimMention[]): ClaimMention[] =>
  claims.toSorted((a, b) => a.quote.start - b.quote.start || a.quote.end - b.quote.end);

/** "insisted that it had not fired": a denial where somebody was accused of it, else an assertion like any other. */
function isCounter({ text, runs }: Document, { denied, cue, rule, content }: Speech): boolean {
  if (denied || !cue || cue.negated || cue.entry.act !== 'asserts' || !rule.startsWith('reported-'))
    return false;
  if ((runs.kindsAround(content) & MAY_NEGATE) === 0) return false;
  return NEGATED.test(text.slice(content.start, Math.min(content.end, content.start + MAX_SUBJECT)));
}

/** "said it had not killed 40 people": a number that somebody says is not so. */
function isNegatedReport({ text, runs }: Document, { denied, cue, rule, content, form }: Speech): boolean {
  if (denied || form === 'direct' || !cue || cue.negated || cue.entry.act !== 'asserts') return false;
  return (
    rule.startsWith('reported-') &&
    (runs.kindsAround(content) & MAY_NEGATE) !== 0 &&
    NEGATION.test(text.slice(content.start, content.end)) &&
    negatesFigure(text, content)
  );
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
  return { start, end: Math.max(content.end, cue?.end ?? 0, speaker?.range.end ?? 0) };
}

function draftOf(
  document: Document,
  item: Speech,
  attributions: Attributions,
  hedges: Hedges,
  denied: boolean,
): ClaimMention {
  const { content, speaker } = item;
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
