import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import pg from 'pg';

const CONNECTIONS = 10;
const PAGE = 1_000;
const READ = {
  name: 'get_category_messages',
  text: 'SELECT * FROM message_store.get_category_messages($1, $2, $3)',
};
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
  const replay = async (look) => {
    for (let seen = 0, position = 1; ;) {
      const { rows } = await pool.query({ ...READ, values: ['article', position, PAGE] });
      if (rows.length === 0) return seen;
      // It gives its JSON as text.
      for (const { data } of rows) look(JSON.parse(data));
      seen += rows.length;
      position = Number(rows.at(-1).global_position) + 1;
    }
  };
  return { append, replay, close: () => pool.end() };
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
      'get-category-messages',
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
