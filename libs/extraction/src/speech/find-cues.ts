import { isToldIn, type Document, type Sentence, type Token } from '../text/document.js';
import { isQuotedAt, lowerAt, posAt } from '../text/token-at.js';
import { isTokenKind, tokenKind } from '../text/token-kinds.js';
import { CUES, type CueEntry } from './cue-lexicon.js';
import { phraseEndingAt } from './noun-phrase.js';
import { VERB_FORMS, type VerbForm } from './verb-forms.js';
import { isSomebodysWord, WORD_NOUN } from './word-nouns.js';

/** Where a speech verb stands, with its auxiliaries; `after` is the token behind it (behind its preposition, if it needs one). */
export interface Cue {
  readonly entry: CueEntry;
  readonly verb: number;
  readonly first: number;
  readonly after: number;
  readonly sentence: number;
  readonly voice: 'finite' | 'passive' | 'participle' | 'infinitive' | 'preposition';
  readonly negated: boolean;
}

const AUXILIARY = new Set(
  "has have had is was are were be been being will would can could may might must should shall do does did 's 've 'd 'll 're 'm to not n't never wo ca also later then still even just already repeatedly once now again often long first initially publicly recently earlier finally quickly reportedly previously angrily flatly explicitly specifically strongly openly only himself herself itself themselves ever always immediately subsequently simply both all".split(
    ' ',
  ),
);
const BE = new Set("is was are were be been being 's 're".split(' '));
const HAVE = new Set("has have had 've".split(' '));
/** "refuses to accept that ...": the verb behind is negated. */
const REFUSES = /^(?:refus|declin)(?:e|es|ed|ing)$/;
/** Tokens of a verb's object that tell whether it is somebody's word. */
const MAX_OBJECT = 10;
const NOUN_BEFORE = new Set(
  'the a an his her their its our my your this these those no any some such every each'.split(' '),
);
const ACCORDING: CueEntry = {
  lemma: 'according to',
  frames: 'sq',
  prepositions: [],
  act: 'asserts',
  distancing: false,
};

/**
 * Cues read in one sentence, from its start (rule `crowded-sentence`). A long sentence of news has a dozen; more is a list or an attack,
 * and each cue costs a look at the others of its sentence.
 */
export const MAX_CUES = 30;

/** By sentence index, each list in text order. */
export type CuesBySentence = ReadonlyMap<number, readonly Cue[]>;

const MAY_CUE = tokenKind(new Set([...VERB_FORMS.keys(), 'according']));

/** All speech cues outside quotation marks. */
export function findCues(document: Document): CuesBySentence {
  const bySentence = new Map<number, Cue[]>();
  for (const sentence of document.sentences) {
    if (!isToldIn(document, sentence)) continue;
    const kind = document.paragraphs[sentence.paragraph]?.kind;
    const cues: Cue[] = [];
    const isHeadline = kind === 'title' || kind === 'heading';
    for (let i = sentence.firstToken; i < sentence.endToken && cues.length < MAX_CUES; i++) {
      const cue = isTokenKind(document.tokens, i, MAY_CUE)
        ? cueAt(document.tokens, i, sentence, isHeadline)
        : null;
      if (cue) cues.push(cue);
    }
    if (cues.length > 0) bySentence.set(sentence.index, cues);
  }
  return bySentence;
}

function cueAt(tokens: readonly Token[], i: number, sentence: Sentence, isHeadline: boolean): Cue | null {
  const token = tokens[i];
  if (!token || token.quote >= 0) return null;
  if (token.lower === 'according' && tokens[i + 1]?.lower === 'to') return accordingTo(i, sentence);
  const inflected = VERB_FORMS.get(token.lower);
  if (!inflected) return null;
  const isVerb = isVerbHere(tokens, i, inflected.form, sentence);
  if (!isVerb && !(isHeadline && isOnlyVerb(tokens, i, inflected.form, sentence))) return null;
  if (isFigurative(tokens, i, inflected.lemma)) return null;
  const found = entryAt(tokens, i, inflected.lemma, sentence);
  if (!found) return null;
  const { first, voice, negated } = verbGroup(tokens, i, inflected.form, sentence);
  return { entry: found.entry, verb: i, first, after: found.after, sentence: sentence.index, voice, negated };
}

const NO_ENTRIES: readonly CueEntry[] = [];

/** The entry of the verb whose preposition or infinitive follows, else its first that needs none. */
function entryAt(
  tokens: readonly Token[],
  i: number,
  lemma: string,
  sentence: Sentence,
): Pick<Cue, 'entry' | 'after'> | null {
  let first: Pick<Cue, 'entry' | 'after'> | null = null;
  for (const entry of CUES.get(lemma) ?? NO_ENTRIES) {
    const after = afterVerb(tokens, i, entry, sentence);
    if (after < 0) continue;
    first ??= { entry, after };
    if (first.after > i + 1 || lowerAt(tokens, i + 1) !== 'to') return first;
    if (entry.frames.includes('t')) return { entry, after };
  }
  return first;
}

function accordingTo(i: number, sentence: Sentence): Cue {
  return {
    entry: ACCORDING,
    verb: i,
    first: i,
    after: i + 2,
    sentence: sentence.index,
    voice: 'preposition',
    negated: false,
  };
}

/** The token behind the verb, or behind the preposition the entry needs; -1 where that is missing. */
function afterVerb(tokens: readonly Token[], i: number, entry: CueEntry, sentence: Sentence): number {
  if (!entry.frames.includes('p')) return i + 1;
  for (let at = i + 1; at < Math.min(sentence.endToken, i + 3); at++) {
    const behind = behindPreposition(tokens, at, entry);
    if (behind > at) return behind;
  }
  return -1;
}

/** The token behind one of the entry's prepositions at `at`, all its words ("back at"); -1 where none stands there. */
function behindPreposition(tokens: readonly Token[], at: number, { prepositions }: CueEntry): number {
  const lower = lowerAt(tokens, at);
  for (const preposition of prepositions) {
    if (preposition === lower) return at + 1;
    if (!preposition.startsWith(`${lower}_`)) continue;
    const words = preposition.split('_');
    if (words.every((word, i) => lowerAt(tokens, at + i) === word)) return at + words.length;
  }
  return -1;
}

/** Tells a verb from a noun or adjective of the same form by what stands before and after, where the tagger is unsure. */
function isVerbHere(tokens: readonly Token[], i: number, form: VerbForm, sentence: Sentence): boolean {
  const isVerb = posAt(tokens, i) === 'VERB' && !(form === 'past' && isAttributive(tokens, i));
  const before = i > sentence.firstToken ? tokens[i - 1] : undefined;
  if (!before) return isVerb;
  if ((isPartitive(before.lower) && opensClause(tokens, i, form)) || isWithAgent(tokens, i)) return true;
  if (opensNoun(tokens, i, form)) return false;
  if (posAt(tokens, i) === 'VERB') return isVerb;
  if (form === 'base' && hasClauseAndPlural(tokens, i, sentence)) return true;
  return isVerbBetween(before, tokens[i + 1], form);
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

/** "some accused the council", ""one in five say the road is closed": a part of a group speaks, whatever the tagger takes the verb for. */
function isPartitive(lower: string): boolean {
  return /^(?:some|others|many|both|few|most|third|quarter|half|two|three|four|five|six|seven|eight|nine|ten|hundred|%|percent)$/.test(
    lower,
  );
}

function opensClause(tokens: readonly Token[], i: number, form: VerbForm): boolean {
  if (form !== 'base' && form !== 'past') return false;
  return /^(?:DET|PRON|PROPN)$/.test(posAt(tokens, i + 1)) || lowerAt(tokens, i + 1) === 'that';
}

/** "the claim", "its reports", "according to state media": what stands before makes a noun of the form. */
function opensNoun(tokens: readonly Token[], i: number, form: VerbForm): boolean {
  const before = lowerAt(tokens, i - 1);
  if (NOUN_BEFORE.has(before)) return true;
  if (before === 'to') return lowerAt(tokens, i - 2) === 'according';
  if (form === 's' && isPlural(tokens, i)) return true;
  return form !== 'ing' && (before === "'s" || (before === '-' && tokens[i]?.spaced === false));
}

/** "there were reports", "noted with alarm reports that ...": no verb of the third person. */
function isPlural(tokens: readonly Token[], i: number): boolean {
  if (isBehindAuxiliary(tokens, i) || opensMatter(tokens, i) || isObjectOfCue(tokens, i)) return true;
  return posAt(tokens, i) === 'NOUN' && posAt(tokens, i - 2) === 'ADP';
}

/** "said claims that ...", "dismissed reports that ...": right behind another cue stands its object. */
function isObjectOfCue(tokens: readonly Token[], i: number): boolean {
  return posAt(tokens, i - 1) === 'VERB' && VERB_FORMS.has(lowerAt(tokens, i - 1));
}

/** "reports of nine deaths": these take no "of" as verbs. */
function opensMatter(tokens: readonly Token[], i: number): boolean {
  return (
    lowerAt(tokens, i + 1) === 'of' &&
    /^(?:reports|claims|charges|demands|estimates|promises)$/.test(lowerAt(tokens, i))
  );
}

/** "there were also reports": no verb in -s follows an auxiliary. */
function isBehindAuxiliary(tokens: readonly Token[], i: number): boolean {
  const at = posAt(tokens, i - 1) === 'ADV' ? i - 2 : i - 1;
  return /^(?:is|are|was|were|be|been|have|had)$/.test(lowerAt(tokens, at));
}

/** "Witnesses claim that it fell", "records show 40 left": the tagger takes the plural's verb for a noun; "the agency report that ..." is one. */
function hasClauseAndPlural(tokens: readonly Token[], i: number, sentence: Sentence): boolean {
  const that = lowerAt(tokens, i + 1) === 'that' && !/^(?:VERB|AUX)$/.test(posAt(tokens, i + 2));
  if (!that && posAt(tokens, i + 1) !== 'NUM') return false;
  const phrase = phraseEndingAt(tokens, i - 1, sentence.firstToken);
  if (!phrase) return false;
  const isPlural = /(?:[^s]s|police|media|people|men|women)$/.test(lowerAt(tokens, i - 1));
  return isPlural || (that && posAt(tokens, i - 1) === 'PROPN' && posAt(tokens, phrase.first) === 'PROPN');
}

/** "The storm claimed 13 lives"; "the town has seen ten deaths", but "she sees it as a duty". */
function isFigurative(tokens: readonly Token[], i: number, lemma: string): boolean {
  if (lemma === 'contest') return isContest(tokens, i);
  if (lemma !== 'claim' && lemma !== 'see') return false;
  const behind = tokens.slice(i + 1, i + 9).map(({ lower }) => lower);
  if (lemma === 'claim') return behind.slice(0, 6).some((word) => /^(?:life|lives|victims?)$/.test(word));
  return !behind.includes('as');
}

/** "contested the election", but "contested the claim". */
function isContest(tokens: readonly Token[], i: number): boolean {
  const object = tokens.slice(i + 1, i + MAX_OBJECT).map(({ text }) => text);
  return !isSomebodysWord(object.join(' '));
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
    (/^(?:that|the|a|an|this|these|those|such|any|he|she|it|they|his|her|to|in|on|of|for|no|nobody|nothing|none|only|more|[“"'‘:,.])$/.test(
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

function verbGroup(
  tokens: readonly Token[],
  i: number,
  form: VerbForm,
  sentence: Sentence,
): Pick<Cue, 'first' | 'voice' | 'negated'> {
  let first = i;
  while (first > sentence.firstToken && isAuxiliary(tokens, first - 1)) first--;
  while (first < i && !isAuxiliaryStart(tokens[first])) first++;
  const words = tokens.slice(first, i).map((token) => token.lower);
  const voice = isReducedPassive(tokens, i, form, sentence) ? 'passive' : voiceOf(words, form);
  const negated =
    words.some((word) => word === 'not' || word === "n't" || word === 'never') ||
    (voice === 'infinitive' && REFUSES.test(lowerAt(tokens, first - 1)));
  return { first, voice, negated };
}

/** "an allegation described by the ministry as a lie", but "denied by email". */
function isReducedPassive(
  tokens: readonly Token[],
  i: number,
  form: VerbForm,
  { firstToken }: Sentence,
): boolean {
  if (form !== 'past' && form !== 'participle') return false;
  if (lowerAt(tokens, i + 1) !== 'by' || i <= firstToken || posAt(tokens, i - 1) !== 'NOUN') return false;
  return WORD_NOUN.test(lowerAt(tokens, i - 1)) && /^(?:DET|PROPN|PRON)$/.test(posAt(tokens, i + 2));
}

function voiceOf(auxiliaries: readonly string[], form: VerbForm): Cue['voice'] {
  const be = auxiliaries.findLast((word) => BE.has(word) || HAVE.has(word));
  if (auxiliaries.includes('to')) return 'infinitive';
  if (form === 'ing') return be ? 'finite' : 'participle';
  const isParticiple = form === 'past' || form === 'participle';
  return isParticiple && be !== undefined && BE.has(be) ? 'passive' : 'finite';
}

function isAuxiliary(tokens: readonly Token[], at: number): boolean {
  const lower = lowerAt(tokens, at);
  if (posAt(tokens, at) === 'ADV' && lower.endsWith('ly')) return true;
  return AUXILIARY.has(lower) && !isNegatedNoun(tokens, at);
}

function isNegatedNoun(tokens: readonly Token[], at: number): boolean {
  return tokens[at]?.lower === "'s" && tokens[at + 1]?.pos === 'NOUN';
}

/** Adverbs stay with the clause unless an auxiliary or the verb follows them; quantifiers belong to the subject. */
function isAuxiliaryStart(token: Token | undefined): boolean {
  return token !== undefined && !/^(?:both|all|only|first|even|just)$/.test(token.lower);
}
