import { once } from 'node:events';
import type { Readable, Writable } from 'node:stream';
import { FormatReader, readLines, type FoundArticle } from '#article-formats';
import { InvalidFields } from '#domain';
import { toScorerRecord, type ReadableArticle } from '#extraction';
import { openConfiguredReader, openLlmReader } from '#llm-reader';
import { loadConfig } from '#platform';
import { defaultThreads, openArticleReader, type ArticleReader } from '#reading';
import { readArticleFile } from './article-files.js';
import { compareReaders } from './compare-readers.js';
import { inOrder } from './in-order.js';
import { refusal } from './refusal.js';

interface ArticleLine extends ReadableArticle {
  readonly id: string;
  readonly language?: string | null;
}

/** What is written for one article, or why it cannot be read; `where` it stands, for messages. */
interface Answer {
  readonly where: string;
  readonly record: object | null;
  readonly problem: Error | null;
}

export interface ExtractOptions {
  readonly threads?: string;
  /** Adds to each item all that was read: its rules, the words it went by, its sentence, chain, places and dates. */
  readonly explain?: boolean;
  readonly reader?: string;
  readonly titleFirst?: boolean;
}

const READERS = ['rules', 'llm', 'both'] as const;

/** Reads one article. */
interface LineReader {
  read(article: ArticleLine): Promise<object>;
  close(): Promise<void>;
}

/** One article may take this long: the same as where it is recorded, if nothing is set. */
const BUDGET_MS = 20_000;
const MAX_THREADS = 64;

/**
 * `claimtrail extract`: reads articles and writes what is in them as JSONL, in order. From files in any format that `ingest` takes; where none
 * is named, from JSONL on `input`, as it comes. What cannot be read is named on stderr, the rest goes on, and the exit code is 1.
 */
export async function extract(
  files: readonly string[],
  options: ExtractOptions,
  input: Readable,
  output: Writable,
  environment: NodeJS.ProcessEnv = process.env,
): Promise<void> {
  const reader = await openLineReader(options, environment);
  const formats = new FormatReader();
  const ahead = 4 * (threadsOf(options.threads) ?? defaultThreads()) + 1;
  const tasks = files.length > 0 ? answersOf(files, formats, reader, options) : answers(input, reader);
  try {
    for await (const answer of inOrder(tasks, ahead)) await write(answer, output);
  } finally {
    await Promise.all([reader.close(), formats.close()]);
  }
}

async function openLineReader(
  { threads, explain = false, reader: chosen = 'rules' }: ExtractOptions,
  environment: NodeJS.ProcessEnv,
): Promise<LineReader> {
  const which = READERS.find((name) => name === chosen);
  if (!which) throw new InvalidFields('extract', { '--reader': `must be ${READERS.join(', ')}` });
  if (which === 'llm')
    return recording(await openConfiguredReader({ ...loadConfig(environment), reader: 'llm' }), explain);
  const model = which === 'both' ? await openLlmReader(loadConfig(environment)) : null;
  const rules = openArticleReader({ threads: threadsOf(threads), budgetMs: BUDGET_MS });
  if (!model) return recording(rules, explain);
  return { read: (article) => compareReaders(article, rules, model), close: () => rules.close() };
}

/** What one reader reads, as the scorers take it. */
const recording = (reader: ArticleReader, explain: boolean): LineReader => ({
  async read(article) {
    const { extraction, language, notExtracted, refused } = await reader.read(article);
    const record = toScorerRecord(article.id, extraction, { explain });
    // Of a page only its text tells where the ranges lie.
    const text = explain && { text: article.text };
    return {
      ...record,
      ...text,
      ...(refused && { refused }),
      ...(notExtracted && { language, notExtracted }),
    };
  },
  close: () => reader.close(),
});

function threadsOf(threads: string | undefined): number | undefined {
  if (threads === undefined) return undefined;
  const count = /^\d{1,2}$/.test(threads) ? Number(threads) : MAX_THREADS + 1;
  if (count <= MAX_THREADS) return count;
  throw new InvalidFields('extract', { '--threads': `must be a whole number from 0 to ${MAX_THREADS}` });
}

async function* answers(input: Readable, reader: LineReader): AsyncIterable<() => Promise<Answer>> {
  let number = 0;
  for await (const line of readLines(input)) {
    const where = `line ${(number += 1)}`;
    if (line.trim() !== '') yield () => answer(where, reader, () => parseLine(line));
  }
}

/** A file that fails is a problem in its place; the files behind it are read. */
async function* answersOf(
  files: readonly string[],
  formats: FormatReader,
  reader: LineReader,
  { titleFirst }: ExtractOptions,
): AsyncIterable<() => Promise<Answer>> {
  for (const file of files) {
    try {
      for await (const found of readArticleFile(file, formats, { titleFirst }))
        yield () => answer(found.where, reader, () => articleOf(found));
    } catch (error) {
      yield () => Promise.resolve({ where: file, record: null, problem: error as Error });
    }
  }
}

async function answer(where: string, reader: LineReader, parse: () => ArticleLine): Promise<Answer> {
  try {
    return { where, record: await reader.read(parse()), problem: null };
  } catch (error) {
    return { where, record: null, problem: error as Error };
  }
}

/** One without an id of its own is called by where it stands. */
function articleOf(found: FoundArticle): ArticleLine {
  if ('problem' in found) throw found.problem;
  return checked({ id: found.where, ...(found.body as object) });
}

async function write({ where, record, problem }: Answer, output: Writable): Promise<void> {
  if (problem !== null) {
    process.stderr.write(`${refusal(where, problem)}\n`);
    process.exitCode = 1;
  } else if (!output.write(`${JSON.stringify(record)}\n`)) await once(output, 'drain');
}

const parseLine = (line: string): ArticleLine => checked(JSON.parse(line) as Record<string, unknown> | null);

function checked(article: Record<string, unknown> | null): ArticleLine {
  for (const field of ['id', 'text']) {
    if (typeof article?.[field] !== 'string') throw new Error(`"${field}" is missing or not a string`);
  }
  for (const field of ['title', 'outlet', 'publishedAt', 'language']) {
    const value = article?.[field] ?? null;
    if (value !== null && typeof value !== 'string') throw new Error(`"${field}" is not a string`);
  }
  return article as unknown as ArticleLine;
}
