import type { MemoryOf } from '../membership/claim-reports.js';

/** Which reports people decided on, and which claims were merged, as rows of `claim_pin` and `claim_alias`. */
export interface BindingDecisions {
  readonly pins: string | null;
  readonly aliases: string | null;
}

/**
 * What a new version has to take over as it is. A person merged or parted the reports that stood under the claims then: a replay could
 * not find them, as the new version gives claims other ids.
 */
export async function bindingDecisions({ client, process, workspace }: MemoryOf): Promise<BindingDecisions> {
  const rowsOf = async (table: string): Promise<string | null> => {
    const { rows } = await client.query<{ rows: string | null }>(
      `SELECT json_agg(stored)::text AS rows FROM ${table} AS stored WHERE process = $1 AND workspace = $2`,
      [process, workspace],
    );
    return rows[0]?.rows ?? null;
  };
  return { pins: await rowsOf('linking.claim_pin'), aliases: await rowsOf('linking.claim_alias') };
}

export async function restoreDecisions(
  { client }: MemoryOf,
  { pins, aliases }: BindingDecisions,
): Promise<void> {
  const restore = async (table: string, rows: string | null): Promise<void> => {
    if (rows === null) return;
    await client.query(
      `INSERT INTO ${table} SELECT * FROM json_populate_recordset(null::${table}, $1::json)`,
      [rows],
    );
  };
  await restore('linking.claim_pin', pins);
  await restore('linking.claim_alias', aliases);
}
