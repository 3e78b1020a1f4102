import type { Pool, PoolClient } from 'pg';
import { codeOf, messageOf } from './error-code.js';
import { RolesMissing } from './errors.js';

/** Owns every object; only migrations act as it. */
export const OWNER_ROLE = 'claimtrail_owner';
/** Appends and projects. */
export const WRITER_ROLE = 'claimtrail_writer';
/** Answers queries. */
export const READER_ROLE = 'claimtrail_reader';

const ROLES = [OWNER_ROLE, WRITER_ROLE, READER_ROLE];
const ATTEMPTS = 50;
const INSUFFICIENT_PRIVILEGE = '42501';
/** Roles belong to the whole cluster, so no lock of one database keeps two starts from making them at once. */
const LOST_RACES = new Set(['42710', '23505', '40001', '40P01']);

/**
 * Makes Claimtrail's three roles and grants them to the login of the pool. Safe to run again and by many processes at
 * once. Throws `RolesMissing` when the login may not.
 */
export async function ensureRoles(login: Pool): Promise<void> {
  const client = await login.connect();
  try {
    for (const role of ROLES) await retryLostRace(() => ensureRole(client, role));
    await retryLostRace(() => ensureOwnerMayCreate(client));
  } catch (error) {
    if (codeOf(error) !== INSUFFICIENT_PRIVILEGE) throw error;
    throw await explainMissingRoles(client, error);
  } finally {
    client.release();
  }
}

async function ensureRole(client: PoolClient, role: string): Promise<void> {
  const existing = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [role]);
  if (existing.rowCount === 0) await client.query(`CREATE ROLE ${role} NOLOGIN`);
  if (await maySetRole(client, role)) return;
  await client.query(`GRANT ${role} TO CURRENT_USER`);
}

/** From PostgreSQL 16 a membership may come without the right to SET ROLE, which is what the pools need. */
async function maySetRole(client: PoolClient, role: string): Promise<boolean> {
  const { rows } = await client.query<{ allowed: boolean }>(
    `SELECT pg_has_role(session_user, $1::name,
       CASE WHEN current_setting('server_version_num')::int >= 160000 THEN 'SET' ELSE 'MEMBER' END) AS allowed`,
    [role],
  );
  return rows[0]?.allowed === true;
}

async function ensureOwnerMayCreate(client: PoolClient): Promise<void> {
  const { rows } = await client.query<{ allowed: boolean; database: string }>(
    `SELECT has_database_privilege($1, current_database(), 'CREATE') AS allowed,
            quote_ident(current_database()) AS database`,
    [OWNER_ROLE],
  );
  const [row] = rows;
  if (!row || row.allowed) return;
  await client.query(`GRANT CREATE ON DATABASE ${row.database} TO ${OWNER_ROLE}`);
  if (await ownerMayCreate(client)) return;
  // GRANT without the grant option only warns.
  throw Object.assign(new Error('The grant on the database had no effect.'), {
    code: INSUFFICIENT_PRIVILEGE,
  });
}

async function ownerMayCreate(client: PoolClient): Promise<boolean> {
  const { rows } = await client.query<{ allowed: boolean }>(
    `SELECT has_database_privilege($1, current_database(), 'CREATE') AS allowed`,
    [OWNER_ROLE],
  );
  return rows[0]?.allowed === true;
}

async function retryLostRace(step: () => Promise<void>): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await step();
    } catch (error) {
      if (attempt === ATTEMPTS || !isLostRace(error)) throw error;
    }
  }
}

function isLostRace(error: unknown): boolean {
  // PostgreSQL reports two processes changing one catalogue row only as XX000 with this message.
  const concurrent = /tuple concurrently (updated|deleted)/.test(messageOf(error));
  return concurrent || LOST_RACES.has(codeOf(error));
}

async function explainMissingRoles(client: PoolClient, cause: unknown): Promise<RolesMissing> {
  const { rows } = await client.query<{ login: string; quotedLogin: string; database: string }>(
    `SELECT session_user AS login, quote_ident(session_user) AS "quotedLogin",
            quote_ident(current_database()) AS database`,
  );
  const { login = '', quotedLogin = '', database = '' } = rows[0] ?? {};
  const missing = await client.query<{ role: string }>(
    'SELECT role FROM unnest($1::text[]) AS role WHERE role NOT IN (SELECT rolname FROM pg_roles)',
    [ROLES],
  );
  const sql = [
    ...missing.rows.map(({ role }) => `CREATE ROLE ${role} NOLOGIN;`),
    `GRANT ${ROLES.join(', ')} TO ${quotedLogin};`,
    `GRANT CREATE ON DATABASE ${database} TO ${OWNER_ROLE};`,
  ].join('\n');
  return new RolesMissing(login, sql, { cause });
}
