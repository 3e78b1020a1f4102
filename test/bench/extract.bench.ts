import { extractArticle } from '#extraction';
import { openArticleReader, type ArticleReader } from '#reading';
import { ATTACKS, filledWith } from '../../libs/extraction/src/testing/attacks.js';
import type { BenchContext } from './context.js';
import { benchArticles, variantOf } from './extract-articles.js';
import { measure, type Rival, type Row } from './measure.js';
import { print } from './print.js';
import { winkPass } from './wink-pass.js';

const MEMORY_ARTICLES = 100_000;
const QUICK_MEMORY_ARTICLES = 2_000;
/** Articles handed to the threads at once: each has one in hand and one that waits. */
const AHEAD = 2;
/** The compiler of the runtime is not done with the rules before some hundred articles. */
const WARM_UP_ARTICLES = 400;
const MEMORY_CASE = 'memory after many articles';
const HUGE_CASE = 'article of 1 MB';
const HUGE = 1_000_000;
const QUICK_HUGE = 20_000;
/** What an article of 1 MB may take, whatever it is made of. */
const HUGE_MS = 2_000;

const articles = benchArticles();
/** No article comes twice in a round: a reader that keeps what it read has nothing of them but common phrases. */
const DIFFERENT = 4_000;
const varied = Array.from({ length: DIFFERENT }, (_, index) =>
  variantOf(articles[index % articles.length]!, index),
);

/**
 * Articles of about 4 KB a second, of one thread beside the tagger alone and of two threads beside one; the time for one of 1 MB; and the
 * memory it takes.
 */
export async function bench(context: BenchContext): Promise<void> {
  const milliseconds = context.quick ? 200 : 2_000;
  const warmUp = context.quick ? 20 : WARM_UP_ARTICLES;
  for (let index = 0; index < warmUp; index++) read(index);
  const readers = await openReaders(warmUp);
  const rivals: Rival[] = [
    {
      case: 'reading on one core',
      ...{ versus: "wink-nlp's sentences and parts of speech", goal: 0.5, unit: 'articles/s' },
      ours: () => Promise.resolve(rateOf(read, milliseconds)),
      theirs: () => Promise.resolve(rateOf((index) => winkPass(articleAt(index)), milliseconds)),
    },
    {
      case: 'reading on two threads',
      ...{ versus: 'one thread', goal: 1.8, unit: 'articles/s' },
      ours: () => threadRate(readers.two, 2, milliseconds),
      theirs: () => threadRate(readers.one, 1, milliseconds),
    },
  ];
  const rows = await measure(rivals, context).finally(() =>
    Promise.all([readers.one.close(), readers.two.close()]),
  );
  if (HUGE_CASE.includes(context.only ?? '')) rows.push(...hugeRows(context.quick));
  if (MEMORY_CASE.includes(context.only ?? '')) rows.push(memoryRow(context.quick));
  print(context.name, rows);
}

const articleAt = (index: number): string => varied[index % DIFFERENT]!;
const read = (index: number): unknown => extractArticle({ text: articleAt(index) });

async function openReaders(warmUp: number): Promise<Record<'one' | 'two', ArticleReader>> {
  const open = (threads: number) => openArticleReader({ threads, budgetMs: 60_000 });
  const readers = { one: open(1), two: open(2) };
  await readOn(readers.one, 1, (done) => done < warmUp);
  await readOn(readers.two, 2, (done) => done < 2 * warmUp);
  return readers;
}

function rateOf(work: (index: number) => unknown, milliseconds: number): number {
  const start = performance.now();
  let done = 0;
  while (performance.now() - start < milliseconds) work(done++);
  return (done / (performance.now() - start)) * 1_000;
}

async function threadRate(reader: ArticleReader, threads: number, milliseconds: number): Promise<number> {
  const start = performance.now();
  const done = await readOn(reader, threads, () => performance.now() - start < milliseconds);
  return (done / (performance.now() - start)) * 1_000;
}

/** Keeps the threads busy while `goesOn` says so; how many articles were read. */
async function readOn(
  reader: ArticleReader,
  threads: number,
  goesOn: (done: number) => boolean,
): Promise<number> {
  let done = 0;
  const lane = async (): Promise<void> => {
    while (goesOn(done)) {
      await reader.read({ text: articleAt(done) });
      done++;
    }
  };
  await Promise.all(Array.from({ length: threads * AHEAD }, lane));
  return done;
}

/** Resident memory after all articles, each with names and numbers of its own, over that after the first tenth. */
function memoryRow(quick: boolean): Row {
  const count = quick ? QUICK_MEMORY_ARTICLES : MEMORY_ARTICLES;
  let early = 0;
  for (let index = 0; index < count; index++) {
    extractArticle({ text: variantOf(articles[index % articles.length]!, index) });
    if (index + 1 === count / 10) early = residentMb();
    if ((index + 1) % 10_000 === 0) process.stderr.write(`${index + 1} articles: ${residentMb()} MB\n`);
  }
  const late = residentMb();
  return {
    case: MEMORY_CASE,
    versus: `after ${(count / 10).toLocaleString('en')}`,
    unit: 'MB',
    ours: only(late),
    theirs: only(early),
    ratio: late / early,
    goal: 1.1,
    met: late / early <= 1.1,
  };
}

/** Plain news, and of all attack strings the one that takes longest. */
function hugeRows(quick: boolean): Row[] {
  const size = quick ? QUICK_HUGE : HUGE;
  const news = articles.join('\n\n');
  const plain = timeToRead(`plain news`, news.repeat(Math.ceil(size / news.length)).slice(0, size));
  const attacks = Object.entries(ATTACKS).map(([name, unit]) => ({
    name,
    ms: timeToRead(name, filledWith(unit, size)),
  }));
  const slowest = attacks.reduce((a, b) => (b.ms > a.ms ? b : a));
  return [hugeRow('plain news', plain), hugeRow(`slowest attack: ${slowest.name}`, slowest.ms)];
}

function timeToRead(name: string, text: string): number {
  const start = performance.now();
  extractArticle({ text });
  const ms = performance.now() - start;
  process.stderr.write(`1 MB of ${name}: ${Math.round(ms)} ms\n`);
  return ms;
}

const hugeRow = (name: string, ms: number): Row => ({
  case: `${HUGE_CASE}, ${name}`,
  versus: 'bound',
  unit: 'ms',
  ours: only(ms),
  theirs: only(HUGE_MS),
  ratio: ms / HUGE_MS,
  goal: 1,
  met: ms <= HUGE_MS,
});

const residentMb = (): number => Math.round(process.memoryUsage.rss() / 2 ** 20);
const only = (value: number) => ({ median: value, min: value, max: value });
