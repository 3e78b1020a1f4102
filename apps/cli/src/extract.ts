import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { extractArticle, toScorerRecord, type ReadableArticle } from '#extraction';

interface ArticleLine extends ReadableArticle {
  readonly id: string;
}

/**
 * `claimtrail extract`: reads articles from JSONL and writes what is in them as JSONL, one line at a time, in order.
 * A line that cannot be read is named on stderr, the others go on, and the exit code is 1.
 */
export async function extract(input: Readable, output: Writable): Promise<void> {
  let number = 0;
  for await (const line of createInterface({ input, crlfDelay: Infinity })) {
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
  const article = JSON.parse(line) as Partial<ArticleLine> | null;
  if (typeof article?.id !== 'string') throw new Error('"id" is missing or not a string');
  if (typeof article.text !== 'string') throw new Error('"text" is missing or not a string');
  return article as ArticleLine;
}
