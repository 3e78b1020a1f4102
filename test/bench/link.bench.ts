import { eventStoreMigrations, PostgresEventStore } from '#event-store';
import { gazetteerMigrations } from '#gazetteer';
import { FigureLinker, linkingMigrations, ProcessRunner } from '#linking';
import { createLogger, type Database } from '#platform';
import { anchorFigures, scorePair, type LinkableArticle } from '#tracking';
import { fillClaims, fillPlaces } from '../../libs/linking/src/testing/index.js';
import type { BenchContext } from './context.js';
import { linkFloor } from './link-floor.js';
import { measure, type Rival } from './measure.js';
import { FIGURES_EACH, NewsDesk } from './news-desk.js';
import { print } from './print.js';

const REPORTS_A_CLAIM = 10;
/** Linked before the clock runs, so that no case pays for the first look at its places. */
const ARTICLES_BEFORE = 100;
const logger = createLogger('warn');

/** A filled log with the news that follow on it, and the linker that follows it. */
interface Log {
  readonly workspace: string;
  readonly desk: NewsDesk;
  readonly runner: ProcessRunner;
}

/**
 * What linking costs: the whole of it (read the log, decide, keep the state, append), and how that grows with what is known. A log of a
 * hundred times as many reports is one of a hundred times as many days, as full as before: that is how logs grow, and what is told of a
 * place and a week is what a report is compared with. Days that are ten times as full are a case of their own.
 */
export async function bench(context: BenchContext): Promise<void> {
  const many = context.quick ? 5_000 : 100_000;
  const few = many / 100;
  const articles = context.quick ? 20 : 1_000;
  const database = await context.openOurs('link', [
    ...eventStoreMigrations,
    ...gazetteerMigrations,
    ...linkingMigrations,
  ]);
  const store = new PostgresEventStore(database);
  context.atEnd(() => store.close());
  await fillPlaces(database.writer);
  // A short log would grow with every round, so each round has its own.
  const each = Array.from({ length: context.rounds + 1 }, (_, round) => round);
  const fill = (name: string, claims: number, days: number) => fillLog(database, store, name, claims, days);
  const shortLogs = await inTurn(each, (round) => fill(`short-${round}`, few, 11));
  const sparseLogs = await inTurn(each, (round) => fill(`sparse-${round}`, few, 110));
  const longLog = await fill('long', many, 1_100);
  await database.login.query('VACUUM ANALYZE');
  await database.login.query('CHECKPOINT');
  const microseconds = (log: Log) => timeToLink(log, articles);
  const known = (claims: number) => claims * REPORTS_A_CLAIM;
  const rivals: Rival[] = [
    {
      case: `reports linked, whole way, ${many} open claims of ${known(many)} reports`,
      versus: 'goal',
      goal: 1,
      unit: 'reports/s',
      ours: async () => 1e6 / (await microseconds(longLog)),
      theirs: () => Promise.resolve(5_000),
    },
    {
      case: `time a report, ${known(many)} reports known`,
      versus: `${known(few)} known`,
      goal: 1.3,
      unit: 'us',
      lowerIsBetter: true,
      ours: () => microseconds(longLog),
      theirs: () => microseconds(shortLogs.pop()!),
    },
    {
      case: `time a report, ${known(many)} reports known, days ten times as full`,
      versus: `${known(few)} known`,
      goal: 1.3,
      unit: 'us',
      lowerIsBetter: true,
      ours: () => microseconds(longLog),
      theirs: () => microseconds(sparseLogs.pop()!),
    },
    {
      case: `time a report, ${known(many)} reports known`,
      versus: 'reading, loading, writing and appending alone',
      goal: 2,
      unit: 'us',
      lowerIsBetter: true,
      ours: () => microseconds(longLog),
      theirs: () => floorOf(database, store, longLog, articles),
    },
    {
      case: 'figures anchored and compared with one, pure core alone',
      versus: 'goal',
      goal: 1,
      unit: 'reports/s',
      ours: () => Promise.resolve(coreRate(articles)),
      theirs: () => Promise.resolve(5_000),
    },
  ];
  print(context.name, await measure(rivals, context));
}

async function fillLog(
  database: Database,
  store: PostgresEventStore,
  workspace: string,
  claims: number,
  days: number,
): Promise<Log> {
  const filled = await fillClaims(database.login, workspace, claims, days);
  const { anchors, largestBlock } = filled;
  process.stderr.write(`${workspace}: ${anchors} anchors, ${largestBlock} of them in one block\n`);
  const rows = {
    select: async (sql: string, values: readonly unknown[]) =>
      (await database.reader.query(sql, [...values])).rows as never,
  };
  const runner = new ProcessRunner({
    process: new FigureLinker(rows),
    store,
    pool: database.writer,
    workspace,
    logger,
    pause: () => Promise.resolve(),
  });
  const desk = new NewsDesk(database, workspace, filled, (claims * REPORTS_A_CLAIM) / days);
  return { workspace, desk, runner };
}

async function inTurn<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  for (const item of items) results.push(await work(item));
  return results;
}

/** Microseconds a report of its raw parts, told one by one. */
async function floorOf(
  database: Database,
  store: PostgresEventStore,
  { workspace }: Log,
  articles: number,
): Promise<number> {
  const floor = await linkFloor(database, store, workspace, articles * FIGURES_EACH);
  const parts = Object.entries(floor).map(([step, time]: [string, number]) => `${step} ${time.toFixed(0)}`);
  process.stderr.write(`raw, us a report: ${parts.join(', ')}\n`);
  return floor.read + floor.load + floor.write + floor.append;
}

/** Microseconds a report. */
async function timeToLink({ desk, runner }: Log, articles: number): Promise<number> {
  await desk.tell(ARTICLES_BEFORE);
  await runner.catchUp();
  await desk.tell(articles);
  const started = performance.now();
  await runner.catchUp();
  return ((performance.now() - started) * 1_000) / (articles * FIGURES_EACH);
}

/** Anchors made and compared, in memory: what is left of linking without its reading and writing. */
function coreRate(articles: number): number {
  const told = Array.from({ length: articles }, (_, at) => inventedArticle(at));
  const started = performance.now();
  let compared = 0;
  for (const article of told) {
    const anchored = anchorFigures(article);
    for (const { anchor } of anchored) compared += scorePair(anchor, anchored[0]!.anchor) ? 1 : 0;
  }
  if (compared < articles) throw new Error('Nothing was compared.');
  return (articles * FIGURES_EACH * 1_000) / (performance.now() - started);
}

const inventedArticle = (at: number): LinkableArticle => ({
  articleId: `${at}`,
  assertedOn: '2031-06-30',
  titlePlace: null,
  figures: Array.from({ length: FIGURES_EACH }, (_, index) => ({
    reportId: `${at} ${index}`,
    metric: 'displaced',
    measure: 'flow',
    value: index,
    quantifier: 'exact',
    unit: 'person',
    population: null,
    cause: null,
    period: { start: '2031-05-01', end: null, accuracy: 'day', text: 'since then' },
    asOf: null,
    status: 'reported',
    rule: 'by-hand',
    place: { text: `town${at % 7}`, place: null, names: [`town${at % 7}`] },
    source: null,
    sentence: index + 1,
    position: index + 1,
  })),
});
