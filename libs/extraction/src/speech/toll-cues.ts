import type { Document, Sentence, Token } from '../text/document.js';
import { lowerAt, posAt } from '../text/token-at.js';
import { isTokenKind, tokenKind } from '../text/token-kinds.js';
import { contentEnd } from './content-end.js';
import type { CueEntry } from './cue-lexicon.js';
import { MAX_CUES, type Cue, type CuesBySentence } from './find-cues.js';
import { ANONYMOUS_HEADS, GROUP_NOUNS, ORGANISATION_WORDS, ROLE_NOUNS, TITLE_WORDS } from './name-words.js';
import type { Subject } from './subject.js';
import { subjectBefore } from './subjects.js';
import { rangeOf } from './token-range.js';
import type { Utterance } from './utterance.js';

const VERB = /^(?:put|puts|placed|places)$/;
/** "Officials raised the toll to 45": an event does so too, so the subject must be somebody who counts. */
const CHANGES =
  /^(?:raised|raises|increased|increases|lowered|lowers|reduced|reduces|revised|revises|updated|updates|upped|ups|cut|cuts)$/;
/** "The union counted 31 bodies." */
const COUNTS = /^(?:counted|counts|tallied|tallies)$/;
const TOLL_VERB = tokenKind((lower) => VERB.test(lower) || CHANGES.test(lower) || COUNTS.test(lower));
const COUNT =
  /^(?:toll|tolls|tally|figure|figures|number|numbers|total|count|estimate|losses|casualties|dead|deaths|injured|missing|displaced)$/;
const COUNTERS = [ANONYMOUS_HEADS, GROUP_NOUNS, ORGANISATION_WORDS, ROLE_NOUNS];
/** "the official death toll so far at": tokens between the verb and "at". */
const MAX_REACH = 12;

const ENTRY: CueEntry = { lemma: 'put at', frames: 'n', prepositions: [], act: 'asserts', distancing: false };

/** Counts that somebody gives without a verb of speech: "the council put the death toll at 40". */
export function readTollCues({ tokens, sentences, paragraphs }: Document, cues: CuesBySentence): Utterance[] {
  const found: Utterance[] = [];
  for (const sentence of sentences) {
    if (paragraphs[sentence.paragraph]?.kind === 'boilerplate') continue;
    const limit = found.length + MAX_CUES;
    for (let i = sentence.firstToken + 1; i + 3 < sentence.endToken && found.length < limit; i++) {
      if (!isTokenKind(tokens, i, TOLL_VERB)) continue;
      const utterance = isCue(tokens, i, sentence)
        ? tollCueAt(tokens, i, sentence, cues.get(sentence.index) ?? [])
        : null;
      if (utterance) found.push(utterance);
    }
  }
  return found;
}

function isCue(tokens: readonly Token[], i: number, sentence: Sentence): boolean {
  const lower = lowerAt(tokens, i);
  if (VERB.test(lower)) return givesCount(tokens, i, sentence, 'at');
  if (CHANGES.test(lower)) return givesCount(tokens, i, sentence, 'to');
  return COUNTS.test(lower) && posAt(tokens, i + 1) === 'NUM';
}

function tollCueAt(
  tokens: readonly Token[],
  i: number,
  sentence: Sentence,
  cues: readonly Cue[],
): Utterance | null {
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
  const range = rangeOf(tokens, i + 1, contentEnd(tokens, i + 1, sentence, cue, cues, 'clause'));
  if (!subject || !range || (CHANGES.test(lowerAt(tokens, i)) && !mayCount(tokens, subject))) return null;
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

/** Somebody who counts: "officials", "the health ministry", "Mayor Ada Lind"; no storm and no discovery of bodies. */
function mayCount(tokens: readonly Token[], { phrase: { first, end } }: Subject): boolean {
  let head = first;
  while (head + 1 < end && !/^(?:of|in|for|at|on)$/.test(lowerAt(tokens, head + 1))) head++;
  if (COUNTERS.some((words) => words.has(lowerAt(tokens, head)))) return true;
  return head > first && TITLE_WORDS.has(lowerAt(tokens, first));
}

/** "45", "at least 45", "more than 45". */
function opensNumber(tokens: readonly Token[], at: number): boolean {
  return [at, at + 1, at + 2].some((i) => posAt(tokens, i) === 'NUM');
}

function givesCount(
  tokens: readonly Token[],
  i: number,
  sentence: Sentence,
  preposition: 'at' | 'to',
): boolean {
  let counts = false;
  for (let at = i + 1; at < Math.min(sentence.endToken, i + MAX_REACH); at++) {
    const lower = lowerAt(tokens, at);
    if (lower === preposition && counts) return preposition === 'at' || opensNumber(tokens, at + 1);
    if (/^[,.;:]$/.test(lower)) return false;
    counts ||= COUNT.test(lower);
  }
  return false;
}
