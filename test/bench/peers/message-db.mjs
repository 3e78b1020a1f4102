import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import pg from 'pg';

const CONNECTIONS = 10;
const WRITE = {
  name: 'write_message',
  text: 'SELECT message_store.write_message($1, $2, $3, $4, $5, $6)',
};

export async function open(connectionString) {
  const options = '-c search_path=message_store,public';
  const pool = new pg.Pool({ connectionString, options, max: CONNECTIONS });
  await install(pool);
  const write = (client, stream, version, { type, data, meta }) =>
    client.query({
      ...WRITE,
      values: [randomUUID(), stream, type, JSON.stringify(data), JSON.stringify(meta), version - 1],
    });
  const append = async (stream, version, events) => {
    if (events.length === 1) return write(pool, stream, version, events[0]);
    const client = await pool.connect();
    try {
      await client.query('BEGIN');
      for (const [i, event] of events.entries()) await write(client, stream, version + i, event);
      await client.query('COMMIT');
    } finally {
      client.release();
    }
  };
  return { append, close: () => pool.end() };
}

/** What its install.sh does with psql, in the same order. */
async function install(pool) {
  const folder = join(dirname(locate('@eventide/message-db/package.json')), 'database');
  const files = [
    'schema/message-store',
    'extensions/pgcrypto',
    'tables/messages',
    'types/message',
    ...[
      'message-store-version',
      'hash-64',
      'acquire-lock',
      'category',
      'is-category',
      'id',
      'cardinal-id',
      'stream-version',
      'write-message',
    ].map((name) => `functions/${name}`),
    ...['messages-id', 'messages-stream', 'messages-category'].map((name) => `indexes/${name}`),
  ];
  for (const file of files) await pool.query(readFileSync(join(folder, `${file}.sql`), 'utf8'));
}

function locate(path) {
  try {
    return createRequire(import.meta.url).resolve(path);
  } catch (error) {
    if (error.code === 'MODULE_NOT_FOUND') error.code = 'ERR_MODULE_NOT_FOUND';
    throw error;
  }
}
