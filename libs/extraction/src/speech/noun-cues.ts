import type { SpeechAct, TextRange } from '#domain';
import { isToldIn, type Document, type Sentence, type Token } from '../text/document.js';
import { firstBehind } from '../text/first-behind.js';
import { rangeOf } from './token-range.js';
import type { Subject } from './subject.js';
import { bareSubject, subjectBefore } from './subjects.js';
import { isCapitalised } from './name-index.js';
import { GROUP_NOUNS, ORGANISATION_WORDS } from './name-words.js';
import { phraseEndingAt, phraseStartingAt, TIME_WORD, type Phrase } from './noun-phrase.js';
import { isQuotedAt, lowerAt, posAt } from '../text/token-at.js';
import { isTokenKind, tokenKind } from '../text/token-kinds.js';
import { MAX_CUES, type Cue, type CuesBySentence } from './find-cues.js';
import type { CueEntry } from './cue-lexicon.js';
import { contentEnd } from './content-end.js';
import { closingVerdict } from './untruth.js';
import type { Utterance } from './utterance.js';

/** Nouns that hand on somebody's word, with what leads to it: "reports of ...", "the claim that ...", "questions about ...". */
const NOUNS: ReadonlyMap<string, ReadonlySet<string>> = nounTable(`
  of that: report claim allegation accusation rumor rumour assertion suggestion insinuation explanation speculation complaint warning statement argument criticism prediction assurance denial account
  of that about: story
  that: charge belief hope fear view confidence opinion contention insistence speculation remark comment conclusion admission concern
  of: critique endorsement condemnation denunciation praise
  about: question concern complaint doubt worry warning misgiving
  for: call praise demand appeal
  to: promise pledge vow threat opposition
  against: accusation allegation`);
const ACTS: Readonly<Partial<Record<SpeechAct, RegExp>>> = {
  condemns: /^(?:criti|condemn|denunc|complain|opposition)/,
  urges: /^(?:call|demand|appeal)/,
  promises: /^(?:promise|pledge|vow|threat)/,
  warns: /^(?:warning|fear)/,
  predicts: /^prediction/,
  asks: /^question/,
};
/** On somebody's word, and no more: the words of the others are their own act. */
const DISTANCING =
  /^(?:report|claim|allegation|accusation|charge|rumou?r|speculation|assertion|suggestion|complaint|warning|statement|argument|criticism)/;
const RELAYING = tokenKind(NOUNS);
const UNSOURCED =
  /^(?:reports?|rumou?rs?|allegations?|claims?|accusations?|charges?|suggestions?|assertions?|speculation)$/;
/** "Ruiz raised questions about", "made the claim that": the noun is what the subject of these verbs says. */
const LIGHT_VERB = /^(?:rais|mak|made|issu|giv|gave|repeat|renew|drop|voic|ma)(?:e|es|ed|ing|s)?$/;

const EMERGED =
  /^(?:emerged?|surfaced?|circulat(?:e|ed|ing)|spread|arose|appeared|persist(?:ed)?|swirl(?:ed|ing)?)$/;
/** Tokens of whose word it is, between noun and "that". */
const MAX_SOURCE = 12;

function nounTable(lines: string): Map<string, Set<string>> {
  const table = new Map<string, Set<string>>();
  for (const line of lines.trim().split('\n')) {
    const [links = '', nouns = ''] = line.split(':');
    for (const noun of nouns.trim().split(/\s+/))
      for (const form of [noun, noun.endsWith('y') ? `${noun.slice(0, -1)}ies` : `${noun}s`])
        table.set(form, new Set([...(table.get(form) ?? []), ...links.trim().split(' ')]));
  }
  return table;
}

/**
 * Propositions relayed by a noun: "reports of shelling in the town", "the mayor's claim that ...". The source is the possessor; without
 * one, "reports" and "rumours" are themselves the unnamed source. A word already read as a verb ("Ruiz reports that ...") is none.
 */
export function readNounCues(document: Document, cues: CuesBySentence): Utterance[] {
  const found: Utterance[] = [];
  for (const sentence of document.sentences) {
    if (!isToldIn(document, sentence)) continue;
    const limit = found.length + MAX_CUES;
    const own = cues.get(sentence.index) ?? [];
    for (let i = sentence.firstToken; i + 2 < sentence.endToken && found.length < limit; i++) {
      if (!isTokenKind(document.tokens, i, RELAYING) || own.some(({ verb }) => verb === i)) continue;
      if (isNone(document.tokens, i)) continue;
      const utterance = nounCueAt(document, i, sentence, own);
      if (utterance) found.push(utterance);
    }
  }
  return found;
}

function nounCueAt(
  document: Document,
  i: number,
  sentence: Sentence,
  cues: readonly Cue[],
): Utterance | null {
  const { tokens } = document;
  const noun = tokens[i];
  const source = noun ? sourceBehind(tokens, i, sentence) : null;
  const at = source?.end ?? behindDay(tokens, i);
  const link = lowerAt(tokens, at);
  if (!noun || !isRelayingNoun(noun, link)) return null;
  const subject =
    ownerBefore(tokens, i, link, sentence) ??
    (source && bareSubject(source)) ??
    giverOf(tokens, i, sentence) ??
    unnamed(noun.lower, link, i);
  const cue = cueOf(noun.lower, link, i, at, sentence);
  const range = subject && contentOf(document, cue, link, sentence, cues);
  if (!range) return null;
  return {
    ...{ sentence: sentence.index, pieces: [range], quoted: false, cue, subject },
    ...{ mode: 'explicit', after: null, rule: 'noun-cue' },
  };
}

/** "no immediate reports of casualties": nobody said so. */
function isNone(tokens: readonly Token[], noun: number): boolean {
  let at = noun - 1;
  while (posAt(tokens, at) === 'ADJ') at--;
  return /^(?:no|without)$/.test(lowerAt(tokens, at));
}

/** What the noun tells of, behind the word that leads to it. */
function contentOf(
  document: Document,
  cue: Cue,
  link: string,
  sentence: Sentence,
  cues: readonly Cue[],
): TextRange | null {
  const { tokens } = document;
  const at = cue.after - 1;
  const end = contentEnd(tokens, at + 1, sentence, cue, cues, 'clause');
  // "a report that could surprise": what stands behind tells of the noun.
  if (link === 'that' && (/^(?:VERB|AUX)$/.test(posAt(tokens, at + 1)) || isJudged(tokens, at + 1, cues)))
    return null;
  if (link === 'that') return clauseBehind(document, { noun: cue.verb, that: at, end }, sentence, cues);
  return rangeOf(
    tokens,
    link === 'to' ? at : at + 1,
    nounPhraseEnd(tokens, at + 1, verdictStart(document, cue.verb, end)),
  );
}

/** "a report that the mill said was invented": the noun is what the clause lacks. */
function isJudged(tokens: readonly Token[], first: number, cues: readonly Cue[]): boolean {
  return cues.some(
    ({ first: verb, after }) =>
      verb > first &&
      verb < first + MAX_SOURCE &&
      posAt(tokens, after) === 'AUX' &&
      phraseStartingAt(tokens, first, verb)?.end === verb,
  );
}

function cueOf(noun: string, link: string, i: number, at: number, { index }: Sentence): Cue {
  const entry: CueEntry = {
    lemma: `${noun} ${link}`,
    frames: 'n',
    prepositions: [],
    act: actOf(noun),
    distancing: DISTANCING.test(noun),
  };
  return { entry, verb: i, first: i, after: at + 1, sentence: index, voice: 'finite', negated: false };
}

/** "reports on Friday that", "claims last week that": when they were made stands between noun and link. */
function behindDay(tokens: readonly Token[], noun: number): number {
  const emerged = behindEmerged(tokens, noun + 1);
  if (emerged > noun) return emerged;
  for (const at of [noun + 2, noun + 3])
    if (lowerAt(tokens, at) === 'that' && TIME_WORD.test(lowerAt(tokens, at - 1))) return at;
  return noun + 1;
}

/** "Reports then emerged that": where "that" stands; -1 where it does not. */
function behindEmerged(tokens: readonly Token[], from: number): number {
  for (let at = from + 1; at <= from + 4; at++)
    if (lowerAt(tokens, at) === 'that' && EMERGED.test(lowerAt(tokens, at - 1))) return at;
  return -1;
}

/** "a claim by residents that", "a report in the Evening Post that": whose word it is, between the noun and "that". */
function sourceBehind(tokens: readonly Token[], noun: number, { endToken }: Sentence): Phrase | null {
  const link = lowerAt(tokens, noun + 1);
  if (!/^(?:by|from|in)$/.test(link)) return null;
  const limit = Math.min(endToken, noun + MAX_SOURCE);
  let that = noun + 2;
  while (that < limit && lowerAt(tokens, that) !== 'that') {
    if (/^(?:VERB|AUX)$/.test(posAt(tokens, that)) || isQuotedAt(tokens, that)) return null;
    that++;
  }
  if (that === limit || that === noun + 2) return null;
  const hasName = tokens.slice(noun + 2, that).some(isCapitalised);
  return link !== 'in' || hasName ? { first: noun + 2, end: that } : null;
}

/** The clause behind "that"; null where it tells of the noun ("a claim that the army denies"). */
function clauseBehind(
  document: Document,
  { noun, that, end }: { readonly noun: number; readonly that: number; readonly end: number },
  sentence: Sentence,
  cues: readonly Cue[],
): TextRange | null {
  const { tokens } = document;
  if (cues.some(({ verb, entry }) => verb === end - 1 && entry.act === 'denies')) return null;
  const verdict = verdictStart(document, noun, end);
  const denial = denialBehind(tokens, { noun, that, end }, sentence, cues);
  return rangeOf(tokens, that, Math.min(verdict, denial));
}

/** "Rumours that he would go were dismissed by his office": the main verb is no part of the rumour. */
function denialBehind(
  tokens: readonly Token[],
  { noun, that, end }: { readonly noun: number; readonly that: number; readonly end: number },
  { firstToken }: Sentence,
  cues: readonly Cue[],
): number {
  for (let at = firstToken; at < noun; at++) if (/^(?:VERB|AUX)$/.test(posAt(tokens, at))) return end;
  const denial = cues.find(
    ({ first, voice, entry }) =>
      first > that &&
      first < end &&
      voice === 'passive' &&
      (entry.act === 'denies' || entry.frames.includes('o')),
  );
  const from = denial?.first ?? end;
  for (let at = that + 1; at < from; at++) if (/^(?:VERB|AUX)$/.test(posAt(tokens, at))) return from;
  return end;
}

function actOf(noun: string): SpeechAct {
  const found = Object.entries(ACTS).find(([, nouns]) => nouns.test(noun));
  return found ? (found[0] as SpeechAct) : 'asserts';
}

function isRelayingNoun(noun: Token, link: string): boolean {
  return noun.quote < 0 && NOUNS.get(noun.lower)?.has(link) === true;
}

function ownerBefore(
  tokens: readonly Token[],
  noun: number,
  link: string,
  sentence: Sentence,
): Subject | null {
  const owner = possessor(tokens, noun, sentence);
  return owner ?? (link === 'that' ? bodyBefore(tokens, noun - 1, sentence) : null);
}

/** "the mayor's claim", "his claim" */
function possessor(tokens: readonly Token[], noun: number, sentence: Sentence): Subject | null {
  let at = noun - 1;
  while (at > sentence.firstToken && tokens[at]?.pos === 'ADJ') at--;
  if (/^(?:his|her|their|its)$/.test(lowerAt(tokens, at))) return bareSubject({ first: at, end: at + 1 });
  if (!/^(?:'s|')$/.test(tokens[at]?.lower ?? '')) return null;
  const phrase = phraseEndingAt(tokens, at - 1, sentence.firstToken);
  return phrase && bareSubject(phrase);
}

/** "an army claim that", "the Norvale allegation that": a body right before the noun; "media reports that" name none. */
function bodyBefore(tokens: readonly Token[], at: number, { firstToken }: Sentence): Subject | null {
  const token = tokens[at];
  if (!token || at < firstToken || !/^(?:NOUN|PROPN)$/.test(token.pos) || token.lower === 'media')
    return null;
  const isBody = GROUP_NOUNS.has(token.lower) || ORGANISATION_WORDS.has(token.lower);
  const isName = isCapitalised(token) && /^(?:the|an?)$/.test(lowerAt(tokens, at - 1));
  return isBody || isName ? bareSubject({ first: at, end: at + 1 }) : null;
}

/** The subject of the light verb that the noun is the object of. */
function giverOf(tokens: readonly Token[], noun: number, sentence: Sentence): Subject | null {
  let at = noun - 1;
  while (at > sentence.firstToken && /^(?:DET|ADJ)$/.test(posAt(tokens, at))) at--;
  return LIGHT_VERB.test(lowerAt(tokens, at)) ? subjectBefore(tokens, at, sentence) : null;
}

function unnamed(noun: string, link: string, i: number): Subject | null {
  return UNSOURCED.test(noun) && /^(?:of|that)$/.test(link) ? bareSubject({ first: i, end: i + 1 }) : null;
}

/** "The claim that the fund is bankrupt is false", "... lacks any basis": the last verdict on it is no part of the claim. */
function verdictStart({ text, tokens }: Document, noun: number, end: number): number {
  const start = tokens[noun]?.start ?? 0;
  const verdict = closingVerdict(text.slice(start, tokens[end - 1]?.end ?? start));
  return verdict < 0 ? end : firstBehind(tokens, start + verdict, (token) => token.start);
}

/** "the report of 40 deaths was invented": the verb of its own clause is no part of what is reported. */
function nounPhraseEnd(tokens: readonly Token[], first: number, end: number): number {
  const phrase = phraseStartingAt(tokens, first, end);
  if (phrase && /^(?:VERB|AUX|PRON|ADV|SCONJ)$/.test(posAt(tokens, phrase.end))) return phrase.end;
  for (let i = first; i < end; i++) {
    if (/^(?:that|which|who|whom|where|when|how)$/.test(lowerAt(tokens, i))) return end;
    if (tokens[i]?.pos === 'AUX' && (tokens[i]?.quote ?? -1) < 0) return i;
  }
  return end;
}
