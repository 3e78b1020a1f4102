import { isToldIn, type Document, type Sentence, type Token } from '../text/document.js';
import { lowerAt, posAt } from '../text/token-at.js';
import { isTokenKind, tokenKind } from '../text/token-kinds.js';
import { CUES, type CueEntry } from './cue-lexicon.js';
import { senseOf } from './cue-senses.js';
import { isFigurative, isHeadlineVerb, isVerbInText } from './is-verb.js';
import { VERB_FORMS } from './verb-forms.js';
import { ROLE_NOUNS } from './name-words.js';
import { wordList } from '../words/word-list.js';
import { verbGroup, type VerbGroup } from './verb-group.js';

/** Where a speech verb stands, with its auxiliaries; `after` is the token behind it (behind its preposition, if it needs one). */
export interface Cue extends VerbGroup {
  readonly entry: CueEntry;
  readonly verb: number;
  readonly after: number;
  readonly sentence: number;
}

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

/** Tokens of whom somebody tells: "the town's security council". */
const MAX_LISTENER = 6;
/** Opens what is told of, and no part of the listener's name. */
const TOLD_OF = wordList('a an his her their its how being having');

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
  if (!(isHeadline ? isHeadlineVerb : isVerbInText)(tokens, i, inflected.form, sentence)) return null;
  if (isFigurative(tokens, i, inflected.lemma)) return null;
  const found = entryAt(tokens, i, inflected.lemma, sentence);
  if (!found) return null;
  const group = verbGroup(tokens, i, inflected.form, sentence);
  return {
    entry: senseOf(tokens, i, found.entry, sentence),
    verb: i,
    first: group.first,
    after: found.after,
    sentence: sentence.index,
    voice: group.voice,
    negated: group.negated,
  };
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
  return entry.lemma === 'tell' ? behindListener(tokens, i + 1, sentence) : -1;
}

/** "told the council of 12 arrests", "told police of her escape": behind whom one tells and "of"; -1 where "of" may join two nouns. */
function behindListener(tokens: readonly Token[], first: number, { endToken }: Sentence): number {
  let of = first;
  while (of < Math.min(endToken, first + MAX_LISTENER) && /^(?:DET|ADJ|NOUN|PROPN)$/.test(posAt(tokens, of)))
    of++;
  if (of === first || lowerAt(tokens, of) !== 'of' || ROLE_NOUNS.at(tokens, of - 1)) return -1;
  const isMatter = posAt(tokens, of + 1) === 'NUM' || TOLD_OF.at(tokens, of + 1);
  return isMatter ? of + 1 : -1;
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
