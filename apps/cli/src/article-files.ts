import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import {
  readArticles,
  titleFirst,
  type ArticleFormat,
  type ArticleSource,
  type FormatReader,
  type FoundArticle,
} from '#article-formats';

/** A file that cannot be read as articles. */
export class UnreadableFile extends Error {
  readonly code = 'CLI.UNREADABLE_FILE';
}

/** Names standard input among the files. */
export const STDIN = '-';

export interface FileOptions {
  readonly format?: ArticleFormat;
  /** Put the title before texts that are stored as they came. */
  readonly titleFirst?: boolean;
  /** What is known of the articles besides: it stands before what the file says, and its title is the one put first. */
  readonly described?: object;
}

/** The articles of a file in any format, a plain text described by a manifest.json beside it; of "-", those of standard input. */
export async function* readArticleFile(
  file: string,
  reader: FormatReader,
  { format, titleFirst: withTitle = false, described = {} }: FileOptions = {},
): AsyncIterable<FoundArticle> {
  try {
    for await (const article of readArticles(sourceOf(file, format), reader)) {
      const beside = 'body' in article && article.making.format === 'text' && file !== STDIN;
      const known = beside ? await manifestEntry(file) : {};
      const found =
        'body' in article ? { ...article, body: bodyWith(known, article.body, described) } : article;
      yield withTitle ? titleFirst(found) : found;
    }
  } catch (error) {
    throw explain(file === STDIN ? 'standard input' : file, error);
  }
}

/** What is no object is left as it came, to be refused as such. */
const bodyWith = (known: object, body: unknown, described: object): unknown =>
  typeof body === 'object' && body !== null && !Array.isArray(body)
    ? { ...known, ...body, ...described }
    : body;

function sourceOf(file: string, format: ArticleFormat | undefined): ArticleSource {
  if (file === STDIN) return { where: 'standard input', bytes: process.stdin, format };
  return { where: file, bytes: createReadStream(file), name: file, format };
}

/** What a manifest.json in the same folder says of a plain text file: {"articles": [{"file", "outlet", "title", "publishedAt"}]}. */
async function manifestEntry(file: string): Promise<object> {
  const path = join(dirname(file), 'manifest.json');
  const text = await readFile(path, 'utf8').catch(() => null);
  if (text === null) return {};
  const { articles = [] } = parseManifest(text, path) as { articles?: { file: string; sha256?: string }[] };
  const {
    file: _file,
    sha256: _sha256,
    ...entry
  } = articles.find((article) => article.file === basename(file)) ?? { file };
  return entry;
}

function parseManifest(text: string, path: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    throw new UnreadableFile(`${path} is not JSON: ${(error as Error).message}`);
  }
}

function explain(file: string, error: unknown): Error {
  const { code, message } = error as { code?: string; message: string };
  if (error instanceof UnreadableFile) return error;
  if (code === 'ENOENT') return new UnreadableFile(`There is no file ${file}.`);
  if (code === 'EISDIR') return new UnreadableFile(`${file} is a folder; name the files in it.`);
  if (code === 'ERR_ENCODING_INVALID_ENCODED_DATA' || code === 'ARTICLE_FORMATS.UNDECODABLE_TEXT')
    return new UnreadableFile(
      `${file} is not UTF-8 text, and declares no other encoding that it is in. Convert it first.`,
    );
  return new UnreadableFile(`${file} cannot be read: ${message}`);
}
