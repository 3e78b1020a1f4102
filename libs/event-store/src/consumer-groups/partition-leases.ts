import type { ClientBase, Pool } from 'pg';
import { ConsumerGroupDiffers, PartitionLost } from '../errors.js';
import { toEventStoreError } from '../postgres-error.js';

/** A member's right to one partition. `epoch` is one higher with each change of hands; an older one moves no checkpoint. */
export interface PartitionLease {
  readonly partition: number;
  readonly epoch: bigint;
  /** The checkpoint. */
  readonly seq: bigint;
}

/** Where the leases of a group stand after a member's round. */
export interface Round {
  readonly held: readonly PartitionLease[];
  /** How many partitions are this member's share. */
  readonly share: number;
}

type Queryable = Pick<ClientBase, 'query'>;
interface LeaseRow {
  readonly partition: number;
  readonly epoch: bigint;
  readonly seq: bigint;
}

const ME = 'workspace = $1 AND name = $2';
const UNTIL = `clock_timestamp() + $4 * interval '1 millisecond'`;

/** The leases and checkpoints of one group as one member sees them. Only the database's clock is asked. */
export class PartitionLeases {
  constructor(
    private readonly pool: Pool,
    private readonly group: {
      readonly workspace: string;
      readonly name: string;
      readonly partitions: number;
    },
    private readonly member: string,
    private readonly milliseconds: number,
  ) {}

  /** Makes the group at its first member. @throws {ConsumerGroupDiffers} it was made with another number of partitions */
  async join(): Promise<void> {
    const { partitions, name } = this.group;
    const made = await this.query<{ partitions: number }>(
      `WITH made AS (
         INSERT INTO event_store.consumer_group (workspace, name, partitions) VALUES ($1, $2, $3)
           ON CONFLICT DO NOTHING RETURNING partitions)
       SELECT partitions FROM made UNION ALL SELECT partitions FROM event_store.consumer_group WHERE ${ME} LIMIT 1`,
      [partitions],
    );
    if (made[0] && made[0].partitions !== partitions)
      throw new ConsumerGroupDiffers(name, made[0].partitions, partitions);
    await this.query(
      `INSERT INTO event_store.consumer_partition (workspace, name, partition)
       SELECT $1, $2, generate_series(0, $3::integer - 1) ON CONFLICT DO NOTHING`,
      [partitions],
    );
  }

  /** A sign of life, the renewal of what is held, and as many more as the share allows and nobody holds. */
  async round(): Promise<Round> {
    const { member, milliseconds } = this;
    await this.query(
      `INSERT INTO event_store.consumer_member (workspace, name, member, expires_at) VALUES ($1, $2, $3, ${UNTIL})
       ON CONFLICT (workspace, name, member) DO UPDATE SET expires_at = EXCLUDED.expires_at`,
      [member, milliseconds],
    );
    await this.query(
      `DELETE FROM event_store.consumer_member WHERE ${ME} AND expires_at <= clock_timestamp()`,
    );
    const members = await this.query<{ member: string }>(
      `SELECT member FROM event_store.consumer_member WHERE ${ME} ORDER BY member`,
    );
    const share = shareOf(
      this.group.partitions,
      members.map((row) => row.member),
      member,
    );
    const renewed = await this.query<LeaseRow>(
      `UPDATE event_store.consumer_partition SET expires_at = ${UNTIL} WHERE ${ME} AND holder = $3
       RETURNING partition, epoch, seq`,
      [member, milliseconds],
    );
    const taken = renewed.length < share ? await this.take(share - renewed.length) : [];
    return { held: [...renewed, ...taken], share };
  }

  /** Lets another take it at once. */
  async release({ partition, epoch }: PartitionLease): Promise<void> {
    await this.query(
      `UPDATE event_store.consumer_partition SET expires_at = '-infinity', holder = NULL
       WHERE ${ME} AND holder = $3 AND partition = $4 AND epoch = $5`,
      [this.member, partition, epoch],
    );
  }

  async leave(): Promise<void> {
    await this.query(`DELETE FROM event_store.consumer_member WHERE ${ME} AND member = $3`, [this.member]);
  }

  /**
   * Moves the checkpoint, in the transaction of `client` where one is given.
   * @throws {PartitionLost} another member took the partition; a transaction that this stands in must be rolled back
   */
  async commit({ partition, epoch }: PartitionLease, to: bigint, client?: Queryable): Promise<void> {
    const moved = await this.query(
      `UPDATE event_store.consumer_partition SET seq = $5 WHERE ${ME} AND partition = $3 AND epoch = $4 AND seq <= $5
       RETURNING partition`,
      [partition, epoch, to],
      client,
    );
    if (moved.length === 0) throw new PartitionLost(this.group.name, partition);
  }

  /** @throws {PartitionLost} */
  async checkpoint({ partition, epoch }: PartitionLease): Promise<bigint> {
    const [row] = await this.query<{ seq: bigint }>(
      `SELECT seq FROM event_store.consumer_partition WHERE ${ME} AND partition = $3 AND epoch = $4`,
      [partition, epoch],
    );
    if (!row) throw new PartitionLost(this.group.name, partition);
    return row.seq;
  }

  private take(count: number): Promise<LeaseRow[]> {
    return this.query<LeaseRow>(
      `UPDATE event_store.consumer_partition SET holder = $3, epoch = epoch + 1, expires_at = ${UNTIL}
       WHERE ${ME} AND partition IN (
         SELECT partition FROM event_store.consumer_partition WHERE ${ME} AND expires_at <= clock_timestamp()
          ORDER BY partition LIMIT $5 FOR UPDATE SKIP LOCKED)
       RETURNING partition, epoch, seq`,
      [this.member, this.milliseconds, count],
    );
  }

  private async query<R extends object>(
    text: string,
    values: readonly unknown[] = [],
    client: Queryable = this.pool,
  ): Promise<R[]> {
    try {
      const { workspace, name } = this.group;
      const { rows } = await client.query<R & Record<string, unknown>>(text, [workspace, name, ...values]);
      return rows;
    } catch (error) {
      throw toEventStoreError(error);
    }
  }
}

/** All partitions among the members, in the order of their names: the first ones get one more where it does not divide. */
export function shareOf(partitions: number, members: readonly string[], member: string): number {
  const rank = members.indexOf(member);
  if (rank < 0) return 0;
  const base = Math.floor(partitions / members.length);
  return rank < partitions % members.length ? base + 1 : base;
}
