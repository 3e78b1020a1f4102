import { type PeriodMention } from '../dates/index.js';
import type { Sentence } from '../text/document.js';
import type { Word } from '../words/words.js';
import { DISEASE_NAME } from './cause.js';
import { findCounts } from './counts.js';
import { type Passage } from './figure-mention.js';
import { periodsOfEvents } from './figure-period.js';
import { keptCounts } from './people-counted.js';
import type { Counted } from './counted.js';
import { resolveMetrics } from './resolve-metric.js';
import type { SentenceWords } from './sentence-words.js';

/** "Three of them" speaks of a figure at most so many sentences back. */
const RECALL = 3;

/** The sentences that give figures. */
export function readPassages(
  read: SentenceWords,
  sentences: readonly Sentence[],
  periodsOf: (words: readonly Word[]) => PeriodMention[],
): Map<Sentence, Passage> {
  const passages = new Map<Sentence, Passage>();
  const { text } = read;
  let before: Counted | null = null;
  let ofDisease = DISEASE_NAME.test(read.title);
  let latest = 0;
  for (const sentence of sentences) {
    const { start, end } = sentence;
    if (sentence.index > latest + RECALL) before = null;
    ofDisease ||= read.namesDisease(sentence);
    if (!read.mayHoldNumber(sentence)) continue;
    const words = read.of(sentence);
    const periods = periodsOf(words);
    const counted = resolveMetrics(words, findCounts(words, periods), { before, ofDisease });
    if (!counted[0]) continue;
    before = counted.find(({ rule }) => rule !== 'figure/people-counted') ?? before;
    latest = sentence.index;
    const range = { start, end };
    passages.set(sentence, { text, range, words, periods: periodsOfEvents(words, periods), counted });
  }
  return ofEvents(passages);
}

/** Those with figures of what befell people. */
function ofEvents(passages: ReadonlyMap<Sentence, Passage>): Map<Sentence, Passage> {
  const kept = keptCounts(Array.from(passages.values(), ({ counted }) => counted));
  const all = Array.from(passages, ([sentence, passage]): [Sentence, Passage] => [
    sentence,
    { ...passage, counted: kept(passage.counted) },
  ]);
  return new Map(all.filter(([, { counted }]) => counted.length > 0));
}
