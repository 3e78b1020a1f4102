import type { Document, Sentence, Token } from '../text/document.js';
import { lowerAt, posAt } from '../text/token-at.js';
import { isTokenKind, tokenKind } from '../text/token-kinds.js';
import { contentEnd } from './content-end.js';
import type { CueEntry } from './cue-lexicon.js';
import { MAX_CUES, type Cue } from './find-cues.js';
import { subjectBefore } from './subjects.js';
import { rangeOf } from './token-range.js';
import type { Utterance } from './utterance.js';

const VERB = /^(?:put|puts|placed|places)$/;
/** "The union counted 31 bodies." */
const COUNTS = /^(?:counted|counts|tallied|tallies)$/;
const TOLL_VERB = tokenKind((lower) => VERB.test(lower) || COUNTS.test(lower));
const COUNT =
  /^(?:toll|tolls|tally|figure|figures|number|numbers|total|count|estimate|losses|casualties|dead|deaths|injured|missing|displaced)$/;
/** "the official death toll so far at": tokens between the verb and "at". */
const MAX_REACH = 12;

const ENTRY: CueEntry = { lemma: 'put at', frames: 'n', prepositions: [], act: 'asserts', distancing: false };

/** Counts that somebody gives without a verb of speech: "the council put the death toll at 40". */
export function readTollCues({ tokens, sentences, paragraphs }: Document): Utterance[] {
  const found: Utterance[] = [];
  for (const sentence of sentences) {
    if (paragraphs[sentence.paragraph]?.kind === 'boilerplate') continue;
    const limit = found.length + MAX_CUES;
    for (let i = sentence.firstToken + 1; i + 3 < sentence.endToken && found.length < limit; i++) {
      if (!isTokenKind(tokens, i, TOLL_VERB)) continue;
      const lower = lowerAt(tokens, i);
      const isCue = VERB.test(lower)
        ? givesCount(tokens, i, sentence)
        : COUNTS.test(lower) && posAt(tokens, i + 1) === 'NUM';
      const utterance = isCue ? tollCueAt(tokens, i, sentence) : null;
      if (utterance) found.push(utterance);
    }
  }
  return found;
}

function tollCueAt(tokens: readonly Token[], i: number, sentence: Sentence): Utterance | null {
  if ((tokens[i]?.quote ?? -1) >= 0) return null;
  const first = /^(?:has|have|had)$/.test(lowerAt(tokens, i - 1)) ? i - 1 : i;
  const subject = subjectBefore(tokens, first, sentence);
  const cue: Cue = {
    entry: ENTRY,
    verb: i,
    first,
    after: i + 1,
    sentence: sentence.index,
    voice: 'finite',
    negated: false,
  };
  const range = rangeOf(tokens, i + 1, contentEnd(tokens, i + 1, sentence, cue, [], 'clause'));
  if (!subject || !range) return null;
  return {
    sentence: sentence.index,
    pieces: [range],
    quoted: false,
    cue,
    subject,
    mode: 'explicit',
    after: null,
    rule: 'count-put-at',
  };
}

function givesCount(tokens: readonly Token[], i: number, sentence: Sentence): boolean {
  let counts = false;
  for (let at = i + 1; at < Math.min(sentence.endToken, i + MAX_REACH); at++) {
    const lower = lowerAt(tokens, at);
    if (lower === 'at' && counts) return true;
    if (/^[,.;:]$/.test(lower)) return false;
    counts ||= COUNT.test(lower);
  }
  return false;
}
