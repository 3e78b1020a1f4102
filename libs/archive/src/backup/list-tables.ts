import type { ClientBase } from 'pg';

/** A table whose rows a backup holds. */
export interface Table {
  readonly name: string;
  readonly columns: readonly string[];
}

export const EVENT_TABLE = 'event_store.event';
export const HEAD_TABLE = 'event_store.workspace_head';

/**
 * Left out: the migrations, which a restore runs; the views, which the log gives again; the loads under way, which are of the
 * database and not of the log.
 */
const LEFT_OUT = ['event_store.load', 'event_store.load_step'];
const SCHEMAS_LEFT_OUT = ['claimtrail', 'views', 'pg_catalog', 'information_schema'];

const TABLES = `
  SELECT format('%I.%I', n.nspname, c.relname) AS name,
         array_agg(quote_ident(a.attname) ORDER BY a.attnum) AS columns
    FROM pg_class c
    JOIN pg_namespace n ON n.oid = c.relnamespace
    JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
   WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND c.relpersistence = 'p'
     AND n.nspname <> ALL ($1) AND n.nspname NOT LIKE 'pg\\_%' AND pg_get_userbyid(c.relowner) = 'claimtrail_owner'
      OR c.oid = ANY ($2::regclass[]) AND a.attnum > 0 AND NOT a.attisdropped
   GROUP BY n.nspname, c.relname ORDER BY 1`;

const REFERENCES = `
  SELECT c.conrelid::regclass::text AS from, c.confrelid::regclass::text AS to
    FROM pg_constraint c WHERE c.contype = 'f' AND c.conrelid <> c.confrelid`;

/**
 * Every table of the program's owner, but for those above; and `decisions`: tables of the views that hold what people decided.
 * A table stands behind those it refers to.
 */
export async function listTables(client: ClientBase, decisions: readonly string[]): Promise<Table[]> {
  const { rows } = await client.query<Table>(TABLES, [SCHEMAS_LEFT_OUT, decisions]);
  const { rows: references } = await client.query<{ from: string; to: string }>(REFERENCES);
  const tables = rows.filter(({ name }) => !LEFT_OUT.includes(name));
  const ordered = new Set<Table>();
  const add = (table: Table): void => {
    const targets = references.filter(({ from }) => from === table.name).map(({ to }) => to);
    for (const target of tables) if (targets.includes(target.name) && !ordered.has(target)) add(target);
    ordered.add(table);
  };
  tables.forEach(add);
  return [...ordered];
}
