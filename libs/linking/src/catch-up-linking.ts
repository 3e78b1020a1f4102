import { setTimeout as delay } from 'node:timers/promises';
import type { EventAppender, EventReader } from '#event-store';
import type { Database, Logger } from '#platform';
import { decisionProcesses } from './processes.js';
import type { DecisionProcess } from './runner/decision-process.js';
import { ProcessRunner } from './runner/process-runner.js';

export interface LinkingResources {
  readonly workspace: string;
  readonly database: Database;
  readonly store: EventReader & EventAppender;
  readonly logger: Logger;
}

/** Brings every process level with the log, each with what those before it decided; for programs without a worker. */
export async function catchUpLinking(resources: LinkingResources): Promise<void> {
  for (const process of configuredProcesses(resources.database))
    await processRunner(process, resources).catchUp();
}

/** Every process, with the gazetteer of this database. */
export const configuredProcesses = ({ reader }: Database): readonly DecisionProcess[] =>
  decisionProcesses({
    select: async (sql, values) => (await reader.query(sql, [...values])).rows as never,
  });

export const processRunner = (
  process: DecisionProcess,
  { workspace, database, store, logger }: LinkingResources,
): ProcessRunner => new ProcessRunner({ process, store, pool: database.writer, workspace, logger, pause });

/** Ends early, without an error, when the worker stops. */
const pause = (milliseconds: number, signal: AbortSignal): Promise<void> =>
  delay(milliseconds, undefined, { signal }).catch(() => undefined);
