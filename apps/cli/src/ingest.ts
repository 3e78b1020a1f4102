import { InvalidFields } from '#domain';
import { IngestArticle, IngestArticleHandler, parseSubmission, type IngestArticleResult } from '#ingestion';
import type { ArticleReader } from '#reading';
import { openReader } from './open-reader.js';
import { readArticleFile } from './article-files.js';
import { catchUpViews, withLog, type OpenLog } from './open-log.js';

const ACTOR = 'cli';

/** What the options say of an article; it stands before what the file says. */
export interface Description {
  readonly id?: string;
  readonly url?: string;
  readonly outlet?: string;
  readonly title?: string;
  readonly publishedAt?: string;
}

/** `claimtrail ingest`: every article that can be read is recorded; what cannot is named, and the exit code is 1. */
export async function ingest(files: readonly string[], described: Description): Promise<void> {
  refuseSharedIdentity(files, described);
  await withLog(async (log) => {
    const reader = openReader(log.config);
    let refused = 0;
    try {
      for (const file of files) refused += await ingestFile(log, reader, file, described);
    } finally {
      await reader.close();
    }
    await catchUpViews(log);
    if (refused > 0) process.exitCode = 1;
  });
}

/** Records one submission: what every verb that takes articles calls. */
export async function ingestSubmission(
  { config, store }: OpenLog,
  reader: ArticleReader,
  body: unknown,
): Promise<IngestArticleResult> {
  const command = new IngestArticle(
    config.workspace,
    ACTOR,
    parseSubmission(body, config.maxArticleCharacters),
  );
  return new IngestArticleHandler(store, store, reader).execute(command);
}

async function ingestFile(
  log: OpenLog,
  reader: ArticleReader,
  file: string,
  described: Description,
): Promise<number> {
  let refused = 0;
  try {
    for await (const { where, body } of readArticleFile(file)) {
      const outcome = await ingestSubmission(log, reader, describedBody(body, described)).then(
        describe,
        (error: unknown) => {
          refused += 1;
          return `refused: ${(error as Error).message}`;
        },
      );
      process.stdout.write(`${where}: ${outcome}\n`);
    }
  } catch (error) {
    refused += 1;
    process.stderr.write(`${(error as Error).message}\n`);
  }
  return refused;
}

const describe = ({
  outcome,
  articleId,
  revision,
  figures,
  statements,
  claims,
}: IngestArticleResult): string =>
  `${outcome} ${articleId} revision ${revision}: ${figures} figures, ${statements} statements, ${claims} claims`;

/** One id or address for several articles would make each a revision of the one before. */
function refuseSharedIdentity(files: readonly string[], { id, url }: Description): void {
  const severalArticles = files.length > 1 || files.some((file) => /\.(jsonl|ndjson)$/i.test(file));
  if (!severalArticles || (id === undefined && url === undefined)) return;
  const option = id === undefined ? '--url' : '--id';
  throw new InvalidFields('ingest', { [option]: 'names one article; give one .txt or .json file with it' });
}

const describedBody = (body: unknown, described: Description): unknown =>
  typeof body === 'object' && body !== null && !Array.isArray(body) ? { ...body, ...described } : body;
