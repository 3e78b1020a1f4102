import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { EventView } from '#query';
import { ClaimtrailProcess, killLeftProcesses } from '../support/claimtrail-process.js';
import { makeScratchFolder, removeScratchFolder } from '../support/embedded-user.js';

const ARTICLES = 80;
const KILL_AFTER = 30;
const WRITERS = 8;
const MOST_LOOKS = 200;
const LOOK_MS = 100;

interface Article {
  readonly id: string;
  readonly publishedAt: string;
  readonly text: string;
}

const articles: readonly Article[] = Array.from({ length: ARTICLES }, (_, i) => ({
  id: `invented-${i}`,
  publishedAt: '2026-03-09',
  text: `At least ${i + 10} people fled Westhaven on Sunday, the mayor said.\n\n“Road ${i} is closed,” said Ada Moreno, a rescue worker.`,
}));

let folder: string;
let env: Record<string, string>;

beforeEach(() => {
  folder = makeScratchFolder();
  env = { CLAIMTRAIL_DATA_DIR: join(folder, 'data'), PORT: '0' };
});

afterEach(async () => {
  await killLeftProcesses();
  await removeScratchFolder(folder);
});

/** Posts articles with several writers until all are answered or the server is gone; gives the ids that were acknowledged. */
async function ingest(url: string, onAcknowledged: (count: number) => void): Promise<Map<string, string>> {
  const acknowledged = new Map<string, string>();
  const queue = articles[Symbol.iterator]();
  const write = async () => {
    for (const article of queue) {
      const answer = await post(url, article);
      if (answer === null) return;
      acknowledged.set(article.id, answer.articleId);
      onAcknowledged(acknowledged.size);
    }
  };
  await Promise.all(Array.from({ length: WRITERS }, write));
  return acknowledged;
}

/** Null when the server is gone. */
async function post(url: string, article: Article): Promise<{ articleId: string } | null> {
  const headers = { 'content-type': 'application/json' };
  const request = { method: 'POST', headers, body: JSON.stringify(article) };
  const answer = await fetch(`${url}/v1/articles`, request).catch(() => null);
  if (answer === null) return null;
  if (!answer.ok) throw new Error(await answer.text());
  return answer.json().catch(() => null) as Promise<{ articleId: string } | null>;
}

async function* readLog(url: string): AsyncIterable<EventView> {
  for (let after = ''; ;) {
    const answer = await fetch(`${url}/v1/events?first=200${after && `&after=${after}`}`);
    const page = (await answer.json()) as {
      items: EventView[];
      pageInfo: { hasNextPage: boolean; endCursor: string };
    };
    yield* page.items;
    if (!page.pageInfo.hasNextPage) return;
    after = page.pageInfo.endCursor;
  }
}

interface Reading {
  readonly figures: number;
  readonly statements: number;
  readonly claims: number;
}

/** Streams of articles that are there in part: begun and not ended, or with fewer reports than their end announces. */
function halfArticles(log: readonly EventView[]): string[] {
  const streams = new Map<string, EventView[]>();
  for (const event of log.filter(({ stream }) => stream.startsWith('article-')))
    streams.set(event.stream, [...(streams.get(event.stream) ?? []), event]);
  return [...streams].filter(([, events]) => !isWhole(events)).map(([stream]) => stream);
}

function isWhole(events: readonly EventView[]): boolean {
  const read = events.filter(({ type }) => type !== 'ArticleClustered');
  const last = read.at(-1);
  if (read[0]?.type !== 'ArticleIngested' || last?.type !== 'ExtractionCompleted') return false;
  const { figures, statements, claims } = last.data as Reading;
  return read.length === figures + statements + claims + 2;
}

/** The views that are still behind after a while: processes that decide go on appending beside the program's start. */
async function viewsBehind(url: string): Promise<readonly unknown[]> {
  let behind: readonly unknown[] = [];
  for (let look = 0; look < MOST_LOOKS; look++) {
    const ready = (await (await fetch(`${url}/health/ready`)).json()) as { views: { events: number }[] };
    behind = ready.views.filter(({ events }) => events > 0);
    if (behind.length === 0) return behind;
    await pause(LOOK_MS);
  }
  return behind;
}

async function collect(events: AsyncIterable<EventView>): Promise<EventView[]> {
  const all: EventView[] = [];
  for await (const event of events) all.push(event);
  return all;
}

describe('kill -9 in the middle of ingesting articles', () => {
  it.each([
    ['the program', false],
    ['the program and its database server', true],
  ])(
    'of %s leaves no half article, loses no acknowledged one, and the views catch up',
    async (_what, server) => {
      const first = ClaimtrailProcess.start(['up', '--no-seeds'], env);
      const url = await first.url();
      let killed: Promise<void> | undefined;
      const acknowledged = await ingest(url, (count) => {
        if (count === KILL_AFTER) killed = killAll(first, server);
      });
      await killed;
      expect(acknowledged.size).toBeGreaterThanOrEqual(KILL_AFTER);
      expect(acknowledged.size).toBeLessThan(ARTICLES);

      const second = ClaimtrailProcess.start(['up', '--no-seeds'], env);
      const again = await second.url();
      const log = await collect(readLog(again));
      expect(halfArticles(log)).toEqual([]);
      const recorded = new Set(log.map(({ stream }) => stream));
      expect([...acknowledged.values()].filter((id) => !recorded.has(`article-${id}`))).toEqual([]);
      expect(log.map(({ seq }) => Number(seq))).toEqual(log.map((_, i) => i + 1));
      expect(await viewsBehind(again)).toEqual([]);

      const completed = await ingest(again, () => undefined);
      expect(completed.size).toBe(ARTICLES);
      const whole = await collect(readLog(again));
      expect(whole.filter(({ type }) => type === 'ArticleIngested')).toHaveLength(ARTICLES);
      expect((await second.stop()).exitCode).toBe(0);
    },
  );

  it('CONTROL: an article whose events were appended one by one is seen as half when its writer dies between them', () => {
    const event = (type: string, version: number, data: object): EventView =>
      ({ stream: 'article-a', version, type, data, seq: String(version) }) as EventView;
    const begun = event('ArticleIngested', 1, {});
    const figure = event('FigureReported', 2, {});
    const end = event('ExtractionCompleted', 3, { figures: 1, statements: 0, claims: 0 });
    expect(halfArticles([begun, figure, end])).toEqual([]);
    expect(halfArticles([begun, figure])).toEqual(['article-a']);
    expect(halfArticles([begun, { ...end, version: 2 }])).toEqual(['article-a']);
  });
});

async function killAll(process_: ClaimtrailProcess, server: boolean): Promise<void> {
  const pidFile = await readFile(join(env['CLAIMTRAIL_DATA_DIR']!, 'postgres/postmaster.pid'), 'utf8');
  await process_.kill();
  if (server) process.kill(Number(pidFile.split('\n')[0]), 'SIGKILL');
}
