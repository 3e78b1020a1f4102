import type { Sentence, Token } from '../text/document.js';
import { isQuotedAt, lowerAt, posAt, textAt } from '../text/token-at.js';
import { isFinite } from './finite-verb.js';
import { phraseEndingAt, phraseStartingAt, type Phrase } from './noun-phrase.js';
import { storyStart } from './story-start.js';
import type { Subject } from './subject.js';
import { wordList } from '../words/word-list.js';

/** Tokens between "who" and the last noun phrase of its clause. */
const MAX_RELATIVE = 12;
/** Prepositional phrases between a participle and the verb of its noun. */
const MAX_PREPOSITIONS = 3;
/** Tokens of what somebody is accused of, between the participle and the verb. */
const MAX_ACCUSED = 20;
/** Tokens of a name that opens a sentence. */
const MAX_NAME = 5;
const ACCUSED = /^(?:accused|convicted|suspected|charged|blamed|wanted|arrested|detained|held|jailed|tried)$/;
/** What opens a clause before a subject, so that no verb before it can have that subject's first part as its object. */
export const CLAUSE_OPENS = wordList(
  'that as when while where who which because if but and or after before since , ; : — –',
);

/**
 * The subject of a verb together with what stands beside it and no comma closes; null where nothing does. The words before the verb end
 * with the token `last`, and with `phrase` if a noun phrase ends there.
 */
export function withClauseBeside(
  tokens: readonly Token[],
  phrase: Phrase | null,
  last: number,
  group: number,
  sentence: Sentence,
): Subject | null {
  const floor = sentence.firstToken;
  return (
    withOpenApposition(tokens, phrase, sentence) ??
    withAccusedClause(tokens, group, sentence) ??
    withReducedClause(tokens, phrase?.first ?? last + 1, group, floor) ??
    withRelativeClause(tokens, phrase?.first ?? last + 1, group, floor)
  );
}

/** "Protesters gathered outside the hall accused", "a nurse reached by telephone said": what stands behind the participle is no subject. */
function withReducedClause(
  tokens: readonly Token[],
  end: number,
  group: number,
  floor: number,
): Subject | null {
  let at = end - 1;
  if (/^(?:ADV|ADJ)$/.test(posAt(tokens, at))) at--;
  if (isRunningParticiple(tokens, at)) return withNoun(tokens, at, group, floor);
  for (let turn = 0; turn < MAX_PREPOSITIONS && posAt(tokens, at) === 'ADP'; turn++) {
    const participle = at - 1;
    if (isReducedParticiple(tokens, participle) || isRunningParticiple(tokens, participle))
      return withNoun(tokens, participle, group, floor);
    at = (phraseEndingAt(tokens, participle, floor)?.first ?? 0) - 1;
  }
  return null;
}

/** "Ada Brill, a nurse said": a name that opens the sentence, and an apposition that no comma closes. */
function withOpenApposition(
  tokens: readonly Token[],
  phrase: Phrase | null,
  sentence: Sentence,
): Subject | null {
  if (!phrase || !/^(?:an?|another)$/.test(lowerAt(tokens, phrase.first))) return null;
  const first = storyStart(tokens, sentence);
  const comma = phrase.first - 1;
  if (textAt(tokens, comma) !== ',' || comma < first + 2 || comma > first + MAX_NAME) return null;
  for (let at = first; at < comma; at++)
    if (!/^\p{Lu}/u.test(textAt(tokens, at)) || /^(?:ADP|DET|SCONJ)$/.test(posAt(tokens, at))) return null;
  return { phrase: { first, end: comma }, apposition: phrase, first, end: phrase.end };
}

/** "A man charged with killing 12 people told": what he is held for is no subject; nor is it before an auxiliary, whatever its verbs. */
function withAccusedClause(tokens: readonly Token[], group: number, sentence: Sentence): Subject | null {
  const phrase = phraseStartingAt(tokens, storyStart(tokens, sentence), group);
  const participle = phrase?.end ?? group;
  if (!phrase || !ACCUSED.test(lowerAt(tokens, participle)) || group - participle > MAX_ACCUSED) return null;
  if (!/^(?:of|for|with|over)$/.test(lowerAt(tokens, participle + 1))) return null;
  const ends = posAt(tokens, group) === 'AUX' ? isAuxiliary : isFinite;
  for (let at = participle + 1; at < group; at++)
    if (ends(tokens, at) || /^[,;:]$/.test(textAt(tokens, at)) || isQuotedAt(tokens, at)) return null;
  return { phrase, apposition: null, first: phrase.first, end: group };
}

function withNoun(
  tokens: readonly Token[],
  participle: number,
  group: number,
  floor: number,
): Subject | null {
  const noun = phraseEndingAt(tokens, participle - 1, floor);
  return noun && { phrase: noun, apposition: null, first: noun.first, end: group };
}

/** "rumours circulating online", "an official speaking on condition of anonymity" */
function isRunningParticiple(tokens: readonly Token[], at: number): boolean {
  if (posAt(tokens, at) !== 'VERB' || !lowerAt(tokens, at).endsWith('ing') || isQuotedAt(tokens, at))
    return false;
  return /^(?:NOUN|PROPN)$/.test(posAt(tokens, at - 1));
}

/** A past form right behind its noun: "protesters gathered", never "who gathered" or "have gathered". */
function isReducedParticiple(tokens: readonly Token[], at: number): boolean {
  if (posAt(tokens, at) !== 'VERB' || !/(?:ed|en|wn)$/.test(lowerAt(tokens, at)) || isQuotedAt(tokens, at))
    return false;
  return /^(?:NOUN|PROPN)$/.test(posAt(tokens, at - 1));
}

/** "A man who saw the crash said": what stands right before the verb is a part of the clause that "who" opens. */
function withRelativeClause(
  tokens: readonly Token[],
  end: number,
  group: number,
  floor: number,
): Subject | null {
  let who = end - 1;
  const stop = Math.max(floor, who - MAX_RELATIVE);
  while (who > stop && lowerAt(tokens, who) !== 'who') {
    if (CLAUSE_OPENS.at(tokens, who) || isQuotedAt(tokens, who)) return null;
    who--;
  }
  if (who <= stop || !hasOneVerb(tokens, who + 1, end)) return null;
  const noun = phraseEndingAt(tokens, who - 1, floor);
  return noun && { phrase: noun, apposition: { first: who, end: group }, first: noun.first, end: group };
}

/** One verb of its own: "declined to give her name" has one. */
function hasOneVerb(tokens: readonly Token[], first: number, end: number): boolean {
  let verbs = 0;
  for (let at = first; at < end; at++)
    if (posAt(tokens, at) === 'VERB' && lowerAt(tokens, at - 1) !== 'to') verbs++;
  return verbs === 1;
}

const isAuxiliary = (tokens: readonly Token[], at: number): boolean => posAt(tokens, at) === 'AUX';
