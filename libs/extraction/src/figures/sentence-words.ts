import type { Document, Sentence } from '../text/document.js';
import { ANY_KIND, type Runs } from '../text/document-runs.js';
import { runKind } from '../text/runs.js';
import { DISEASE_NAME } from './cause.js';
import type { Word } from '../words/words.js';

/** What a sentence without a digit or one of these words cannot hold: a number. Most sentences end here, unread. */
export const NUMERIC =
  /\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty|half|quarter|tens|dozens?|scores|hundreds?|thousands?|millions?|billions?)\b/i;
const NUMERIC_RUN = runKind(NUMERIC);
const DISEASE_RUN = runKind(DISEASE_NAME);

/** The words of the sentences, read once each. */
export class SentenceWords {
  readonly text: string;
  readonly title: string;
  private readonly runs: Runs;
  private readonly known: (Word[] | undefined)[];

  constructor({ text, title, runs, sentences }: Document) {
    this.text = text;
    this.title = title ?? '';
    this.runs = runs;
    this.known = new Array<Word[] | undefined>(sentences.length).fill(undefined);
  }

  of(sentence: Sentence): Word[] {
    return (this.known[sentence.index] ??= this.runs.wordsIn(this.text, sentence));
  }

  mayHoldNumber(sentence: Sentence): boolean {
    return this.holds(sentence, NUMERIC_RUN, NUMERIC);
  }

  namesDisease(sentence: Sentence): boolean {
    return this.holds(sentence, DISEASE_RUN, DISEASE_NAME);
  }

  private holds(sentence: Sentence, run: number, pattern: RegExp): boolean {
    const kinds = this.runs.kindsIn(sentence);
    return kinds === ANY_KIND
      ? pattern.test(this.text.slice(sentence.start, sentence.end))
      : (kinds & run) !== 0;
  }
}
