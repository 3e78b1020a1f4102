import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Pool } from 'pg';
import type { Clock, Logger } from '#platform';
import { CheckpointFolderAhead } from '../errors.js';
import { newestCheckpoint } from './checkpoints.js';
import { joinDigests } from './digest.js';
import { TILE_WIDTH } from './merkle-tree.js';
import { SealedTree } from './sealed-tree.js';
import { writeFileDurably } from './write-file-durably.js';

export interface PublisherOptions {
  readonly workspace: string;
  readonly reader: Pool;
  /** Where checkpoints are kept outside the database; made where it is not there. */
  readonly folder: string;
  /** One publication in so many seconds at most. */
  readonly everySeconds: number;
  /** Gets each published note by POST, as text/plain. */
  readonly webhook?: string;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly fetch?: typeof fetch;
}

const LATEST = 'latest';
const SIZE_DIGITS = 12;
const WEBHOOK_TIMEOUT_MS = 5_000;

/**
 * Keeps checkpoints where nobody who can change the database can change them: only they show that a whole history was
 * rewritten and sealed anew. Beside each note stand the leaf hashes since the one before it; they are not needed for the
 * proof, but let the verifier name the very event.
 */
export class CheckpointPublisher {
  private publishedAt = Number.NEGATIVE_INFINITY;
  private publishing: Promise<void> | null = null;

  constructor(private readonly options: PublisherOptions) {}

  /** Publishes in the background if it is time; a failure is logged and tried again with a later checkpoint. */
  publishWhenDue(): void {
    const { clock, everySeconds } = this.options;
    if (this.publishing || clock.now().getTime() - this.publishedAt < everySeconds * 1000) return;
    this.publishedAt = clock.now().getTime();
    this.publishing = this.tryPublish().finally(() => (this.publishing = null));
  }

  /** Publishes the newest checkpoint now, unless it is published. For the end of the program. */
  async flush(): Promise<void> {
    await this.publishing;
    await this.tryPublish();
  }

  /** Gives the size published, 0 where there is no checkpoint. @throws {CheckpointFolderAhead} */
  async publish(): Promise<number> {
    const { workspace, reader, folder } = this.options;
    const checkpoint = await newestCheckpoint(reader, workspace);
    if (!checkpoint) return 0;
    const { size, note } = checkpoint;
    await mkdir(folder, { recursive: true });
    const before = await this.publishedSize();
    if (before > size) throw new CheckpointFolderAhead(folder, before, size);
    if (before === size) return size;
    const name = join(folder, String(size).padStart(SIZE_DIGITS, '0'));
    await writeFileDurably(`${name}.leaves`, leafHashes(reader, workspace, before, size));
    await writeFileDurably(`${name}.checkpoint`, note);
    await writeFileDurably(join(folder, LATEST), note);
    await this.post(note);
    return size;
  }

  private async tryPublish(): Promise<void> {
    const { logger, folder } = this.options;
    await this.publish().catch((error: unknown) =>
      logger.error(
        { err: error, folder },
        'The checkpoint could not be published; trying again with the next',
      ),
    );
  }

  private async publishedSize(): Promise<number> {
    const note = await readFile(join(this.options.folder, LATEST), 'utf8').catch((error: unknown) => {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '';
      throw error;
    });
    return Number(note.split('\n')[1] ?? 0);
  }

  private async post(note: string): Promise<void> {
    const { webhook, logger, fetch: send = fetch } = this.options;
    if (webhook === undefined) return;
    try {
      const answer = await send(webhook, {
        method: 'POST',
        headers: { 'content-type': 'text/plain; charset=utf-8' },
        body: note,
        signal: AbortSignal.timeout(WEBHOOK_TIMEOUT_MS),
        redirect: 'error',
      });
      await answer.body?.cancel();
      if (!answer.ok) throw new Error(`the webhook answered ${answer.status}`);
    } catch (error) {
      logger.warn({ err: error }, 'The checkpoint could not be sent to the webhook; the next one will be');
    }
  }
}

/** The leaf hashes of the events from `from` + 1 to `to`, a tile in memory at a time. */
async function* leafHashes(
  reader: Pool,
  workspace: string,
  from: number,
  to: number,
): AsyncGenerator<Buffer> {
  for (let tile = Math.floor(from / TILE_WIDTH); tile * TILE_WIDTH < to; tile++) {
    const first = tile * TILE_WIDTH;
    const hashes = await new SealedTree(reader, workspace, to).leaves(tile);
    yield joinDigests(hashes.slice(Math.max(from - first, 0)));
  }
}
