import type { Sentence, Token } from '../text/document.js';
import type { Cue } from './find-cues.js';
import { phraseEndingAt, phraseStartingAt, TIME_WORD, VENUE, type Phrase } from './noun-phrase.js';

/** A subject as it stands: the noun phrase, what is set beside it between commas, and where the whole of it reaches. */
export interface Subject {
  readonly phrase: Phrase;
  /** The apposition or relative clause beside it, or null. */
  readonly apposition: Phrase | null;
  readonly first: number;
  readonly end: number;
}

const APPOSITION_OPENS =
  /^(?:a|an|the|who|which|whose|whom|his|her|its|their|one|another|former|then|also|now|president|chief|head|director|leader|speaking|citing|leader|spokesman|spokeswoman|spokesperson|d-|r-|\d+)$/;
const MAX_APPOSITION = 40;

/** The subject right before a verb group: "Ruiz", "Ruiz, who leads the council," or "Ruiz, 42,". */
export function subjectBefore(tokens: readonly Token[], group: number, sentence: Sentence): Subject | null {
  const last = skipAside(tokens, group - 1, sentence.firstToken);
  const token = tokens[last];
  if (!token || last < sentence.firstToken || token.quote >= 0) return null;
  if (token.text !== ',' && token.text !== '—' && token.text !== '–') {
    const phrase = phraseEndingAt(tokens, last, sentence.firstToken);
    return phrase && bare(phrase);
  }
  return subjectWithApposition(tokens, last, sentence);
}

/** "Ruiz in a statement on Tuesday said", "Ruiz' called": what stands between subject and verb, a stray apostrophe too. */
function skipAside(tokens: readonly Token[], at: number, floor: number): number {
  let i = skipAdjunct(tokens, at, floor);
  if (/^['’]$/.test(tokens[i]?.text ?? '') && i > floor) i--;
  if (!VENUE.test(tokens[i]?.lower ?? '')) return i;
  for (let back = i - 1; back > Math.max(floor, i - 5); back--) {
    if (/^(?:in|at|during|on|via)$/.test(tokens[back]?.lower ?? '') && back > floor) return back - 1;
  }
  return i;
}

/** "Ruiz on Tuesday said": a time between subject and verb. */
function skipAdjunct(tokens: readonly Token[], at: number, floor: number): number {
  let i = at;
  if (!TIME_WORD.test(tokens[i]?.lower ?? '')) return i;
  while (i > floor && TIME_WORD.test(tokens[i]?.lower ?? '')) i--;
  if (/^(?:on|late|early|in|last|this)$/.test(tokens[i]?.lower ?? '')) i--;
  return i > floor || tokens[i]?.pos === 'PROPN' || tokens[i]?.pos === 'PRON' ? i : at;
}

function bare(phrase: Phrase): Subject {
  return { phrase, apposition: null, first: phrase.first, end: phrase.end };
}

function subjectWithApposition(
  tokens: readonly Token[],
  closing: number,
  sentence: Sentence,
): Subject | null {
  const mark = tokens[closing]?.text;
  const stop = Math.max(sentence.firstToken, closing - MAX_APPOSITION);
  for (let i = closing - 1; i > stop; i--) {
    const token = tokens[i];
    if (!token || token.quote >= 0) return null;
    if (token.text !== mark) continue;
    if (!opensApposition(tokens, i + 1)) continue;
    const phrase = phraseEndingAt(tokens, i - 1, sentence.firstToken);
    if (!phrase) return null;
    return { phrase, apposition: { first: i + 1, end: closing }, first: phrase.first, end: closing + 1 };
  }
  return null;
}

function opensApposition(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i];
  if (!token) return false;
  return (
    APPOSITION_OPENS.test(token.lower) ||
    token.pos === 'NOUN' ||
    token.pos === 'PROPN' ||
    token.pos === 'ADJ' ||
    token.pos === 'NUM' ||
    token.pos === 'ADP' ||
    token.pos === 'ADV' ||
    token.pos === 'VERB'
  );
}

/** The subject behind an inverted verb: "said Ruiz, a nurse at the clinic". */
export function subjectAfter(
  tokens: readonly Token[],
  verb: number,
  sentence: Sentence,
  sure = false,
): Subject | null {
  const phrase = phraseStartingAt(tokens, verb + 1, sentence.endToken, sure);
  if (!phrase) return null;
  if (tokens[phrase.end]?.text !== ',') return bare(phrase);
  const first = phrase.end + 1;
  let end = first;
  while (
    end < sentence.endToken &&
    end - first < MAX_APPOSITION &&
    !/^[,.;“"]$/.test(tokens[end]?.text ?? '')
  )
    end++;
  if (!opensApposition(tokens, first) || end === first) return bare(phrase);
  return { phrase, apposition: { first, end }, first: phrase.first, end };
}

/** The subject of the sentence's first finite verb: what participles and later coordinated verbs share. */
export function mainSubject(tokens: readonly Token[], before: number, sentence: Sentence): Subject | null {
  for (let i = sentence.firstToken + 1; i < before; i++) {
    const token = tokens[i];
    if (!token || token.quote >= 0) continue;
    const finite = token.pos === 'AUX' || (token.pos === 'VERB' && !token.lower.endsWith('ing'));
    if (!finite || tokens[i - 1]?.lower === 'to') continue;
    const subject = subjectBefore(tokens, i, sentence);
    if (subject && !/^(?:who|which|that)$/.test(tokens[subject.phrase.first]?.lower ?? '')) return subject;
  }
  return null;
}

/** The subject of a cue by its voice; null where it has none of its own (see `sharesSubject`). */
export function subjectOf(tokens: readonly Token[], cue: Cue, sentence: Sentence): Subject | null {
  if (cue.voice === 'preposition') return subjectAfter(tokens, cue.after - 1, sentence, true);
  if (cue.voice === 'passive') return agentOf(tokens, cue, sentence);
  if (cue.voice === 'participle') return null;
  if (cue.voice === 'infinitive') return null;
  return subjectBefore(tokens, cue.first, sentence);
}

/** "was accused by residents of ...": the agent of a passive. */
function agentOf(tokens: readonly Token[], cue: Cue, sentence: Sentence): Subject | null {
  for (let i = cue.verb + 1; i < Math.min(sentence.endToken, cue.verb + 30); i++) {
    const token = tokens[i];
    if (!token || token.text === '.' || token.quote >= 0) return null;
    if (token.lower !== 'by') continue;
    const phrase = phraseStartingAt(tokens, i + 1, sentence.endToken);
    return phrase && bare(phrase);
  }
  return null;
}
