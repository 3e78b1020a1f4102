import { setTimeout as delay } from 'node:timers/promises';
import { configuredProcesses, ProcessOfOtherVersion, ProcessRunner, type DecisionProcess } from '#linking';
import { asJson } from './as-json.js';
import { decideAnew, type Linked } from './decide-anew.js';
import { catchUpViews, withLog, type OpenLog } from './open-log.js';

/**
 * `claimtrail link`: brings linkers, clusters and entities level with the log, and prints what they decided. Where one of them is of
 * another version than its decisions in the log, it shows (`--dry-run`) or records what it decides otherwise.
 */
export async function link(
  { dryRun = false, json = false }: { readonly dryRun?: boolean; readonly json?: boolean },
  out: NodeJS.WritableStream,
): Promise<void> {
  await withLog(async (log) => {
    for (const process of configuredProcesses(log.database)) {
      const { line, ...found } = await linkOne(log, process, dryRun);
      const { name, version } = process;
      out.write(`${json ? asJson({ process: name, version, ...found }) : `${name}/${version}: ${line}`}\n`);
    }
    if (!dryRun) await catchUpViews(log);
  });
}

async function linkOne(log: OpenLog, process: DecisionProcess, dryRun: boolean): Promise<Linked> {
  const { store, config, database } = log;
  const { workspace } = config;
  const head = await store.head(workspace);
  try {
    if (dryRun) return await lookAhead(log, process);
    await catchUp(log, process);
    return await decidedSince(log, process, head);
  } catch (error) {
    if (!(error instanceof ProcessOfOtherVersion)) throw error;
    const decided = await decideAnew({ process, store, pool: database.writer, workspace, dryRun });
    if (!dryRun) await catchUp(log, process);
    return decided;
  }
}

async function catchUp(
  { store, config, database, logger }: OpenLog,
  process: DecisionProcess,
): Promise<void> {
  const pause = (milliseconds: number, signal: AbortSignal) =>
    delay(milliseconds, undefined, { signal }).catch(() => undefined);
  const options = { process, store, pool: database.writer, workspace: config.workspace, logger, pause };
  await new ProcessRunner(options).catchUp();
}

async function lookAhead(
  { store, config, database }: OpenLog,
  { name, version }: DecisionProcess,
): Promise<Linked> {
  const { rows } = await database.writer.query<{ version: string; seq: bigint }>(
    'SELECT version, seq FROM linking.process WHERE process = $1 AND workspace = $2',
    [name, config.workspace],
  );
  const [stored] = rows;
  if (stored && stored.version !== version) throw new ProcessOfOtherVersion(name, stored.version, version);
  const behind = (await store.head(config.workspace)) - (stored?.seq ?? 0n);
  const line =
    behind === 0n ? 'level with the log' : `${behind} events to read; "claimtrail link" decides on them`;
  return { outcome: 'looked_ahead', eventsToRead: behind, line };
}

/** "12 ReportLinked, 1 ClaimsMerged" */
async function decidedSince(
  { store, config }: OpenLog,
  { name, folds }: DecisionProcess,
  afterSeq: bigint,
): Promise<Linked> {
  const counts = new Map<string, number>();
  for await (const { events } of store.readLog(config.workspace, { afterSeq, types: folds })) {
    for (const { actor, type } of events)
      if (actor.startsWith(`${name}/`)) counts.set(type, (counts.get(type) ?? 0) + 1);
  }
  const listed = [...counts].map(([type, count]) => `${count} ${type}`).join(', ');
  const line = listed || 'level with the log, nothing to decide';
  return { outcome: 'level', decided: Object.fromEntries(counts), line };
}
