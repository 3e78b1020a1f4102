import type { TextRange } from '#domain';
import type { Token } from '../text/document.js';
import {
  ENDS_OWN_VERSION,
  isOwnVersion,
  isTakenBackByNote,
  OPENS_NOTE,
  OWN_VERSION_REACH,
} from '../text/own-version.js';
import { isQuotedAt, lowerAt, posAt, textAt } from '../text/token-at.js';
import { isTokenKind, tokenKind } from '../text/token-kinds.js';
import { AGREES } from './denied-matter.js';
import type { Cue } from './find-cues.js';
import { HEDGING_VERBS } from './hedging-verbs.js';
import { isFinite } from './finite-verb.js';
import { phraseStartingAt, TIME_WORD } from './noun-phrase.js';
import type { Subject } from './subject.js';
import type { Utterance } from './utterance.js';
import { VERB_FORMS } from './verb-forms.js';
import { isNoRetraction } from './retractions.js';
import { wordList } from '../words/word-list.js';

const WHEN = /^(?:when|once|if)$/;
/** An answer or an accusation is somebody's own even where another reports it. */
const ANSWERS = /^(?:denies|accuses)$/;
const SUPPOSES = wordList('if unless');
const MARKS = wordList(', ; : — –');
const OPENS_CLAUSE = wordList('that whether if how what why who where when');

/** Words before "deny" that are searched for what takes it back. */
const MAX_TAKEN_BACK = 6;
/** Tokens between "refused" and what: "three times on Thursday". */
const MAX_ADJUNCT = 8;
/** Tokens between "if" and the verb. */
const MAX_SUPPOSED = 14;
/** Tokens from a participle to the verb of the sentence: "found in the river near the mill was". */
const MAX_PLACE = 16;
const TAKES_BACK = /^(?:neither|nor|without|short)$/;
const WOULD_NOT = wordList(
  'decline declines declined declining refuse refuses refused refusing unable fail fails failed failing',
);
/** Verbs of making known: whoever does not do it has said nothing. Who does not believe something has a view of it. */
const SAYS =
  /^(?:say|tell|state|report|confirm|announce|add|mention|claim|disclose|reveal|explain|clarify|comment|identify)$/;
/** What one refuses to do by not speaking: "declined to be named", "refused to comment". */
const SPEAKING =
  /^(?:comment|say|tell|answer|respond|reply|confirm|deny|speak|talk|discuss|disclose|reveal|explain|elaborate|identify|name|specify|give)$/;
const HEDGED = new RegExp(`^(?:${HEDGING_VERBS})$`);
/** Verbs that hedge in the passive, with "to". */
const HEDGES = /^(?:believe|think|say|report|allege|show|know)$/;
const NAMED = wordList('named identified quoted interviewed');

/**
 * A speech verb that tells no act of speaking: "Asked about the bridge, Ruiz said ..." (the one asked is the speaker), "the failure to
 * find an answer" (nobody has found it), "did not deny it" (neither said nor denied).
 */
export const isNoAct = (tokens: readonly Token[], cue: Cue, sentenceStart: number): boolean =>
  NO_ACTS.some((isNone) => isNone(tokens, cue, sentenceStart));

const NO_ACTS = [
  ...[
    isReducedPassive,
    isReportedState,
    isHedge,
    isAttribute,
    isPlacedNoun,
    isWishForAnonymity,
    isPurposeOfNoun,
    isUndenied,
    isUnsaid,
  ],
  ...[isSilence, isAvoided, isCommentOn, isNewsroom, isSupposed, isOwnArticle, isNoRetraction],
];

/** "did not say that ...", "has never confirmed that ...", "refused to say how ...": no words of anybody's, and no denial of them. */
function isUnsaid(
  tokens: readonly Token[],
  { entry, negated, voice, first, verb }: Cue,
  sentenceStart: number,
): boolean {
  if (!SAYS.test(entry.lemma)) return false;
  if (negated) return true;
  const before = Math.min(first, verb) - 1;
  return voice === 'infinitive' && before >= sentenceStart && WOULD_NOT.at(tokens, before);
}

/** "If the mayor says that ...", "Did the mayor say that ...?", "Had he said that ...,": asked or supposed, and not said. */
function isSupposed(tokens: readonly Token[], { first, voice }: Cue, sentenceStart: number): boolean {
  for (let at = first - 1; at >= Math.max(sentenceStart, first - MAX_SUPPOSED); at--) {
    const lower = lowerAt(tokens, at);
    if (SUPPOSES.at(tokens, at) || (lower === 'whether' && /^ask/.test(lowerAt(tokens, at - 1)))) return true;
    if (at === sentenceStart) return voice === 'finite' && opensQuestion(tokens, at, first);
    if (MARKS.at(tokens, at) || isQuotedAt(tokens, at) || OPENS_CLAUSE.at(tokens, at)) return false;
  }
  return false;
}

/** "Did", "Has": before its subject; what "had", "should" and "were" suppose ends with a comma. */
function opensQuestion(tokens: readonly Token[], at: number, cue: number): boolean {
  const isInverted =
    /^(?:did|does|do|has|have|is|are|was|were|will|would|can|could|should|had|may|might|must)$/.test(
      lowerAt(tokens, at),
    );
  if (!isInverted && !/^who$/.test(lowerAt(tokens, at))) return false;
  for (let i = cue; tokens[i]?.sentence === tokens[at]?.sentence; i++) {
    if (textAt(tokens, i) === '?') return true;
    if (textAt(tokens, i) === ',') return /^(?:should|had|were)$/.test(lowerAt(tokens, at));
  }
  return false;
}

/** "declined to comment", "refused to be named": to say nothing is no statement. */
function isSilence(tokens: readonly Token[], { entry, after }: Cue): boolean {
  if (!/^(?:decline|refuse)$/.test(entry.lemma)) return false;
  let to = after;
  while (to < after + MAX_ADJUNCT && !/^(?:to|[.,;:])$/.test(lowerAt(tokens, to))) to++;
  if (lowerAt(tokens, to) !== 'to') return false;
  const adverbs = posAt(tokens, to + 1) === 'ADV' ? 1 : 0;
  const act = lowerAt(tokens, to + 1 + adverbs);
  return act === 'be' ? NAMED.at(tokens, to + 2 + adverbs) : SPEAKING.test(act);
}

/** "without naming", "stopped short of endorsing": what somebody has not done. */
function isAvoided(tokens: readonly Token[], { voice, first }: Cue, sentenceStart: number): boolean {
  if (voice !== 'participle' || first <= sentenceStart) return false;
  const before = lowerAt(tokens, first - 1);
  return before === 'without' || (before === 'of' && lowerAt(tokens, first - 2) === 'short');
}

/** "What we know: ...", "what you need to know": a heading of the newsroom's own. */
function isNewsroom(tokens: readonly Token[], { verb }: Cue, sentenceStart: number): boolean {
  if (![1, 2, 3].some((ahead) => textAt(tokens, verb + ahead) === ':')) return false;
  for (let at = verb - 1; at > Math.max(sentenceStart, verb - MAX_TAKEN_BACK); at--)
    if (/^(?:we|you)$/.test(lowerAt(tokens, at)) && lowerAt(tokens, at - 1) === 'what') return true;
  return false;
}

const OWN_VERSION = tokenKind(ENDS_OWN_VERSION);

/** "An earlier version of this article said": the article corrects itself, or in a note an earlier report of anybody's. */
function isOwnArticle(tokens: readonly Token[], { first }: Cue, sentenceStart: number): boolean {
  const isNote = OPENS_NOTE.at(tokens, sentenceStart);
  if (!isNote && !isTokenKind(tokens, first - 1, OWN_VERSION)) return false;
  const from = Math.max(sentenceStart, first - OWN_VERSION_REACH);
  const isWrong = isNote ? isTakenBackByNote : isOwnVersion;
  return isWrong(
    tokens
      .slice(from, first)
      .map((_, i) => lowerAt(tokens, from + i))
      .join(' '),
  );
}

/** "has yet to comment on reports that ...": what one comments on, or does not, is nothing that one says. */
function isCommentOn(tokens: readonly Token[], { entry, after }: Cue): boolean {
  return (
    entry.lemma === 'comment' &&
    lowerAt(tokens, after) === 'on' &&
    !TIME_WORD.test(lowerAt(tokens, after + 1))
  );
}

/** "did not deny", "neither confirmed nor denied", "refused to confirm or deny". */
function isUndenied(tokens: readonly Token[], { entry, negated, verb }: Cue, sentenceStart: number): boolean {
  if (entry.lemma !== 'deny' && entry.lemma !== 'confirm') return false;
  if (negated && entry.lemma === 'deny') return true;
  const isBase = lowerAt(tokens, verb) === entry.lemma;
  const floor = Math.max(sentenceStart, verb - MAX_TAKEN_BACK);
  for (let at = verb - 1; at >= floor && textAt(tokens, at) !== ','; at--) {
    const lower = lowerAt(tokens, at);
    if (TAKES_BACK.test(lower) || (isBase && WOULD_NOT.has(lower))) return true;
  }
  return false;
}

function isReducedPassive(tokens: readonly Token[], cue: Cue, sentenceStart: number): boolean {
  if (cue.voice !== 'finite' || cue.first !== cue.verb) return false;
  const form = VERB_FORMS.get(lowerAt(tokens, cue.verb))?.form;
  if (form !== 'past' && form !== 'participle') return false;
  const before = lowerAt(tokens, cue.verb - 1);
  return cue.verb === sentenceStart || WHEN.test(before) || (before === ',' && isAside(tokens, cue));
}

/** Behind its comma: "Ruiz, asked whether it held, said ...", "the town, identified as the centre, lies ...". */
function isAside(tokens: readonly Token[], { entry, after }: Cue): boolean {
  const next = lowerAt(tokens, after);
  if (entry.lemma === 'ask') return OPENS_CLAUSE.has(next) || next === 'about';
  return next === 'as' && entry.frames.includes('o');
}

/** "a man who asked not to be named" */
function isWishForAnonymity(tokens: readonly Token[], { entry, after }: Cue): boolean {
  if (entry.lemma !== 'ask') return false;
  return [after + 2, after + 3].some((at) => /^(?:named|identified|quoted)$/.test(lowerAt(tokens, at)));
}

/** "56 reported dead in Easttown", "dozens feared drowned": they report and fear nothing. */
function isReportedState(tokens: readonly Token[], { entry, verb }: Cue): boolean {
  return (
    /^(?:report|fear|believe|find|declare)$/.test(entry.lemma) &&
    /^(?:dead|killed|missing|injured|wounded|drowned|trapped|lost|buried)$/.test(lowerAt(tokens, verb + 1))
  );
}

/** "a fever blamed for 40 deaths", "a man accused of theft": behind its noun the form tells what befalls it. */
function isAttribute(tokens: readonly Token[], { entry, verb, first, voice }: Cue): boolean {
  if (voice !== 'finite' || first !== verb || !/^(?:accuses|condemns)$/.test(entry.act)) return false;
  const isPast = /^(?:past|participle)$/.test(VERB_FORMS.get(lowerAt(tokens, verb))?.form ?? '');
  return (
    isPast &&
    /^(?:for|of|over)$/.test(lowerAt(tokens, verb + 1)) &&
    /^(?:NOUN|PROPN)$/.test(posAt(tokens, verb - 1))
  );
}

/** "A woman found in the river was taken away": what befell her, before the verb of the sentence; she has found nothing. */
function isPlacedNoun(tokens: readonly Token[], { entry, verb, first, voice }: Cue): boolean {
  if (voice !== 'finite' || first !== verb || entry.frames.includes('q')) return false;
  if (posAt(tokens, verb - 1) !== 'NOUN') return false;
  if (posAt(tokens, verb + 1) !== 'ADP' || OPENS_CLAUSE.at(tokens, verb + 1)) return false;
  const place = phraseStartingAt(tokens, verb + 2, verb + MAX_PLACE);
  return place !== null && isFinite(tokens, place.end) && place.end < verb + MAX_PLACE;
}

/** "are believed to have fled": a hedge of the article's own, which nobody says. */
function isHedge(tokens: readonly Token[], { entry, voice, first, after }: Cue): boolean {
  if (voice === 'infinitive') return HEDGED.test(lowerAt(tokens, first - 1));
  return voice === 'passive' && HEDGES.test(entry.lemma) && lowerAt(tokens, after) === 'to';
}

function isPurposeOfNoun(tokens: readonly Token[], { voice, first, after, entry }: Cue): boolean {
  if (voice !== 'infinitive' || posAt(tokens, first - 1) !== 'NOUN') return false;
  return entry.frames === 's' && !OPENS_CLAUSE.at(tokens, after);
}

/** A bare noun phrase that nobody is named for says nothing: "described as", "mostly armed men". */
export function isUnowned(rule: string, subject: Subject | null): boolean {
  return rule === 'reported-noun-phrase' && !subject;
}

/**
 * Leaves out the object or purpose of a verb inside reported words ("said the agency stresses the duty of all", "said they want to see
 * an end"): it is a part of what is said there, no statement of its own. `found` are those of one sentence.
 */
export function withoutParts(found: readonly Utterance[], tokens: readonly Token[]): Utterance[] {
  return found.filter((utterance) => {
    const { cue, rule } = utterance;
    if (isAskedFor(utterance, found, tokens)) return false;
    if (!cue || ANSWERS.test(cue.entry.act) || (cue.negated && AGREES.test(cue.entry.lemma))) return true;
    if (rule !== 'reported-noun-phrase' && cue.voice !== 'infinitive') return true;
    const verb = tokens[cue.verb];
    return (
      !verb || !found.some((other) => other !== utterance && other.pieces.some((own) => holds(own, verb)))
    );
  });
}

/** "asked the court to reject the claims": whoever is asked to deny has not done so. */
function isAskedFor({ cue }: Utterance, found: readonly Utterance[], tokens: readonly Token[]): boolean {
  const verb = cue?.voice === 'infinitive' && cue.entry.act === 'denies' ? tokens[cue.verb] : undefined;
  return (
    verb !== undefined &&
    found.some(
      (other) =>
        /^(?:asks|urges)$/.test(other.cue?.entry.act ?? '') && other.pieces.some((own) => holds(own, verb)),
    )
  );
}

/** Unnamed "reports of ..." in somebody's reported words, which is his statement: they are none beside it. */
export function nestedIn(
  reported: readonly Utterance[],
  nouns: readonly Utterance[],
): ReadonlySet<Utterance> {
  const bySentence = new Map<number, TextRange[]>();
  for (const { sentence, pieces } of reported) {
    const list = bySentence.get(sentence);
    if (list) list.push(...pieces);
    else bySentence.set(sentence, [...pieces]);
  }
  const isNested = ({ sentence, subject, cue, pieces }: Utterance): boolean => {
    const isNamed = subject?.phrase.first !== cue?.verb;
    return (
      !isNamed &&
      Boolean(bySentence.get(sentence)?.some((around) => pieces.every((own) => holds(around, own))))
    );
  };
  return new Set(nouns.filter(isNested));
}

function holds(around: TextRange, inner: TextRange): boolean {
  return around.start <= inner.start && inner.end <= around.end;
}
