import { once } from 'node:events';
import type { Readable, Writable } from 'node:stream';
import { InvalidFields } from '#domain';
import { toScorerRecord, type ReadableArticle } from '#extraction';
import { openConfiguredReader, openLlmReader } from '#llm-reader';
import { loadConfig } from '#platform';
import { defaultThreads, openArticleReader, type ArticleReader } from '#reading';
import { compareReaders } from './compare-readers.js';
import { inOrder } from './in-order.js';
import { readLines } from '#article-formats';

interface ArticleLine extends ReadableArticle {
  readonly id: string;
  readonly language?: string | null;
}

interface Answer {
  readonly number: number;
  readonly record: object | null;
  readonly problem: string | null;
}

export interface ExtractOptions {
  readonly threads?: string;
  /** Adds to each item the rule that read it and the words it went by. */
  readonly explain?: boolean;
  readonly reader?: string;
}

const READERS = ['rules', 'llm', 'both'] as const;

/** Reads the article of one line. */
interface LineReader {
  read(article: ArticleLine): Promise<object>;
  close(): Promise<void>;
}

/** One article may take this long: the same as where it is recorded, if nothing is set. */
const BUDGET_MS = 20_000;
const MAX_THREADS = 64;

/**
 * `claimtrail extract`: reads articles from JSONL and writes what is in them as JSONL, one line at a time, in order.
 * A line that cannot be read is named on stderr, the others go on, and the exit code is 1.
 */
export async function extract(
  options: ExtractOptions,
  input: Readable,
  output: Writable,
  environment: NodeJS.ProcessEnv = process.env,
): Promise<void> {
  const reader = await openLineReader(options, environment);
  const ahead = 4 * (threadsOf(options.threads) ?? defaultThreads()) + 1;
  try {
    for await (const answer of inOrder(answers(input, reader), ahead)) await write(answer, output);
  } finally {
    await reader.close();
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
    return { ...record, ...(refused && { refused }), ...(notExtracted && { language, notExtracted }) };
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
    const at = (number += 1);
    if (line.trim() !== '') yield () => answerLine(line, at, reader);
  }
}

async function answerLine(line: string, number: number, reader: LineReader): Promise<Answer> {
  try {
    return { number, record: await reader.read(parseLine(line)), problem: null };
  } catch (error) {
    return { number, record: null, problem: (error as Error).message };
  }
}

async function write({ number, record, problem }: Answer, output: Writable): Promise<void> {
  if (problem !== null) {
    process.stderr.write(`line ${number}: ${problem}\n`);
    process.exitCode = 1;
  } else if (!output.write(`${JSON.stringify(record)}\n`)) await once(output, 'drain');
}

function parseLine(line: string): ArticleLine {
  const article = JSON.parse(line) as Record<string, unknown> | null;
  for (const field of ['id', 'text']) {
    if (typeof article?.[field] !== 'string') throw new Error(`"${field}" is missing or not a string`);
  }
  for (const field of ['title', 'outlet', 'publishedAt', 'language']) {
    const value = article?.[field] ?? null;
    if (value !== null && typeof value !== 'string') throw new Error(`"${field}" is not a string`);
  }
  return article as unknown as ArticleLine;
}
