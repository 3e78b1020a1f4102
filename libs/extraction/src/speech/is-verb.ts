import type { Sentence, Token } from '../text/document.js';
import { isQuotedAt, lowerAt, posAt, textAt } from '../text/token-at.js';
import { isTokenKind } from '../text/token-kinds.js';
import { wordList } from '../words/word-list.js';
import { phraseEndingAt, UPPER } from './noun-phrase.js';
import { storyStart } from './story-start.js';
import { BE } from './verb-group.js';
import { VERB_FORMS, type VerbForm } from './verb-forms.js';
import { isSomebodysWord } from './word-nouns.js';

/** Tokens of a verb's object that tell whether it is somebody's word. */
const MAX_OBJECT = 10;
/** Blows and gestures, which deny where words take them. */
const STRIKES = /^(?:shoot|knock|bat|swat|wave|brush)$/;
const NOUN_BEFORE = wordList(
  'the a an his her their its our my your this these those no any some such every each',
);
/** They tell one word of somebody's from another. */
const WHICH_ONE = wordList('earlier later latest previous prior initial original recent');
const PARTICLES = wordList('back off away aside down out');
const PARTITIVES = wordList(
  'some others many both few most third quarter half two three four five six seven eight nine ten hundred % percent',
);

export function isVerbInText(
  tokens: readonly Token[],
  i: number,
  form: VerbForm,
  sentence: Sentence,
): boolean {
  return !isPartOfName(tokens, i, sentence) && isVerbHere(tokens, i, form, sentence);
}

export function isHeadlineVerb(
  tokens: readonly Token[],
  i: number,
  form: VerbForm,
  sentence: Sentence,
): boolean {
  return isVerbHere(tokens, i, form, sentence) || isOnlyVerb(tokens, i, form, sentence);
}

/** "the United States said": a capital inside a sentence, behind another one, belongs to a name; not so where all words have one. */
function isPartOfName(tokens: readonly Token[], i: number, { firstToken }: Sentence): boolean {
  const isUpper = (at: number): boolean => isTokenKind(tokens, at, UPPER);
  return i > firstToken && isUpper(i - 1) && isUpper(i) && !isUpper(i + 1);
}

/** Tells a verb from a noun or adjective of the same form by what stands before and after, where the tagger is unsure. */
function isVerbHere(tokens: readonly Token[], i: number, form: VerbForm, sentence: Sentence): boolean {
  const isVerb = posAt(tokens, i) === 'VERB' && !(form === 'past' && isAttributive(tokens, i));
  if (i === sentence.firstToken || i === storyStart(tokens, sentence))
    return isVerb && !opensMatter(tokens, i);
  // "some accused the council", "one in five say the road is closed": a part of a group speaks, whatever the tagger takes the verb for.
  const isClause = PARTITIVES.at(tokens, i - 1) && opensClause(tokens, i, form);
  if (isClause || isWithAgent(tokens, i)) return true;
  if (opensNoun(tokens, i, form)) return false;
  return posAt(tokens, i) === 'VERB' ? isVerb : isVerbByPlace(tokens, i, form, sentence);
}

/** The tagger sees no verb. */
function isVerbByPlace(tokens: readonly Token[], i: number, form: VerbForm, sentence: Sentence): boolean {
  if (form === 'base' && hasClauseAndPlural(tokens, i, sentence)) return true;
  const before = tokens[i - 1];
  return before !== undefined && isVerbBetween(before, tokens[i + 1], form);
}

/** "Family disputes police account": a headline in which nothing else can be the verb. */
function isOnlyVerb(tokens: readonly Token[], i: number, form: VerbForm, sentence: Sentence): boolean {
  if (form !== 's' || i === sentence.firstToken || !/^(?:NOUN|PROPN)$/.test(posAt(tokens, i - 1)))
    return false;
  if (!/^(?:NOUN|PROPN|DET)$/.test(posAt(tokens, i + 1)) || opensNoun(tokens, i, 'base')) return false;
  for (let at = sentence.firstToken; at < sentence.endToken; at++)
    if (at !== i && /^(?:VERB|AUX)$/.test(posAt(tokens, at)) && !isQuotedAt(tokens, at)) return false;
  return true;
}

/** The tagger sees no verb: its neighbours must leave no other reading. */
function isVerbBetween(before: Token, next: Token | undefined, form: VerbForm): boolean {
  if (form === 'ing' && before.text === ',' && next?.lower === 'that') return true;
  if (form === 'base' || form === 'ing') return before.lower === 'to' || isNominativePlural(before);
  if (form === 's') return isSubjectLike(before) && opensContent(next);
  return isSubjectLike(before) || opensContent(next);
}

/** "is alleged by residents to": the tagger takes the form for an adjective. */
function isWithAgent(tokens: readonly Token[], i: number): boolean {
  if (lowerAt(tokens, i + 1) !== 'by' || !BE.has(lowerAt(tokens, i - 1))) return false;
  return lowerAt(tokens, i).endsWith('ed');
}

function opensClause(tokens: readonly Token[], i: number, form: VerbForm): boolean {
  if (form !== 'base' && form !== 'past') return false;
  return /^(?:DET|PRON|PROPN)$/.test(posAt(tokens, i + 1)) || lowerAt(tokens, i + 1) === 'that';
}

/** "the claim", "its reports", "according to state media": what stands before makes a noun of the form. */
function opensNoun(tokens: readonly Token[], i: number, form: VerbForm): boolean {
  const before = lowerAt(tokens, i - 1);
  if (isBehindArticle(tokens, i, form)) return true;
  if (before === 'to') return form === 's' || lowerAt(tokens, i - 2) === 'according';
  if (form === 's' && (isPlural(tokens, i) || isSubjectNoun(tokens, i))) return true;
  return form !== 'ing' && (before === "'s" || (before === '-' && tokens[i]?.spaced === false));
}

/** "there were reports", "noted with alarm reports that ...": no verb of the third person. */
function isPlural(tokens: readonly Token[], i: number): boolean {
  if (isBehindAuxiliary(tokens, i) || opensMatter(tokens, i) || isObjectOfCue(tokens, i)) return true;
  return posAt(tokens, i) === 'NOUN' && posAt(tokens, i - 2) === 'ADP';
}

/** "Earlier estimates had put", "new claims were": an auxiliary right behind makes a plural of it, but for "what he claims is". */
function isSubjectNoun(tokens: readonly Token[], i: number): boolean {
  return posAt(tokens, i + 1) === 'AUX' && /^(?:ADJ|ADV|NOUN|NUM)$/.test(posAt(tokens, i - 1));
}

/** "said claims that ...", "brushed off reports that ...": right behind another cue stands its object. */
function isObjectOfCue(tokens: readonly Token[], i: number): boolean {
  const verb = PARTICLES.at(tokens, i - 1) ? i - 2 : i - 1;
  return posAt(tokens, verb) === 'VERB' && VERB_FORMS.has(lowerAt(tokens, verb));
}

/** "the report", "an earlier report that", "the latest claim that": behind an article and what tells which one stands a noun; "the sick report that" has a verb. */
function isBehindArticle(tokens: readonly Token[], i: number, form: VerbForm): boolean {
  if (NOUN_BEFORE.at(tokens, i - 1)) return true;
  if (form !== 'base' || !NOUN_BEFORE.at(tokens, i - 2)) return false;
  const isQualified = /^an?$/.test(lowerAt(tokens, i - 2)) && /^(?:ADJ|ADV)$/.test(posAt(tokens, i - 1));
  return isQualified || WHICH_ONE.at(tokens, i - 1);
}

/** "reports of nine deaths", "Hopes of finding them": these take no "of" as verbs. */
function opensMatter(tokens: readonly Token[], i: number): boolean {
  return (
    lowerAt(tokens, i + 1) === 'of' &&
    /^(?:reports|claims|charges|demands|estimates|promises|hopes|fears|offers|accounts|views|orders|threats)$/.test(
      lowerAt(tokens, i),
    )
  );
}

/** "there were also reports": no verb in -s follows an auxiliary. */
function isBehindAuxiliary(tokens: readonly Token[], i: number): boolean {
  const at = posAt(tokens, i - 1) === 'ADV' ? i - 2 : i - 1;
  return /^(?:is|are|was|were|be|been|have|had)$/.test(lowerAt(tokens, at));
}

/** "Witnesses claim that it fell", "records show 40 left", "the road is cut, residents claim.": the tagger takes the plural's verb for a noun; "the agency report that ..." is one. */
function hasClauseAndPlural(tokens: readonly Token[], i: number, sentence: Sentence): boolean {
  const that = lowerAt(tokens, i + 1) === 'that' && !/^(?:VERB|AUX)$/.test(posAt(tokens, i + 2));
  const closes = /^[.!?]?$/.test(textAt(tokens, i + 1));
  if (!that && !closes && posAt(tokens, i + 1) !== 'NUM') return false;
  const phrase = phraseEndingAt(tokens, i - 1, sentence.firstToken);
  if (!phrase || (closes && !/^[,”"]$/.test(textAt(tokens, phrase.first - 1)))) return false;
  const isPlural = /(?:[^s]s|police|media|people|men|women)$/.test(lowerAt(tokens, i - 1));
  return isPlural || (that && posAt(tokens, i - 1) === 'PROPN' && posAt(tokens, phrase.first) === 'PROPN');
}

/** "The storm claimed 13 lives"; "the town has seen ten deaths", but "she sees it as a duty". */
export function isFigurative(tokens: readonly Token[], i: number, lemma: string): boolean {
  if (lemma === 'contest') return !takesWord(tokens, i + 1);
  if (STRIKES.test(lemma) && /^(?:down|away|off|aside)$/.test(lowerAt(tokens, i + 1)))
    return !takesWord(tokens, i + 2);
  if (lemma !== 'claim' && lemma !== 'see') return false;
  const behind = tokens.slice(i + 1, i + 9).map(({ lower }) => lower);
  if (lemma === 'claim') return behind.slice(0, 6).some((word) => /^(?:life|lives|victims?)$/.test(word));
  return !behind.includes('as');
}

/** "contested the election", "shot down a drone", but "contested the claim", "shot down the idea". */
function takesWord(tokens: readonly Token[], from: number): boolean {
  const object = tokens.slice(from, from + MAX_OBJECT).map(({ text }) => text);
  return isSomebodysWord(object.join(' '));
}

function isNominativePlural(token: Token | undefined): boolean {
  return token !== undefined && /^(?:they|we|i|you|who)$/.test(token.lower);
}

function isSubjectLike(token: Token): boolean {
  return (
    token.pos === 'PROPN' ||
    /^\p{Lu}/u.test(token.text) ||
    token.pos === 'PRON' ||
    token.pos === 'NOUN' ||
    token.text === ',' ||
    token.text === ')'
  );
}

function opensContent(next: Token | undefined): boolean {
  return (
    next !== undefined &&
    (/^(?:that|the|a|an|this|these|those|such|any|he|she|it|they|his|her|to|in|on|of|for|no|nobody|nothing|none|only|more|at|up|as|over|about|some|nearly|[“"'‘:,.])$/.test(
      next.lower,
    ) ||
      next.pos === 'PROPN' ||
      next.pos === 'NUM' ||
      next.quote >= 0)
  );
}

/** "the alleged attackers": a past form between a determiner or preposition and a noun. */
function isAttributive(tokens: readonly Token[], i: number): boolean {
  const before = tokens[i - 1];
  const next = tokens[i + 1];
  return next?.pos === 'NOUN' && (before?.pos === 'ADP' || before?.pos === 'ADJ' || before?.pos === 'NUM');
}
