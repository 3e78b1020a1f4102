import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import {
  CheckpointPublisher,
  keepVerifierKey,
  loadSigningKey,
  noteSigner,
  Sealer,
  verifierKeyFile,
} from '#event-store';
import { systemClock, type Config, type Database, type Logger } from '#platform';

export interface SealingResources {
  readonly config: Config;
  readonly database: Database;
  readonly logger: Logger;
}

/** Seals the log of the workspace and publishes its checkpoints until stopped. */
export class Sealing {
  private constructor(
    private readonly sealer: Sealer,
    private readonly publisher: CheckpointPublisher,
    /** What those who verify need: C2SP signed-note. */
    readonly verifierKey: string,
  ) {}

  /** @throws {SigningKeyUnusable} */
  static async start({ config, database, logger }: SealingResources): Promise<Sealing> {
    const { workspace, dataDir, checkpointSeconds: everySeconds, checkpointWebhook: webhook } = config;
    const key = await loadSigningKey(config.signingKey, dataDir);
    const signer = noteSigner(config.logOrigin ?? `claimtrail/${workspace}`, key);
    await keepVerifierKey(verifierKeyFile(dataDir, workspace), signer.verifierKey);
    logger.info({ verifierKey: signer.verifierKey }, 'Checkpoints of the log are signed with this key');
    const folder = join(config.checkpointDir ?? join(dataDir, 'checkpoints'), workspace);
    const options = { workspace, reader: database.reader, folder, everySeconds, webhook };
    const publisher = new CheckpointPublisher({ ...options, clock: systemClock, logger });
    const sealer = new Sealer({
      workspace,
      pools: database,
      signer,
      logger,
      pause,
      onLevel: () => publisher.publishWhenDue(),
    });
    sealer.start();
    return new Sealing(sealer, publisher, signer.verifierKey);
  }

  /** Ends after the step that is being written, and publishes the last checkpoint. */
  async stop(): Promise<void> {
    await this.sealer.stop();
    await this.publisher.flush();
  }
}

/** Ends early, without an error, when the sealer stops. */
const pause = (milliseconds: number, signal: AbortSignal): Promise<void> =>
  delay(milliseconds, undefined, { signal }).catch(() => undefined);
