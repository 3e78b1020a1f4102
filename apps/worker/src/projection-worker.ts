import { setTimeout as delay } from 'node:timers/promises';
import type { EventReader } from '#event-store';
import type { Database, Logger } from '#platform';
import {
  liveVersion,
  ProjectionRunner,
  projections,
  RebuildRunning,
  rebuildView,
  registerViews,
  type Projection,
} from '#projections';

/** How soon a worker looks again whether another has finished a rebuild. */
const REBUILD_LOOK_MS = 500;

export interface WorkerResources {
  readonly workspace: string;
  readonly database: Database;
  readonly reader: EventReader;
  readonly logger: Logger;
}

/** Keeps every view level with the log until stopped; any number of workers share the views by leases. */
export class ProjectionWorker {
  private readonly stopping = new AbortController();
  private running: Promise<void>[] = [];

  constructor(private readonly resources: WorkerResources) {}

  /** Registers the views, rebuilds those that an older program wrote, and starts to follow the log. */
  async start(): Promise<void> {
    const { database, reader, workspace, logger } = this.resources;
    await registerViews(database.writer, projections);
    for (const projection of projections) await this.rebuildIfOlder(projection);
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

  /** A view of a newer program is left to it: of two programs at once the newest decides. */
  private async rebuildIfOlder(projection: Projection): Promise<void> {
    const { database, reader, workspace, logger } = this.resources;
    const { signal } = this.stopping;
    while (!signal.aborted) {
      const live = await liveVersion(database.writer, projection.name);
      if (live && live.codeVersion >= projection.codeVersion) return;
      logger.info(
        { view: projection.name },
        'This program reads the log another way than the stored view: rebuilding it',
      );
      try {
        await rebuildView({
          projection,
          reader,
          pool: database.writer,
          workspaces: [workspace],
          logger,
          signal,
        });
      } catch (error) {
        if (!(error instanceof RebuildRunning)) {
          // The old version answers on; the other views need not wait for somebody to look at this one.
          return logger.error({ err: error, view: projection.name }, 'A view could not be rebuilt');
        }
        await pause(REBUILD_LOOK_MS, signal);
      }
    }
  }
}

/** Ends early, without an error, when the worker stops. */
const pause = (milliseconds: number, signal: AbortSignal): Promise<void> =>
  delay(milliseconds, undefined, { signal }).catch(() => undefined);
