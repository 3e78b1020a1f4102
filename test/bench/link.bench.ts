import 'reflect-metadata';
import { bulkAppend, eventStoreMigrations, PostgresEventStore } from '#event-store';
import { gazetteerMigrations } from '#gazetteer';
import { FigureLinker, linkingMigrations, ProcessRunner } from '#linking';
import { createLogger, type Database } from '#platform';
import { anchorFigures, scorePair, type LinkableArticle } from '#tracking';
import { COUNTED_SINCE, fillClaims, townOf } from '../../libs/linking/src/testing/index.js';
import { articleIdOf, eventsOf } from '../support/invented-articles.js';
import type { BenchContext } from './context.js';
import { measure, type Rival } from './measure.js';
import { print } from './print.js';

const FIGURES_EACH = 10;
/** Of ten figures so many begin a claim of their own; the others are of claims that are known. */
const NEW_EACH = 2;
const logger = createLogger('warn');

/** What linking costs: the whole of it (read the log, decide, keep the state, append), and how that grows with what is known. */
export async function bench(context: BenchContext): Promise<void> {
  const scale = context.quick ? 100 : 1;
  const articles = context.quick ? 20 : 1_000;
  const database = await context.openOurs('link', [
    ...eventStoreMigrations,
    ...gazetteerMigrations,
    ...linkingMigrations,
  ]);
  const store = new PostgresEventStore(database);
  context.atEnd(() => store.close());
  const sizes = { few: 1_000 / scale, many: 100_000 / scale };
  for (const [workspace, claims] of Object.entries(sizes))
    await fillClaims(database.writer, workspace, claims, 10);
  await database.login.query('ANALYZE');
  let round = 0;
  const rate = async (workspace: keyof typeof sizes): Promise<number> => {
    await tell(database, workspace, sizes[workspace], articles, ++round);
    return (articles * FIGURES_EACH) / (await secondsToLink(database, store, workspace));
  };
  const rivals: Rival[] = [
    {
      case: `reports linked, whole way, ${sizes.many} open claims of ${sizes.many * 10} reports`,
      versus: 'goal',
      goal: 1,
      unit: 'reports/s',
      ours: () => rate('many'),
      theirs: () => Promise.resolve(5_000),
    },
    {
      case: `time a report, ${sizes.many * 10} reports known`,
      versus: `${sizes.few * 10} known`,
      goal: 1.3,
      unit: 'us',
      lowerIsBetter: true,
      ours: async () => 1e6 / (await rate('many')),
      theirs: async () => 1e6 / (await rate('few')),
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

async function secondsToLink(
  database: Database,
  store: PostgresEventStore,
  workspace: string,
): Promise<number> {
  const rows = {
    select: async (sql: string, values: readonly unknown[]) =>
      (await database.reader.query(sql, [...values])).rows as never,
  };
  const started = performance.now();
  await new ProcessRunner({
    process: new FigureLinker(rows),
    store,
    pool: database.writer,
    workspace,
    logger,
    pause: () => Promise.resolve(),
  }).catchUp();
  return (performance.now() - started) / 1_000;
}

/** Articles of ten figures each about towns that are spread over all of them. */
async function tell(
  database: Database,
  workspace: string,
  towns: number,
  articles: number,
  round: number,
): Promise<void> {
  const streams = Array.from({ length: articles }, (_, at) => {
    const name = `${workspace}-${round}-${at}`;
    const figures = Array.from({ length: FIGURES_EACH }, (_, index) => ({
      words: `${index + 100} people`,
      metric: 'displaced' as const,
      measure: 'flow' as const,
      places: [
        {
          text: townOf((at * 7_919 + index * 104_729 + round * 31) % towns),
          role: 'origin' as const,
          span: null,
        },
      ],
      period: {
        start: index < NEW_EACH ? `2031-06-${String((round % 28) + 1).padStart(2, '0')}` : COUNTED_SINCE,
        end: null,
        accuracy: 'day' as const,
        text: 'since then',
      },
    }));
    const text = figures.map(({ words }) => words).join(', ');
    const events = eventsOf({ name, publishedAt: '2031-06-30', text, figures });
    return { stream: `article-${articleIdOf(name)}`, expectedVersion: 'no_stream' as const, events };
  });
  await bulkAppend(database.login, { workspace, actor: 'bench', idempotencyKey: `round-${round}`, streams });
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
    unit: 'person',
    population: null,
    cause: null,
    period: { start: COUNTED_SINCE, end: null, accuracy: 'day', text: 'since then' },
    asOf: null,
    status: 'reported',
    rule: 'by-hand',
    place: { text: townOf(at % 7).toLowerCase(), place: null, names: [townOf(at % 7).toLowerCase()] },
    sentence: index + 1,
    position: index + 1,
  })),
});
