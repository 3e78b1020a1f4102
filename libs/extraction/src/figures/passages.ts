import { type PeriodMention } from '../dates/index.js';
import type { Document, Sentence } from '../text/document.js';
import { ANY_KIND, type Runs } from '../text/document-runs.js';
import { runKind } from '../text/runs.js';
import type { Word } from '../words/words.js';
import { findCounts } from './counts.js';
import { type Passage } from './figure-mention.js';
import { periodsOfEvents } from './figure-period.js';
import { keptCounts } from './people-counted.js';
import type { Counted } from './counted.js';
import { resolveMetrics } from './resolve-metric.js';

/** What a sentence without a digit or one of these words cannot hold: a number. Most sentences end here, unread. */
export const NUMERIC =
  /\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty|half|quarter|tens|dozens?|scores|hundreds?|thousands?|millions?|billions?)\b/i;
const NUMERIC_RUN = runKind(NUMERIC);

/** "Three of them" speaks of a figure at most so many sentences back. */
const RECALL = 3;

/** The words of the sentences, read once each. */
export class SentenceWords {
  readonly text: string;
  private readonly runs: Runs;
  private readonly known: (Word[] | undefined)[];

  constructor({ text, runs, sentences }: Document) {
    this.text = text;
    this.runs = runs;
    this.known = new Array<Word[] | undefined>(sentences.length).fill(undefined);
  }

  of(sentence: Sentence): Word[] {
    return (this.known[sentence.index] ??= this.runs.wordsIn(this.text, sentence));
  }

  mayHoldNumber(sentence: Sentence): boolean {
    const kinds = this.runs.kindsIn(sentence);
    return kinds === ANY_KIND
      ? NUMERIC.test(this.text.slice(sentence.start, sentence.end))
      : (kinds & NUMERIC_RUN) !== 0;
  }
}

/** The sentences that give figures. */
export function readPassages(
  read: SentenceWords,
  sentences: readonly Sentence[],
  periodsOf: (words: readonly Word[]) => PeriodMention[],
): Map<Sentence, Passage> {
  const passages = new Map<Sentence, Passage>();
  const { text } = read;
  let before: Counted | null = null;
  let latest = 0;
  for (const sentence of sentences) {
    const { start, end } = sentence;
    if (sentence.index > latest + RECALL) before = null;
    if (!read.mayHoldNumber(sentence)) continue;
    const words = read.of(sentence);
    const periods = periodsOf(words);
    const counted = resolveMetrics(words, findCounts(words, periods), before);
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
