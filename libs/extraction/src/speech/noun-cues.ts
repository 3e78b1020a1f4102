import type { Document, Sentence, Token } from '../text/document.js';
import { rangeOf } from './token-range.js';
import type { Subject } from './subjects.js';
import { phraseEndingAt } from './noun-phrase.js';
import { lowerAt } from '../text/token-at.js';
import { isTokenKind, tokenKind } from '../text/token-kinds.js';
import { MAX_CUES, type Cue, type CuesBySentence } from './find-cues.js';
import type { CueEntry } from './cue-lexicon.js';
import { contentEnd } from './content-end.js';
import type { Utterance } from './utterance.js';

/** Nouns that hand on somebody's word: "reports of ...", "the claim that ...". */
const NOUNS = new Set(
  'report reports claim claims allegation allegations accusation accusations rumor rumors rumour rumours assertion assertions suggestion suggestions complaint complaints warning warnings statement argument criticism'.split(
    ' ',
  ),
);
const RELAYING = tokenKind(NOUNS);
const UNSOURCED = /^(?:reports?|rumou?rs?|allegations?|claims?|accusations?)$/;

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
  const subject = possessor(tokens, i, sentence) ?? unnamed(noun.lower, i);
  if (!subject) return null;
  const entry: CueEntry = {
    lemma: `${noun.lower} ${link}`,
    frames: 'n',
    prepositions: [],
    act: 'asserts',
    distancing: true,
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
    link === 'of' ? rangeOf(tokens, i + 2, nounPhraseEnd(tokens, i + 2, end)) : rangeOf(tokens, i + 1, end);
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

function isRelayingNoun(noun: Token, link: string): boolean {
  return noun.quote < 0 && (link === 'of' || link === 'that');
}

function possessor(tokens: readonly Token[], noun: number, sentence: Sentence): Subject | null {
  let at = noun - 1;
  while (at > sentence.firstToken && tokens[at]?.pos === 'ADJ') at--;
  if (!/^(?:'s|')$/.test(tokens[at]?.lower ?? '')) return null;
  const phrase = phraseEndingAt(tokens, at - 1, sentence.firstToken);
  return phrase && { phrase, apposition: null, first: phrase.first, end: phrase.end };
}

function unnamed(noun: string, i: number): Subject | null {
  return UNSOURCED.test(noun)
    ? { phrase: { first: i, end: i + 1 }, apposition: null, first: i, end: i + 1 }
    : null;
}

/** "the report of 40 deaths was invented": the verb of its own clause is no part of what is reported. */
function nounPhraseEnd(tokens: readonly Token[], first: number, end: number): number {
  for (let i = first; i < end; i++) {
    if (/^(?:that|which|who|whom|where|when|how)$/.test(lowerAt(tokens, i))) return end;
    if (tokens[i]?.pos === 'AUX' && (tokens[i]?.quote ?? -1) < 0) return i;
  }
  return end;
}
