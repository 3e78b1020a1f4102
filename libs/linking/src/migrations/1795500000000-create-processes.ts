import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What processes that decide need to go on where they stopped: position, lease, and decisions on their way to the log. */
export class CreateProcesses1795500000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE SCHEMA linking;

      CREATE TABLE linking.process (
        process text COLLATE "C" NOT NULL,
        workspace text COLLATE "C" NOT NULL,
        version text NOT NULL,
        seq bigint NOT NULL,
        epoch bigint NOT NULL DEFAULT 0,
        folding boolean NOT NULL DEFAULT false,
        decided_to bigint NOT NULL DEFAULT 0,
        folded_to bigint NOT NULL DEFAULT 0,
        updated_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (process, workspace)
      );
      COMMENT ON TABLE linking.process IS 'How far each process has read the log; moved in the transaction that wrote its state.';
      COMMENT ON COLUMN linking.process.folding IS 'It met a log with decisions of its own and no state: it folds them before it decides.';
      COMMENT ON COLUMN linking.process.decided_to IS 'The last event that decisions in such a log were caused by.';
      COMMENT ON COLUMN linking.process.folded_to IS 'Up to here the decisions of such a log are folded.';

      CREATE TABLE linking.lease (
        process text COLLATE "C" NOT NULL,
        workspace text COLLATE "C" NOT NULL,
        holder text NOT NULL,
        epoch bigint NOT NULL,
        expires_at timestamptz NOT NULL,
        PRIMARY KEY (process, workspace)
      );
      COMMENT ON TABLE linking.lease IS 'Which worker runs a process; epoch rises with each change of hands.';

      CREATE TABLE linking.decided (
        process text COLLATE "C" NOT NULL,
        workspace text COLLATE "C" NOT NULL,
        ordinal bigint GENERATED ALWAYS AS IDENTITY,
        cause_id uuid NOT NULL,
        cause_seq bigint NOT NULL,
        correlation_id text,
        streams json NOT NULL,
        PRIMARY KEY (process, workspace, ordinal)
      );
      COMMENT ON TABLE linking.decided IS 'Decisions that were made and not yet seen in the log: written with the state they belong to.';

      GRANT USAGE ON SCHEMA linking TO claimtrail_writer, claimtrail_reader;
      GRANT SELECT, INSERT, UPDATE, DELETE ON linking.process, linking.lease, linking.decided TO claimtrail_writer;
      GRANT SELECT ON linking.process TO claimtrail_reader;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP SCHEMA linking CASCADE');
  }
}
