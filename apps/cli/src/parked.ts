import type { Writable } from 'node:stream';
import Table from 'cli-table3';
import { InvalidFields } from '#domain';
import {
  NotParked,
  readParked,
  readSkipped,
  retryParked,
  skipParked,
  type ParkedEvent,
  type RetryResult,
} from '#projections';
import { chosenView } from './chosen-view.js';
import { actorOf } from './actor-of.js';
import { asJson } from './as-json.js';
import { withLog, type OpenLog } from './open-log.js';

const LONGEST_PROBLEM = 70;

interface ParkedListOptions {
  readonly json?: boolean;
}

interface SkipOptions {
  readonly reason: string;
  readonly as?: string;
}

/** `claimtrail parked list`: events that a view could not fold, those that wait behind them, and those that were skipped. */
export async function listParked(
  view: string | undefined,
  { json }: ParkedListOptions,
  output: Writable,
): Promise<void> {
  if (view !== undefined) chosenView('parked', view);
  await withLog(async ({ database, config: { workspace } }) => {
    const parked = await readParked(database.writer, { workspace, view });
    const skipped = await readSkipped(database.writer, workspace, view);
    if (json) {
      for (const event of parked) output.write(`${asJson({ state: 'parked', ...event })}\n`);
      for (const event of skipped) output.write(`${asJson({ state: 'skipped', ...event })}\n`);
      return;
    }
    if (parked.length + skipped.length === 0) return void output.write('Nothing is parked.\n');
    const table = new Table({ head: ['view', 'seq', 'type', 'stream', 'state', 'attempts', 'problem'] });
    for (const { view: name, version, seq, type, stream, reason, attempts, error } of parked)
      table.push([`${name} v${version}`, `${seq}`, type, stream, reason, attempts, shortened(error ?? '')]);
    for (const { view: name, seq, type, stream, reason } of skipped)
      table.push([name, `${seq}`, type, stream, 'skipped', '', shortened(reason)]);
    output.write(`${table.toString()}\n`);
  });
}

/** `claimtrail parked show`: one parked event in full, as it stands in the log. */
export async function showParked(view: string, seq: string, output: Writable): Promise<void> {
  chosenView('parked', view);
  await withLog(async (log) => {
    for (const parked of await parkedAt(log, view, seq)) {
      const [event] = await log.store.readAll(parked.workspace, { afterSeq: parked.seq - 1n, limit: 1 });
      output.write(`${asJson({ ...parked, event }, 2)}\n`);
    }
  });
}

/** `claimtrail parked retry`: with the fold corrected or the trouble gone, applies what is parked. */
export async function retry(view: string, seq: string | undefined, output: Writable): Promise<void> {
  const projection = chosenView('parked', view);
  await withLog(async (log) => {
    const stream = seq === undefined ? undefined : (await parkedAt(log, view, seq))[0]?.stream;
    const result = await retryParked(optionsOf(log, projection), stream);
    output.write(outcome(result));
    if (result.stillParked > 0) process.exitCode = 1;
  });
}

/** `claimtrail parked skip`: decides that the view does without one event. */
export async function skip(
  view: string,
  seq: string,
  { reason, as }: SkipOptions,
  output: Writable,
): Promise<void> {
  const projection = chosenView('parked', view);
  const actor = actorOf('parked skip', as);
  if (reason.trim() === '') throw new InvalidFields('parked skip', { '--reason': 'must say why' });
  await withLog(async (log) => {
    const result = await skipParked(optionsOf(log, projection), wholeNumber(seq), reason, actor);
    output.write(`Event ${seq} is skipped by ${view}. ${outcome(result)}`);
  });
}

const optionsOf = ({ store, database, config }: OpenLog, projection: ReturnType<typeof chosenView>) => ({
  projection,
  reader: store,
  pool: database.writer,
  workspace: config.workspace,
});

async function parkedAt({ database, config }: OpenLog, view: string, seq: string): Promise<ParkedEvent[]> {
  const at = wholeNumber(seq);
  const parked = await readParked(database.writer, { workspace: config.workspace, view, seq: at });
  if (parked.length === 0) throw new NotParked(view, at);
  return parked;
}

function wholeNumber(seq: string): bigint {
  if (/^\d{1,18}$/.test(seq)) return BigInt(seq);
  throw new InvalidFields('parked', { seq: `must be a position in the log, not "${seq}"` });
}

const outcome = ({ applied, stillParked }: RetryResult): string =>
  `${applied} events applied, ${stillParked} still parked.\n`;

const shortened = (text: string): string =>
  text.length > LONGEST_PROBLEM ? `${text.slice(0, LONGEST_PROBLEM - 3)}...` : text;
