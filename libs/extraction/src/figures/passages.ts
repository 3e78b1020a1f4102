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
  const { text } = read;
  const disease = firstOfDisease(read, sentences);
  // One question after the other for all sentences: that reads faster than all questions for one after the other.
  const told = sentences
    .filter((sentence) => read.mayHoldNumber(sentence))
    .map((sentence) => ({ sentence, words: read.of(sentence) }))
    .map(({ sentence, words }) => ({ sentence, words, periods: periodsOf(words) }))
    .map(({ sentence, words, periods }) => ({
      sentence,
      words,
      periods,
      counts: findCounts(words, periods),
    }));
  const passages = new Map<Sentence, Passage>();
  let before: Counted | null = null;
  let latest = 0;
  for (const { sentence, words, periods, counts } of told) {
    const { index, start, end } = sentence;
    if (index > latest + RECALL) before = null;
    const counted = resolveMetrics(words, counts, { before, ofDisease: index >= disease });
    if (!counted[0]) continue;
    before = counted.find(({ rule }) => rule !== 'figure/people-counted') ?? before;
    latest = index;
    const range = { start, end };
    passages.set(sentence, { text, range, words, periods: periodsOfEvents(words, periods), counted });
  }
  return ofEvents(passages);
}

/** The index of the sentence from which on a disease is spoken of. */
function firstOfDisease(read: SentenceWords, sentences: readonly Sentence[]): number {
  if (DISEASE_NAME.test(read.title)) return 0;
  return sentences.find((sentence) => read.namesDisease(sentence))?.index ?? Infinity;
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
