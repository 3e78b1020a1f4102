import type { SpeechAct } from '#domain';
import type { Document, Sentence, Token } from '../text/document.js';
import { rangeOf } from './token-range.js';
import { bareSubject, subjectBefore, type Subject } from './subjects.js';
import { phraseEndingAt, phraseStartingAt } from './noun-phrase.js';
import { lowerAt, posAt } from '../text/token-at.js';
import { isTokenKind, tokenKind } from '../text/token-kinds.js';
import { MAX_CUES, type Cue, type CuesBySentence } from './find-cues.js';
import type { CueEntry } from './cue-lexicon.js';
import { contentEnd } from './content-end.js';
import type { Utterance } from './utterance.js';

/** Nouns that hand on somebody's word, with what leads to it: "reports of ...", "the claim that ...", "questions about ...". */
const NOUNS: ReadonlyMap<string, ReadonlySet<string>> = nounTable(`
  of that: report claim allegation accusation rumor rumour assertion suggestion complaint warning statement argument criticism prediction assurance denial
  that: belief hope fear view confidence opinion contention insistence speculation remark comment conclusion admission concern
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
  /^(?:report|claim|allegation|accusation|rumou?r|assertion|suggestion|complaint|warning|statement|argument|criticism)/;
const RELAYING = tokenKind((lower) => NOUNS.has(lower));
const VERDICT =
  /^(?:true|untrue|false|wrong|mistaken|inaccurate|fabricated|baseless|unfounded|groundless|invented|nonsense|fake|correct)$/;
const UNSOURCED = /^(?:reports?|rumou?rs?|allegations?|claims?|accusations?)$/;
/** "Ruiz raised questions about", "made the claim that": the noun is what the subject of these verbs says. */
const LIGHT_VERB = /^(?:rais|mak|made|issu|giv|gave|repeat|renew|drop|voic|ma)(?:e|es|ed|ing|s)?$/;

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
    const kind = document.paragraphs[sentence.paragraph]?.kind;
    if (kind === 'boilerplate' || kind === 'dateline' || kind === 'byline') continue;
    const limit = found.length + MAX_CUES;
    const own = cues.get(sentence.index) ?? [];
    for (let i = sentence.firstToken; i + 2 < sentence.endToken && found.length < limit; i++) {
      if (!isTokenKind(document.tokens, i, RELAYING) || own.some(({ verb }) => verb === i)) continue;
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
  const link = lowerAt(tokens, i + 1);
  if (!noun || !isRelayingNoun(noun, link)) return null;
  // "a report that could surprise": what stands behind tells of the noun.
  if (link === 'that' && /^(?:VERB|AUX)$/.test(posAt(tokens, i + 2))) return null;
  const subject =
    possessor(tokens, i, sentence) ?? giverOf(tokens, i, sentence) ?? unnamed(noun.lower, link, i);
  if (!subject) return null;
  const entry: CueEntry = {
    lemma: `${noun.lower} ${link}`,
    frames: 'n',
    prepositions: [],
    act: actOf(noun.lower),
    distancing: DISTANCING.test(noun.lower),
  };
  const cue: Cue = {
    entry,
    verb: i,
    first: i,
    after: i + 2,
    sentence: sentence.index,
    voice: 'finite',
    negated: false,
  };
  const end = contentEnd(tokens, i + 2, sentence, cue, cues, 'clause');
  const range =
    link === 'that'
      ? rangeOf(tokens, i + 1, verdictStart(tokens, i + 2, end))
      : rangeOf(tokens, link === 'to' ? i + 1 : i + 2, nounPhraseEnd(tokens, i + 2, end));
  if (!range) return null;
  return {
    sentence: sentence.index,
    pieces: [range],
    quoted: false,
    cue,
    subject,
    mode: 'explicit',
    after: null,
    rule: 'noun-cue',
  };
}

function actOf(noun: string): SpeechAct {
  const found = Object.entries(ACTS).find(([, nouns]) => nouns.test(noun));
  return found ? (found[0] as SpeechAct) : 'asserts';
}

function isRelayingNoun(noun: Token, link: string): boolean {
  return noun.quote < 0 && NOUNS.get(noun.lower)?.has(link) === true;
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

/** The subject of the light verb that the noun is the object of. */
function giverOf(tokens: readonly Token[], noun: number, sentence: Sentence): Subject | null {
  let at = noun - 1;
  while (at > sentence.firstToken && /^(?:DET|ADJ)$/.test(posAt(tokens, at))) at--;
  return LIGHT_VERB.test(lowerAt(tokens, at)) ? subjectBefore(tokens, at, sentence) : null;
}

function unnamed(noun: string, link: string, i: number): Subject | null {
  return UNSOURCED.test(noun) && /^(?:of|that)$/.test(link) ? bareSubject({ first: i, end: i + 1 }) : null;
}

/** "The claim that the fund is bankrupt is false": the last verdict on it is no part of the claim. */
function verdictStart(tokens: readonly Token[], first: number, end: number): number {
  if (!VERDICT.test(lowerAt(tokens, end - 1))) return end;
  let at = end - 2;
  while (at > first && posAt(tokens, at) === 'ADV') at--;
  return at > first && posAt(tokens, at) === 'AUX' ? at : end;
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
