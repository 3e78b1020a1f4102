import { setTimeout as delay } from 'node:timers/promises';
import type { EventReader } from '#event-store';
import type { Database, Logger } from '#platform';
import { liveVersion, ProjectionRunner, projections, rebuildView, registerViews } from '#projections';

export interface WorkerResources {
  readonly workspace: string;
  readonly database: Database;
  readonly reader: EventReader;
  readonly logger: Logger;
}

/** Keeps every view level with the log until stopped. */
export class ProjectionWorker {
  private readonly stopping = new AbortController();
  private running: Promise<void>[] = [];

  constructor(private readonly resources: WorkerResources) {}

  /** Registers the views, rebuilds those that an older program wrote, and starts to follow the log. */
  async start(): Promise<void> {
    const { database, reader, workspace, logger } = this.resources;
    await registerViews(database.writer, projections);
    await this.rebuildOutdated();
    const runners = projections.map(
      (projection) =>
        new ProjectionRunner({ projection, reader, pool: database.writer, workspace, logger, pause }),
    );
    this.running = runners.map((runner) => runner.run(this.stopping.signal));
  }

  /** Ends after the batches that are being written. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await Promise.all(this.running);
  }

  private async rebuildOutdated(): Promise<void> {
    const { database, reader, workspace, logger } = this.resources;
    for (const projection of projections) {
      const live = await liveVersion(database.writer, projection.name);
      if (live?.codeVersion === projection.codeVersion) continue;
      logger.info(
        { view: projection.name },
        'This program reads the log another way than the stored view: rebuilding it',
      );
      await rebuildView({
        projection,
        reader,
        pool: database.writer,
        workspaces: [workspace],
        signal: this.stopping.signal,
      });
    }
  }
}

/** Ends early, without an error, when the worker stops. */
const pause = (milliseconds: number, signal: AbortSignal): Promise<void> =>
  delay(milliseconds, undefined, { signal }).catch(() => undefined);
