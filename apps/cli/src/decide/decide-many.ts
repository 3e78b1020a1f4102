import { createReadStream } from 'node:fs';
import type { Readable, Writable } from 'node:stream';
import { MAX_BULK, parseItem, type GivenDecision } from '#api';
import { readLines } from '#article-formats';
import type { BulkDecisionResult } from '#ingestion';
import { asJson } from '../as-json.js';
import { STDIN, UnreadableFile } from '../article-files.js';
import { catchUpViews, withLog } from '../open-log.js';
import { actorOf } from '../actor-of.js';
import { Decider } from './decider.js';

interface ManyOptions {
  readonly as?: string;
  readonly json?: boolean;
}

/** A line and what stands in it; `given` is an error where that is no decision. */
interface Line {
  readonly number: number;
  readonly given: GivenDecision | Error;
}

/**
 * `claimtrail decide many`: a decision a line, as `POST /v1/decisions/bulk` takes them. Each has an answer of its own, in its order; where one is
 * refused, the rest goes on, and the exit code is 1.
 */
export async function decideMany(
  file: string,
  options: ManyOptions,
  input: Readable,
  output: Writable,
): Promise<void> {
  const actor = actorOf('decide', options.as);
  await withLog(async (log) => {
    const decider = await Decider.open(log, actor);
    for await (const lines of inBulks(linesOf(file, input))) {
      const results = await decider.makeAll(lines.map(({ given }) => given));
      for (const [at, result] of results.entries()) {
        if (result.outcome === 'refused') process.exitCode = 1;
        output.write(`${options.json ? jsonOf(lines[at]!, result) : describe(lines[at]!, result)}\n`);
      }
    }
    await catchUpViews(log);
  });
}

async function* linesOf(file: string, input: Readable): AsyncGenerator<Line> {
  let number = 0;
  try {
    for await (const text of readLines(file === STDIN ? input : createReadStream(file))) {
      number += 1;
      if (text.trim() !== '') yield { number, given: parse(text) };
    }
  } catch (error) {
    throw new UnreadableFile(`${file} cannot be read: ${(error as Error).message}`);
  }
}

function parse(text: string): GivenDecision | Error {
  try {
    return parseItem(JSON.parse(text));
  } catch {
    return new UnreadableFile(
      'It is not JSON: a decision a line, such as {"type":"confirm_report","reportId":"...","reason":"..."}.',
    );
  }
}

async function* inBulks(lines: AsyncIterable<Line>): AsyncGenerator<Line[]> {
  let bulk: Line[] = [];
  for await (const line of lines) {
    bulk.push(line);
    if (bulk.length < MAX_BULK) continue;
    yield bulk;
    bulk = [];
  }
  if (bulk.length > 0) yield bulk;
}

const problemOf = (error: unknown): { readonly code?: string; readonly message: string } => {
  const { code, message } = error as { readonly code?: string; readonly message: string };
  return { code, message };
};

function describe({ number }: Line, result: BulkDecisionResult): string {
  if (result.outcome !== 'refused')
    return `line ${number}: ${result.outcome} ${result.decisionId ?? ''}`.trimEnd();
  const { code, message } = problemOf(result.error);
  return `line ${number}: refused: ${message}${code ? ` [${code}]` : ''}`;
}

const jsonOf = ({ number }: Line, result: BulkDecisionResult): string =>
  asJson(
    result.outcome === 'refused'
      ? { line: number, outcome: 'refused', problem: problemOf(result.error) }
      : { line: number, ...result },
  );
