import type { Pool, PoolClient } from 'pg';
import { OWNER_ROLE, uuidv7Generator, type IdGenerator } from '#platform';
import { appendWithAnswers } from '../append-batch.js';
import { encodeAppend, type EncodedAppend } from '../encode-append.js';
import { ErasureNotSealed, EventStoreError, EventStoreFailure } from '../errors.js';
import type { AppendRequest, AppendResult } from '../event-store.js';
import { toEventStoreError } from '../postgres-error.js';

/** The type of the event that says what was erased; the database takes its orders from no other. */
export const ERASURE_TYPE = 'ErasureRecorded';

export interface ErasureResult extends AppendResult {
  /** Events whose data is gone. */
  readonly erased: number;
}

const NOT_SEALED = '55000';

/**
 * Appends ErasureRecorded events, with whatever else the request holds, and erases the data of the events they name: one
 * transaction, all of it or nothing. It acts as the owner of the log, for neither the writer nor the reader may erase.
 */
export class PayloadEraser {
  constructor(
    /** The login of the program, which may become the owner as it does for migrations. */
    private readonly login: Pool,
    private readonly ids: IdGenerator = uuidv7Generator,
  ) {}

  /**
   * @param request each ErasureRecorded in it stands in the stream of the events it names as `seqs: [[first, last], ...]`
   * @throws {WrongExpectedVersion} the stream went on meanwhile; nothing was written or erased
   * @throws {ErasureNotSealed} no checkpoint covers all of the events yet
   * @throws {EventStoreUnavailable | EventStoreFailure}
   */
  async erase(request: AppendRequest): Promise<ErasureResult> {
    const append = encodeAppend(request, this.ids);
    return this.asOwner(async (client) => {
      const [outcome] = await appendWithAnswers(client, [append]);
      if (outcome === undefined) throw new EventStoreFailure('The database gave no outcome for a request.');
      if (outcome instanceof EventStoreError) throw outcome;
      let erased = 0;
      for (const seq of erasuresIn(append, outcome.firstSeq)) {
        const { rows } = await client.query<{ erased: number }>(
          'SELECT event_store.erase_payloads($1, $2) AS erased',
          [request.workspace, seq.toString()],
        );
        erased += rows[0]?.erased ?? 0;
      }
      return { ...outcome, erased };
    });
  }

  private async asOwner<T>(work: (client: PoolClient) => Promise<T>): Promise<T> {
    let client: PoolClient | undefined;
    let broken: Error | undefined;
    try {
      client = await this.login.connect();
      await client.query(`BEGIN; SET LOCAL ROLE ${OWNER_ROLE}`);
      const result = await work(client);
      await client.query('COMMIT');
      return result;
    } catch (error) {
      broken = await client?.query('ROLLBACK').then(
        () => undefined,
        (failure: Error) => failure,
      );
      throw explain(error);
    } finally {
      client?.release(broken);
    }
  }
}

/** Where the erasures of the request stand in the log: its events follow one another. */
const erasuresIn = ({ streams }: EncodedAppend, firstSeq: bigint): bigint[] =>
  streams
    .flatMap(({ events }) => events)
    .flatMap(({ type }, at) => (type === ERASURE_TYPE ? [firstSeq + BigInt(at)] : []));

function explain(error: unknown): Error {
  const isUnsealed = error instanceof Error && 'code' in error && error.code === NOT_SEALED;
  return isUnsealed ? new ErasureNotSealed(error.message) : toEventStoreError(error);
}
