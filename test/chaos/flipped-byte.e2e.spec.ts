import { readFileSync, writeFileSync } from 'node:fs';
import pg from 'pg';
import { openEventStore } from '#event-store';
import { loadConfig } from '#platform';
import { projectionMigrations } from '#projections';
import { append, eventsOf, WORKSPACE } from '../support/invented-articles.js';
import { articleOf } from '../support/stored-log.js';
import { silent } from './chaos-database.js';
import { Cluster } from './kills/cluster.js';

const TABLE = 'event_store.event_p0';
const PLACE = 'Westhaven';
const FORGED = 'Easthaven';

/** A cluster whose disk changed one byte of a text while the server was down. */
async function withFlippedByte(look: (url: string) => Promise<void>): Promise<void> {
  const cluster = await Cluster.start();
  try {
    const config = loadConfig({ DATABASE_URL: cluster.url });
    const log = await openEventStore(config, projectionMigrations, silent);
    for (let n = 0; n < 20; n++) {
      const article = articleOf(`invented-${n}`, n);
      await append(log.store, article, eventsOf(article));
    }
    const { rows } = await log.database.login.query<{ path: string }>(
      'SELECT pg_relation_filepath($1) AS path',
      [TABLE],
    );
    await log.close();
    await cluster.stop();
    flip(cluster.file(rows[0]?.path ?? ''));
    await cluster.startAgain();
    await look(cluster.url);
  } finally {
    await cluster.remove();
  }
}

function flip(file: string): void {
  const page = readFileSync(file);
  const at = page.indexOf(PLACE);
  expect(at).toBeGreaterThan(0);
  page.write(FORGED.slice(0, 1), at);
  writeFileSync(file, page);
}

describe('a byte that changed on the disk', () => {
  it('is noticed by the checksum of its page, and never served', async () => {
    await withFlippedByte(async (url) => {
      const log = await openEventStore(loadConfig({ DATABASE_URL: url }), projectionMigrations, silent);
      await expect(log.store.readAll(WORKSPACE)).rejects.toMatchObject({
        code: 'EVENT_STORE.FAILURE',
        message: expect.stringContaining('invalid page') as string,
      });
      await log.close();
    });
  });

  it('CONTROL: without the checksum the changed text is read as if it had been recorded', async () => {
    await withFlippedByte(async (url) => {
      const client = new pg.Client({ connectionString: url, options: '-c ignore_checksum_failure=on' });
      await client.connect();
      const { rows } = await client.query<{ texts: string }>(
        `SELECT string_agg(data::text, ' ') AS texts FROM ${TABLE}`,
      );
      await client.end();
      expect(rows[0]?.texts).toContain(`${FORGED.slice(0, 1)}${PLACE.slice(1)}`);
    });
  });
});
