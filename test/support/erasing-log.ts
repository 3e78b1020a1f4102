import { generateKeyPairSync } from 'node:crypto';
import type { Pool } from 'pg';
import { noteSigner, PayloadEraser, PostgresEventStore, Sealer } from '#event-store';
import { createLogger } from '#platform';
import { articleIdOf, erasureOf, WORKSPACE, type InventedArticle } from './invented-articles.js';
import { createProgramDatabase } from './program-database.js';
import type { TestDatabase } from './test-database.js';

const logger = createLogger('silent');
const pause = () => Promise.resolve();

/** A log with its views, in a database of its own, whose articles can be erased. */
export class ErasingLog {
  readonly store: PostgresEventStore;
  readonly pool: Pool;
  private readonly eraser: PayloadEraser;
  private readonly sealer: Sealer;

  private constructor(readonly test: TestDatabase) {
    this.store = new PostgresEventStore(test.database);
    this.pool = test.database.writer;
    this.eraser = new PayloadEraser(test.database.login);
    const signer = noteSigner('claimtrail/test', generateKeyPairSync('ed25519').privateKey);
    this.sealer = new Sealer({ workspace: WORKSPACE, pools: test.database, signer, logger, pause });
  }

  static async open(): Promise<ErasingLog> {
    return new ErasingLog(await createProgramDatabase());
  }

  /** Takes the words out of all that the article's stream holds, and out of claims that only speak of it. */
  async erase(article: InventedArticle, ...claims: string[]): Promise<void> {
    for (const stream of [...claims, `article-${articleIdOf(article.name)}`])
      await this.eraseStream(stream, article);
  }

  private async eraseStream(stream: string, { name }: InventedArticle): Promise<void> {
    const seqs: bigint[] = [];
    for await (const { seq, type, data } of this.store.readStream(WORKSPACE, stream))
      if (type !== 'ErasureRecorded' && !('erased' in (data as object))) seqs.push(seq);
    await this.sealer.sealAll();
    const events = [erasureOf({ name }, seqs)];
    const streams = [{ stream, expectedVersion: 'any' as const, events }];
    await this.eraser.erase({ workspace: WORKSPACE, actor: 'test', streams });
  }

  async close(): Promise<void> {
    await this.store.close();
    await this.test.drop();
  }
}
