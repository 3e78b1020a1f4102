import { Pool, types, type CustomTypesConfig, type PoolConfig } from 'pg';
import type { Config } from './config.js';
import type { Logger } from './logger.js';
import { OWNER_ROLE, READER_ROLE, WRITER_ROLE } from './roles.js';

const INT8 = 20;
const INT8_ARRAY = 1016;
const LOGIN_POOL_SIZE = 4;
const LOST =
  'An idle connection to the database was lost; the next query opens another. If that fails too, start the database again (the embedded one: Claimtrail itself)';

/** int8 as bigint, for the pools given it alone: the parsers of the `pg` module itself belong to every user of it. */
export const bigintTypes: CustomTypesConfig = { getTypeParser: parserFor };

function parserFor(oid: number, format?: string): unknown {
  if (format !== 'binary' && oid === INT8) return BigInt;
  if (format !== 'binary' && oid === INT8_ARRAY) return parseBigintArray;
  return types.getTypeParser(oid, format as 'text');
}

function parseBigintArray(text: string): unknown {
  const toBigint = (item: unknown): unknown =>
    Array.isArray(item) ? item.map(toBigint) : item === null ? null : BigInt(item as string);
  return toBigint((types.getTypeParser(INT8_ARRAY as number, 'text') as (value: string) => unknown)(text));
}

export interface Pools {
  readonly login: Pool;
  readonly writer: Pool;
  readonly appender: Pool;
  readonly reader: Pool;
}

/** The pools connect at their first use, so that the roles can be made first. */
export function openPools(url: string, config: Config, logger: Logger): Pools {
  const {
    poolSize: max,
    statementTimeoutMs,
    appendTimeoutMs,
    lockTimeoutMs,
    idleInTransactionTimeoutMs,
  } = config;
  const open = (options: PoolConfig): Pool =>
    openPool({ idle_in_transaction_session_timeout: idleInTransactionTimeoutMs, ...options }, logger);
  const writer = { ...connectionOf(url, WRITER_ROLE), max };
  return {
    login: open({ ...connectionOf(url), max: LOGIN_POOL_SIZE }),
    writer: open(writer),
    appender: open({ ...writer, statement_timeout: appendTimeoutMs, lock_timeout: lockTimeoutMs }),
    reader: open({ ...connectionOf(url, READER_ROLE), max, statement_timeout: statementTimeoutMs }),
  };
}

/** Connects as the role that owns every object. */
export function ownerConnection(url: string): PoolConfig {
  return connectionOf(url, OWNER_ROLE);
}

/**
 * `pg` lets the options of a connection string win over those beside it, so a DATABASE_URL with `?options=` would
 * silently undo the role: they are taken out of the string and put before ours.
 */
function connectionOf(url: string, role?: string): PoolConfig {
  const parsed = new URL(url);
  const given = parsed.searchParams.get('options');
  parsed.searchParams.delete('options');
  const options = [given, role && `-c role=${role}`].filter(Boolean).join(' ');
  return { connectionString: parsed.toString(), ...(options && { options }) };
}

function openPool(config: PoolConfig, logger: Logger): Pool {
  const pool = new Pool({
    application_name: 'claimtrail',
    ...config,
    types: bigintTypes,
  });
  // Without a listener, a connection that breaks while idle would end the process.
  pool.on('error', (error) => {
    // A server that stops behind the pool may be quicker than the connection's own goodbye.
    if (!pool.ending) logger.warn({ err: error }, LOST);
  });
  return pool;
}
