import type { EventReader, StoredEvent } from '#event-store';
import { articleStream } from '../article/article-stream.js';
import type { Person } from './person.js';

const PAGE = 2_000;
const ARTICLES = articleStream('');

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
  for await (const { stream, data } of wholeLog(reader, workspace))
    if (!streams.has(stream) && person.isIn(data)) streams.add(stream);
  const all = [...streams];
  return {
    articleIds: all.filter(isArticle).map((stream) => stream.slice(ARTICLES.length)),
    elsewhere: all.filter((stream) => !isArticle(stream)),
  };
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
