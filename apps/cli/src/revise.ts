import type { Writable } from 'node:stream';
import { FormatReader, isAsItCame, type FoundArticle } from '#article-formats';
import { InvalidFields } from '#domain';
import { parseSubmission, ReviseArticle, ReviseArticleHandler, type IngestArticleResult } from '#ingestion';
import { openConfiguredReader } from '#llm-reader';
import { isUuid } from '#platform';
import { readArticleFile, type FileOptions } from './article-files.js';
import { describeComparison } from './describe-comparison.js';
import { catchUpViews, withLog, type OpenLog } from './open-log.js';

const ACTOR = 'cli';
interface ReviseOptions {
  readonly title?: string;
  readonly publishedAt?: string;
  readonly titleFirst?: boolean;
  readonly json?: boolean;
}

/** `claimtrail revise`: records the text of a file as another text of an article, and says what it changed. */
export async function revise(
  articleId: string,
  file: string,
  { json = false, titleFirst, ...described }: ReviseOptions,
  output: Writable,
): Promise<void> {
  if (!isUuid(articleId)) throw new InvalidFields('revise', { ARTICLE_ID: 'must be the id of an article' });
  await withLog(async (log) => {
    const found = await onlyArticle(file, { titleFirst, described });
    const result = await reviseFrom(log, articleId.toLowerCase(), found);
    await catchUpViews(log);
    output.write(json ? `${JSON.stringify(result, bigintAsText)}\n` : `${describe(result).join('\n')}\n`);
  });
}

async function reviseFrom(
  { config, store }: OpenLog,
  articleId: string,
  { body, making }: Extract<FoundArticle, { body: unknown }>,
): Promise<IngestArticleResult> {
  const submission = parseSubmission(body, config.maxArticleCharacters);
  const articles = await openConfiguredReader(config);
  try {
    const made = isAsItCame(making) ? null : { ...making };
    return await new ReviseArticleHandler(store, store, articles).execute(
      new ReviseArticle(config.workspace, ACTOR, articleId, submission, made),
    );
  } finally {
    await articles.close();
  }
}

/** @throws {InvalidFields} the file holds none, or more than one */
async function onlyArticle(
  file: string,
  options: FileOptions,
): Promise<Extract<FoundArticle, { body: unknown }>> {
  const formats = new FormatReader();
  const found: FoundArticle[] = [];
  try {
    for await (const article of readArticleFile(file, formats, options)) found.push(article);
  } finally {
    await formats.close();
  }
  const [only] = found;
  if (!only || found.length > 1)
    throw new InvalidFields('revise', { FILE: `must hold one article; it holds ${found.length}` });
  if ('problem' in only) throw only.problem;
  return only;
}

function describe(result: IngestArticleResult): string[] {
  const { outcome, articleId, revision, comparison } = result;
  const first = `${outcome} ${articleId} revision ${revision}`;
  if (outcome === 'duplicate') return [`${first}: the article has this text already`];
  return [first, ...(comparison ? describeComparison(comparison) : [])];
}

const bigintAsText = (_key: string, value: unknown): unknown =>
  typeof value === 'bigint' ? value.toString() : value;
