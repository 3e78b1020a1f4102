import { setTimeout as delay } from 'node:timers/promises';
import type { EventAppender, EventReader } from '#event-store';
import { decisionProcesses, ProcessRunner, type DecisionProcess } from '#linking';
import type { Database, Logger } from '#platform';

export interface LinkingResources {
  readonly workspace: string;
  readonly database: Database;
  readonly store: EventReader & EventAppender;
  readonly logger: Logger;
}

/** Runs every process that decides (linkers, clusters, entities) until stopped; any number of workers share them by leases. */
export class Linking {
  private readonly stopping = new AbortController();
  private running: Promise<void>[] = [];

  constructor(private readonly resources: LinkingResources) {}

  start(): void {
    const { database, logger } = this.resources;
    const processes = configuredProcesses(database);
    this.running = processes.map((process) => this.runnerOf(process).run(this.stopping.signal));
    logger.info(
      { processes: processes.map(({ name, version }) => `${name}/${version}`) },
      'Linking follows the log',
    );
  }

  /** Ends after the batches that are being decided on. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await Promise.all(this.running);
  }

  private runnerOf(process: DecisionProcess): ProcessRunner {
    const { workspace, database, store, logger } = this.resources;
    return new ProcessRunner({ process, store, pool: database.writer, workspace, logger, pause });
  }
}

/** Brings every process level with the log, each with what those before it decided; for programs without a worker. */
export async function catchUpLinking({
  workspace,
  database,
  store,
  logger,
}: LinkingResources): Promise<void> {
  const options = { store, pool: database.writer, workspace, logger, pause };
  for (const process of configuredProcesses(database))
    await new ProcessRunner({ process, ...options }).catchUp();
}

const configuredProcesses = ({ reader }: Database): readonly DecisionProcess[] =>
  decisionProcesses({
    select: async (sql, values) => (await reader.query(sql, [...values])).rows as never,
  });

/** Ends early, without an error, when the worker stops. */
const pause = (milliseconds: number, signal: AbortSignal): Promise<void> =>
  delay(milliseconds, undefined, { signal }).catch(() => undefined);
