import type { EventReader, StoredEvent } from '#event-store';
import { articleStream } from '../article/article-stream.js';
import { reportStream } from '../decisions/history.js';
import type { Person } from './person.js';

const PAGE = 2_000;
const ARTICLES = articleStream('');
const REPORTS = reportStream('');

/** Streams whose events name a person, in order of their first mention. */
export interface NamingStreams {
  readonly articleIds: readonly string[];
  readonly elsewhere: readonly string[];
}

/** Reads the whole log, a page in memory at a time: names stand in no index, and a view may be behind. */
export async function findStreams(
  reader: EventReader,
  workspace: string,
  person: Person,
): Promise<NamingStreams> {
  const streams = new Set<string>();
  const articlesOfReports = new Map<string, string>();
  for await (const { stream, data } of wholeLog(reader, workspace)) {
    if (stream.startsWith(REPORTS)) noteArticle(articlesOfReports, stream, data);
    if (!streams.has(stream) && person.isIn(data)) streams.add(stream);
  }
  const all = [...new Set([...streams].map((stream) => articlesOfReports.get(stream) ?? stream))];
  return {
    articleIds: all.filter(isArticle).map((stream) => stream.slice(ARTICLES.length)),
    elsewhere: all.filter((stream) => !isArticle(stream)),
  };
}

/** What was decided on a report belongs to the article that the report stands in. */
function noteArticle(articles: Map<string, string>, stream: string, data: unknown): void {
  const { articleId } = data as { readonly articleId?: string };
  if (articleId !== undefined) articles.set(stream, articleStream(articleId));
}

const isArticle = (stream: string): boolean => stream.startsWith(ARTICLES);

async function* wholeLog(reader: EventReader, workspace: string): AsyncGenerator<StoredEvent> {
  for (let afterSeq = 0n; ;) {
    const page = await reader.readAll(workspace, { afterSeq, limit: PAGE });
    yield* page;
    const last = page.at(-1);
    if (!last) return;
    afterSeq = last.seq;
  }
}
