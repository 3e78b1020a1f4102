import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { extractArticle } from '#extraction';
import { benchPieces, variantOf } from './extract-articles.js';
import type { Row } from './measure.js';

export const MEMORY_CASE = 'memory after many articles';

const ARTICLES = 100_000;
const QUICK_ARTICLES = 2_000;
/** Short ones, for what may stay behind is kept by the word and by the article: so many of 4 KB would take a quarter of an hour. */
const ARTICLE_SIZE = 1_000;
const SAMPLES = 10;
/** Memory after the last article over that after the first tenth of them. */
const GOAL = 1.1;

interface Sample {
  readonly heap: number;
  readonly resident: number;
}

/** Memory after very many articles, each with names and numbers of its own: what is in use after garbage collection, and what is resident. */
export function memoryRows(quick: boolean): Row[] {
  const pieces = benchPieces(ARTICLE_SIZE);
  const samples: Sample[] = [];
  const step = (quick ? QUICK_ARTICLES : ARTICLES) / SAMPLES;
  for (let index = 1; index <= step * SAMPLES; index++) {
    extractArticle({ text: variantOf(pieces[index % pieces.length]!, index) });
    if (index % step === 0) samples.push(sampleAfter(index));
  }
  const [early, late] = [samples[0]!, samples.at(-1)!];
  return [
    rowOf('heap in use', late.heap, early.heap, step),
    rowOf('resident', late.resident, early.resident, step),
  ];
}

function sampleAfter(articles: number): Sample {
  collectGarbage();
  const { heapUsed, rss } = process.memoryUsage();
  const sample = { heap: megabytes(heapUsed), resident: megabytes(rss) };
  process.stderr.write(`${articles} articles: heap ${sample.heap} MB, resident ${sample.resident} MB\n`);
  return sample;
}

const megabytes = (bytes: number): number => Math.round(bytes / 2 ** 20);

/** The function that Node gives only to programs started with --expose-gc. */
function collectGarbage(): void {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
}

const rowOf = (what: string, late: number, early: number, step: number): Row => ({
  case: `${MEMORY_CASE}: ${what}`,
  versus: `after ${step.toLocaleString('en')}`,
  unit: 'MB',
  ours: { median: late, min: late, max: late },
  theirs: { median: early, min: early, max: early },
  ratio: late / early,
  goal: GOAL,
  met: late / early <= GOAL,
});
