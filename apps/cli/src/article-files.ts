import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import { TextDecoder } from 'node:util';
import { readLines } from './read-lines.js';

/** An article as a file gives it, unchecked, and where it stands: for the message when something is wrong with it. */
export interface FileArticle {
  readonly where: string;
  readonly body: unknown;
}

/** A file that cannot be read as articles. */
export class UnreadableFile extends Error {
  readonly code = 'CLI.UNREADABLE_FILE';
}

/** The articles of a file: one of a .txt (described by a manifest.json beside it) or .json, one a line of a .jsonl. */
export async function* readArticleFile(file: string): AsyncIterable<FileArticle> {
  switch (extname(file).toLowerCase()) {
    case '.jsonl':
    case '.ndjson':
      yield* readArticleLines(file);
      return;
    case '.json':
      yield { where: file, body: parseJson(await readText(file), file) };
      return;
    default:
      yield { where: file, body: { ...(await manifestEntry(file)), text: await readText(file) } };
  }
}

async function* readArticleLines(file: string): AsyncIterable<FileArticle> {
  let number = 0;
  try {
    for await (const line of readLines(createReadStream(file))) {
      number += 1;
      if (line.trim() !== '')
        yield { where: `${file}:${number}`, body: parseJson(line, `${file}:${number}`) };
    }
  } catch (error) {
    throw explain(file, error);
  }
}

/** What a manifest.json in the same folder says of a plain text file: {"articles": [{"file", "outlet", "title", "publishedAt"}]}. */
async function manifestEntry(file: string): Promise<object> {
  const path = join(dirname(file), 'manifest.json');
  const text = await readFile(path, 'utf8').catch(() => null);
  if (text === null) return {};
  const { articles = [] } = parseJson(text, path) as { articles?: { file: string; sha256?: string }[] };
  const {
    file: _file,
    sha256: _sha256,
    ...entry
  } = articles.find((article) => article.file === basename(file)) ?? { file };
  return entry;
}

async function readText(file: string): Promise<string> {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(await readFile(file));
  } catch (error) {
    throw explain(file, error);
  }
}

function parseJson(text: string, where: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    throw new UnreadableFile(`${where} is not JSON: ${(error as Error).message}`);
  }
}

function explain(file: string, error: unknown): Error {
  const { code, message } = error as { code?: string; message: string };
  if (error instanceof UnreadableFile) return error;
  if (code === 'ENOENT') return new UnreadableFile(`There is no file ${file}.`);
  if (code === 'EISDIR') return new UnreadableFile(`${file} is a folder; name the files in it.`);
  if (code === 'ERR_ENCODING_INVALID_ENCODED_DATA')
    return new UnreadableFile(`${file} is not UTF-8 text. Convert it first.`);
  return new UnreadableFile(`${file} cannot be read: ${message}`);
}
