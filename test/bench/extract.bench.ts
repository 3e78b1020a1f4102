import { extractArticle } from '#extraction';
import { openArticleReader, type ArticleReader } from '#reading';
import { ATTACKS, filledWith, RULE_ATTACKS } from '../../libs/extraction/src/testing/attacks.js';
import type { BenchContext } from './context.js';
import { benchArticles, variantOf } from './extract-articles.js';
import { MEMORY_CASE, memoryRows } from './extract-memory.js';
import { measure, type Rival, type Row } from './measure.js';
import { print } from './print.js';
import { winkPass } from './wink-pass.js';

/** Articles handed to the threads at once: each has one in hand and one that waits. */
const AHEAD = 2;
/** The compiler of the runtime is not done with the rules before some hundred articles. */
const WARM_UP_ARTICLES = 400;
const ONE_CORE = 'reading on one core';
const TWO_THREADS = 'reading on two threads';
const HUGE_CASE = 'article of 1 MB';
const HUGE = 1_000_000;
const QUICK_HUGE = 20_000;
/** What an article of 1 MB may take, whatever it is made of. */
const HUGE_MS = 2_000;

const articles = benchArticles();
/** More than a reader gets in all rounds: no article comes twice, so that what it keeps of one helps it with no other but by common words. */
const DIFFERENT = 4_000;
const varied = Array.from({ length: DIFFERENT }, (_, index) =>
  variantOf(articles[index % articles.length]!, index),
);

/**
 * Articles of about 4 KB a second, of one thread beside the tagger alone and of two threads beside one; the time for one of 1 MB; and the
 * memory it takes.
 */
export async function bench(context: BenchContext): Promise<void> {
  const { name, quick, only = '' } = context;
  const rows: Row[] = [];
  if (ONE_CORE.includes(only)) rows.push(...(await measureOneCore(context)));
  if (TWO_THREADS.includes(only)) rows.push(...(await measureThreads(context)));
  if (HUGE_CASE.includes(only)) rows.push(...hugeRows(context));
  if (MEMORY_CASE.includes(only)) rows.push(...memoryRows(quick));
  print(name, rows);
}

function measureOneCore(context: BenchContext): Promise<Row[]> {
  const milliseconds = millisecondsOf(context);
  const [ours, theirs] = [articlesInTurn(), articlesInTurn()];
  warmUp(ours, context);
  const rival: Rival = {
    case: ONE_CORE,
    ...{ versus: "wink-nlp's sentences and parts of speech", goal: 0.5, unit: 'articles/s' },
    ours: () => Promise.resolve(rateOf(() => extractArticle({ text: ours() }), milliseconds)),
    theirs: () => Promise.resolve(rateOf(() => winkPass(theirs()), milliseconds)),
  };
  return measure([rival], context);
}

async function measureThreads(context: BenchContext): Promise<Row[]> {
  const milliseconds = millisecondsOf(context);
  const { one, two } = await openReaders(warmUpOf(context));
  const rival: Rival = {
    case: TWO_THREADS,
    ...{ versus: 'one thread', goal: 1.8, unit: 'articles/s' },
    ours: () => threadRate(two, milliseconds),
    theirs: () => threadRate(one, milliseconds),
  };
  return measure([rival], context).finally(() => Promise.all([one.reader.close(), two.reader.close()]));
}

const millisecondsOf = ({ quick }: BenchContext): number => (quick ? 200 : 2_000);
function warmUp(next: () => string, context: BenchContext): void {
  for (let index = 0; index < warmUpOf(context); index++) extractArticle({ text: next() });
}

const warmUpOf = ({ quick }: BenchContext): number => (quick ? 20 : WARM_UP_ARTICLES);
function articlesInTurn(): () => string {
  let index = 0;
  return () => varied[index++ % DIFFERENT]!;
}

interface Readers {
  readonly one: Threads;
  readonly two: Threads;
}

/** Threads that read, and what they get next. */
interface Threads {
  readonly reader: ArticleReader;
  readonly threads: number;
  readonly next: () => string;
}

async function openReaders(warmUp: number): Promise<Readers> {
  const open = (threads: number): Threads => ({
    reader: openArticleReader({ threads, budgetMs: 60_000 }),
    threads,
    next: articlesInTurn(),
  });
  const readers = { one: open(1), two: open(2) };
  for (const threads of [readers.one, readers.two]) {
    await readOn(threads, (done) => done < warmUp * threads.threads);
  }
  return readers;
}

function rateOf(work: () => unknown, milliseconds: number): number {
  const start = performance.now();
  let done = 0;
  while (performance.now() - start < milliseconds) {
    work();
    done++;
  }
  return (done / (performance.now() - start)) * 1_000;
}

async function threadRate(threads: Threads, milliseconds: number): Promise<number> {
  const start = performance.now();
  const done = await readOn(threads, () => performance.now() - start < milliseconds);
  return (done / (performance.now() - start)) * 1_000;
}

/** Keeps the threads busy while `goesOn` says so; how many articles were read. */
async function readOn(
  { reader, threads, next }: Threads,
  goesOn: (done: number) => boolean,
): Promise<number> {
  let done = 0;
  const lane = async (): Promise<void> => {
    while (goesOn(done)) {
      await reader.read({ text: next() });
      done++;
    }
  };
  await Promise.all(Array.from({ length: threads * AHEAD }, lane));
  return done;
}

/** Plain news, and of all attack strings the one that takes longest. */
function hugeRows(context: BenchContext): Row[] {
  warmUp(articlesInTurn(), context);
  const size = context.quick ? QUICK_HUGE : HUGE;
  const news = articles.join('\n\n');
  const plain = timeToRead(`plain news`, news.repeat(Math.ceil(size / news.length)).slice(0, size));
  const ofRules = Object.entries(RULE_ATTACKS).flatMap(([rule, units]) =>
    units.map((unit, at) => [`${rule} ${at + 1}`, unit] as const),
  );
  const attacks = [...Object.entries(ATTACKS), ...ofRules].map(([name, unit]) => ({
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

const only = (value: number) => ({ median: value, min: value, max: value });
