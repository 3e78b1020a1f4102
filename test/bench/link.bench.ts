import 'reflect-metadata';
import { CodePointIndex } from '#domain';
import { bulkAppend, eventStoreMigrations, PostgresEventStore } from '#event-store';
import { gazetteerMigrations } from '#gazetteer';
import { FigureLinker, linkingMigrations, ProcessRunner } from '#linking';
import { createLogger, type Database } from '#platform';
import { anchorFigures, scorePair, type LinkableArticle } from '#tracking';
import {
  dateOf,
  fillClaims,
  fillPlaces,
  InventedNews,
  toldOn,
  type FilledClaims,
  type Story,
} from '../../libs/linking/src/testing/index.js';
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
  await fillPlaces(database.writer);
  // A log that grew a hundredfold is ten times as long, of ten times as many reports a day.
  const days = { few: 110, many: 1_100 };
  const filled = new Map<keyof typeof sizes, FilledClaims>();
  const fill = async (workspace: keyof typeof sizes): Promise<FilledClaims> => {
    const claims = await fillClaims(database.login, workspace, sizes[workspace], days[workspace]);
    process.stderr.write(`${claims.anchors} anchors, ${claims.largestBlock} of them in one block\n`);
    await database.login.query('VACUUM ANALYZE');
    await database.login.query('CHECKPOINT');
    filled.set(workspace, claims);
    return claims;
  };
  let round = 0;
  const rate = async (workspace: keyof typeof sizes): Promise<number> => {
    const claims = filled.get(workspace) ?? (await fill(workspace));
    await tell(database, workspace, claims, articles, ++round);
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

/**
 * Articles of ten figures each, one country an article: most are of the newest days, some of weeks before and a few of any day. Of ten
 * figures two begin a story; the others are of stories that were told of then.
 */
async function tell(
  database: Database,
  workspace: string,
  filled: FilledClaims,
  articles: number,
  round: number,
): Promise<void> {
  const news = new InventedNews(round * 7_919);
  const streams = Array.from({ length: articles }, (_, at) => {
    const name = `${workspace}-${round}-${at}`;
    const [country, day] = [news.country(), dayOf(news, filled.days)];
    const told = Array.from({ length: FIGURES_EACH }, (_, index) => {
      const known = index < NEW_EACH ? null : storyAround(news, filled.stories.get(country) ?? [], day);
      return toldOn(known ?? news.story(country, day), day);
    });
    const sentences = told.map((_, index) => `${index + 100} people.`);
    const text = ['Latest.', ...sentences].join(' ');
    const index = new CodePointIndex(text);
    const figures = told.map(({ place, ...figure }, figureAt) => {
      const start = text.indexOf(sentences[figureAt]!);
      return {
        ...figure,
        words: `${figureAt + 100} people`,
        sentence: index.spanOf({ start, end: start + sentences[figureAt]!.length }),
        places: [{ text: place, role: 'origin' as const, span: null }],
      };
    });
    const events = eventsOf({ name, publishedAt: dateOf(day), text, figures });
    return { stream: `article-${articleIdOf(name)}`, expectedVersion: 'no_stream' as const, events };
  });
  await bulkAppend(database.login, { workspace, actor: 'bench', idempotencyKey: `round-${round}`, streams });
}

function dayOf(news: InventedNews, days: number): number {
  const of = news.next();
  if (of < 0.7) return days - 1 - news.below(2);
  return of < 0.9 ? Math.max(0, days - 1 - news.below(30)) : news.below(days);
}

/** One of the stories that began within the last weeks before the day. */
function storyAround(news: InventedNews, stories: readonly Story[], day: number): Story | null {
  const [from, to] = [firstFrom(stories, day - 60), firstFrom(stories, day + 1)];
  return from >= to ? null : stories[from + news.below(to - from)]!;
}

/** Where in the stories the first is that began on the day or later. */
function firstFrom(stories: readonly Story[], day: number): number {
  let [from, to] = [0, stories.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (stories[middle]!.first < day) from = middle + 1;
    else to = middle;
  }
  return from;
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
    sentence: index + 1,
    position: index + 1,
  })),
});
