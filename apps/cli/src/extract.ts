import { once } from 'node:events';
import type { Readable, Writable } from 'node:stream';
import { extractArticle, toScorerRecord, type ReadableArticle } from '#extraction';
import { readLines } from './read-lines.js';

interface ArticleLine extends ReadableArticle {
  readonly id: string;
}

/**
 * `claimtrail extract`: reads articles from JSONL and writes what is in them as JSONL, one line at a time, in order.
 * A line that cannot be read is named on stderr, the others go on, and the exit code is 1.
 */
export async function extract(input: Readable, output: Writable): Promise<void> {
  let number = 0;
  for await (const line of readLines(input)) {
    number += 1;
    if (line.trim() === '') continue;
    const record = extractLine(line, number);
    if (record !== null && !output.write(`${JSON.stringify(record)}\n`)) await once(output, 'drain');
  }
}

function extractLine(line: string, number: number): object | null {
  try {
    const article = parseLine(line);
    return toScorerRecord(article.id, extractArticle(article));
  } catch (error) {
    process.stderr.write(`line ${number}: ${(error as Error).message}\n`);
    process.exitCode = 1;
    return null;
  }
}

function parseLine(line: string): ArticleLine {
  const article = JSON.parse(line) as Record<string, unknown> | null;
  for (const field of ['id', 'text']) {
    if (typeof article?.[field] !== 'string') throw new Error(`"${field}" is missing or not a string`);
  }
  for (const field of ['title', 'outlet', 'publishedAt']) {
    const value = article?.[field] ?? null;
    if (value !== null && typeof value !== 'string') throw new Error(`"${field}" is not a string`);
  }
  return article as unknown as ArticleLine;
}
