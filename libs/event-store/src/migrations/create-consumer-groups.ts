import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Who reads which part of a log, and how far. One row a partition holds both its lease and its checkpoint, so that whoever
 * takes the lease fences the checkpoint in the same step. Not part of the log: these rows change.
 */
const CONSUMER_GROUPS = /* sql */ `
CREATE TABLE event_store.consumer_group (
  workspace text COLLATE "C" NOT NULL,
  name text COLLATE "C" NOT NULL,
  partitions integer NOT NULL,
  PRIMARY KEY (workspace, name)
);

CREATE TABLE event_store.consumer_member (
  workspace text COLLATE "C" NOT NULL,
  name text COLLATE "C" NOT NULL,
  member text COLLATE "C" NOT NULL,
  expires_at timestamptz NOT NULL,
  PRIMARY KEY (workspace, name, member)
);

CREATE TABLE event_store.consumer_partition (
  workspace text COLLATE "C" NOT NULL,
  name text COLLATE "C" NOT NULL,
  partition integer NOT NULL,
  seq bigint NOT NULL DEFAULT 0,
  epoch bigint NOT NULL DEFAULT 0,
  holder text COLLATE "C",
  expires_at timestamptz NOT NULL DEFAULT '-infinity',
  PRIMARY KEY (workspace, name, partition)
) WITH (fillfactor = 50);

GRANT SELECT, INSERT ON event_store.consumer_group TO claimtrail_writer;
GRANT SELECT, INSERT, UPDATE, DELETE ON event_store.consumer_member TO claimtrail_writer;
GRANT SELECT, INSERT, UPDATE ON event_store.consumer_partition TO claimtrail_writer;
GRANT SELECT ON event_store.consumer_group, event_store.consumer_member, event_store.consumer_partition
  TO claimtrail_reader;
`;

export class CreateConsumerGroups1795330000000 implements MigrationInterface {
  readonly name = 'CreateConsumerGroups1795330000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(CONSUMER_GROUPS);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('Checkpoints of consumers are never dropped by a migration.'));
  }
}
