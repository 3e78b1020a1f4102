import { generateKeyPairSync } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  CheckpointPublisher,
  eventStoreMigrations,
  noteSigner,
  PostgresEventStore,
  Sealer,
} from '#event-store';
import { createLogger, systemClock } from '#platform';
import {
  databaseEnds,
  databaseLog,
  databaseWitness,
  folderWitness,
  parseVerifierKeys,
  verifyLog,
  type Verdict,
} from '#verifier';
import { appendTo, newEvent } from '../../libs/event-store/src/testing/index.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';

export const ORIGIN = 'claimtrail/test';
const logger = createLogger('silent');
const STREAMS = 7;

/** A database with logs that are sealed, published and verified when a test says so. */
export class SealedLog {
  readonly signer = noteSigner(ORIGIN, generateKeyPairSync('ed25519').privateKey);
  readonly keys = parseVerifierKeys(this.signer.verifierKey);

  private constructor(
    readonly test: TestDatabase,
    readonly store: PostgresEventStore,
    readonly root: string,
  ) {}

  static async create(): Promise<SealedLog> {
    const test = await createTestDatabase(eventStoreMigrations);
    const root = await mkdtemp(join(tmpdir(), 'claimtrail-proof-'));
    return new SealedLog(test, new PostgresEventStore(test.database), root);
  }

  async drop(): Promise<void> {
    await this.store.close();
    await this.test.drop();
    await rm(this.root, { recursive: true, force: true });
  }

  sealer(workspace: string, rest: Partial<ConstructorParameters<typeof Sealer>[0]> = {}): Sealer {
    const pause = () => Promise.resolve();
    const pools = this.test.database;
    return new Sealer({ workspace, pools, signer: this.signer, logger, pause, ...rest });
  }

  folder(workspace: string): string {
    return join(this.root, workspace);
  }

  publisher(
    workspace: string,
    rest: Partial<ConstructorParameters<typeof CheckpointPublisher>[0]> = {},
  ): CheckpointPublisher {
    const options = { workspace, reader: this.test.database.reader, folder: this.folder(workspace) };
    return new CheckpointPublisher({ ...options, everySeconds: 1, clock: systemClock, logger, ...rest });
  }

  /** Appends up to so many events, a few to a stream at a time. */
  async growTo(workspace: string, size: number): Promise<void> {
    let head = Number(await this.store.head(workspace));
    while (head < size) {
      const stream = `note-${head % STREAMS}`;
      const count = Math.min(size - head, 40);
      const events = Array.from({ length: count }, (_, i) =>
        newEvent(
          { number: head + i + 1, text: 'Łódź “quoted”' },
          { meta: i % 3 === 0 ? { by: 'test' } : undefined },
        ),
      );
      await this.store.append(appendTo(workspace, stream, 'any', events));
      head += count;
    }
  }

  /** A log sealed and published at each of the sizes. */
  async make(workspace: string, ...sizes: number[]): Promise<void> {
    const sealer = this.sealer(workspace);
    for (const size of sizes) {
      await this.growTo(workspace, size);
      await sealer.sealAll();
      await this.publisher(workspace).publish();
    }
  }

  /** `outside`: with the published checkpoints, and not only with what the database says of itself. */
  async verify(workspace: string, outside: boolean): Promise<Verdict> {
    const { reader } = this.test.database;
    const { head, sealed } = await databaseEnds(reader, workspace);
    const witnesses = [databaseWitness(reader, workspace, this.keys, sealed)];
    if (outside) witnesses.push(await folderWitness(this.folder(workspace), this.keys));
    return verifyLog({ pages: databaseLog(reader, workspace, Math.max(head, sealed)), witnesses, head });
  }

  /** What only a superuser can do: the triggers are switched off for it. */
  async tamper(sql: string, values: unknown[] = []): Promise<void> {
    const client = await this.test.database.login.connect();
    const tables = ['event', 'event_p0', 'tile', 'checkpoint'];
    const triggers = (verb: string) =>
      tables.map((table) => `ALTER TABLE event_store.${table} ${verb} TRIGGER append_only`).join(';');
    try {
      await client.query(triggers('DISABLE'));
      await client.query(sql, values);
      await client.query(triggers('ENABLE ALWAYS'));
    } finally {
      client.release();
    }
  }
}
