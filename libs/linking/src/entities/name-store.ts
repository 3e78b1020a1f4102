import {
  NameBook,
  pairKey,
  type KnownEntity,
  type KnownName,
  type KnownTie,
  type PairOutcome,
} from '#tracking';
import type { DecisionContext } from '../runner/decision-process.js';
import type { NamesOfEvent } from './read-names.js';

/** What a batch is about: all that must be known before it is decided on. */
export interface Sought {
  readonly entityIds: readonly string[];
  readonly names: readonly KnownName[];
  readonly ties: readonly KnownTie[];
}

const NAME = `entity_id AS "entityId", spelling, acronym, initials, surname, given_names AS "givenNames", role_words AS "roleWords"`;

/** Erasures take spellings with the last article that they stand in. Decisions point at mentions and stay. */
export async function forgetArticles(
  { client, workspace }: DecisionContext,
  articleIds: readonly string[],
): Promise<void> {
  if (articleIds.length === 0) return;
  await client.query(
    'DELETE FROM linking.acronym_tie WHERE workspace = $1 AND article_id = ANY ($2::uuid[])',
    [workspace, articleIds],
  );
  await client.query(
    `WITH gone AS (
       DELETE FROM linking.entity_name_article WHERE workspace = $1 AND article_id = ANY ($2::uuid[])
       RETURNING entity_id, spelling
     )
     DELETE FROM linking.entity_name AS name USING gone
      WHERE name.workspace = $1 AND name.entity_id = gone.entity_id AND name.spelling = gone.spelling
        AND NOT EXISTS (SELECT FROM linking.entity_name_article AS other
                         WHERE other.workspace = $1 AND other.entity_id = gone.entity_id
                           AND other.spelling = gone.spelling AND other.article_id <> ALL ($2::uuid[]))`,
    [workspace, articleIds],
  );
}

/** Loads the entities of a batch, those that may be the same, and what was decided between them. */
export async function loadBook({ client, workspace }: DecisionContext, sought: Sought): Promise<NameBook> {
  const { rows: ties } = await client.query<KnownTie>(
    `SELECT DISTINCT acronym_id AS "acronymId", name_id AS "nameId" FROM linking.acronym_tie
     WHERE workspace = $1 AND (acronym_id = ANY ($2::uuid[]) OR name_id = ANY ($2::uuid[]))`,
    [workspace, [...sought.entityIds]],
  );
  const acronyms = sought.names.map(({ acronym }) => acronym).filter((acronym) => acronym !== null);
  const { rows: names } = await client.query<KnownName>(
    `SELECT ${NAME} FROM linking.entity_name WHERE workspace = $1 AND entity_id = ANY ($2::uuid[])
     UNION SELECT ${NAME} FROM linking.entity_name WHERE workspace = $1 AND acronym = ANY ($3::text[])
     UNION SELECT ${NAME} FROM linking.entity_name WHERE workspace = $1 AND surname = ANY ($4::text[])
     UNION SELECT ${NAME} FROM linking.entity_name WHERE workspace = $1 AND initials && $5::text[]`,
    [
      workspace,
      [...sought.entityIds],
      sought.names.flatMap(({ initials }) => initials),
      sought.names.map(({ surname }) => surname).filter((surname) => surname !== null),
      acronyms,
    ],
  );
  const ids = new Set([
    ...sought.entityIds,
    ...names.map(({ entityId }) => entityId),
    ...[...ties, ...sought.ties].flatMap(({ acronymId, nameId }) => [acronymId, nameId]),
  ]);
  const entities = await loadEntities(client, workspace, [...ids]);
  const pairs = await loadPairs(client, workspace, [...ids]);
  return new NameBook(entities, names, ties, pairs);
}

/** With whatever they were merged into, however far that leads. */
async function loadEntities(
  client: DecisionContext['client'],
  workspace: string,
  ids: readonly string[],
): Promise<Map<string, KnownEntity>> {
  const { rows } = await client.query<KnownEntity>(
    `WITH RECURSIVE found AS (
       SELECT * FROM linking.entity WHERE workspace = $1 AND entity_id = ANY ($2::uuid[])
       UNION
       SELECT next.* FROM found JOIN linking.entity AS next
         ON next.workspace = $1 AND next.entity_id = found.merged_into
     )
     SELECT entity_id AS "entityId", kind, merged_into AS "mergedInto" FROM found`,
    [workspace, ids],
  );
  return new Map(rows.map((entity) => [entity.entityId, entity]));
}

async function loadPairs(
  client: DecisionContext['client'],
  workspace: string,
  ids: readonly string[],
): Promise<Map<string, PairOutcome>> {
  const { rows } = await client.query<{ low: string; high: string; outcome: PairOutcome }>(
    `SELECT low, high, outcome FROM linking.entity_pair WHERE workspace = $1 AND low = ANY ($2::uuid[])
     UNION SELECT low, high, outcome FROM linking.entity_pair WHERE workspace = $1 AND high = ANY ($2::uuid[])`,
    [workspace, ids],
  );
  return new Map(rows.map(({ low, high, outcome }) => [pairKey(low, high), outcome]));
}

/** Writes what a batch changed, a statement a table. */
export async function saveBook(
  { client, workspace }: DecisionContext,
  book: NameBook,
  read: readonly NamesOfEvent[],
): Promise<void> {
  const write = async (sql: string, rows: readonly object[]) => {
    if (rows.length > 0) await client.query(sql, [workspace, JSON.stringify(rows)]);
  };
  await write(
    `INSERT INTO linking.entity SELECT $1, * FROM json_to_recordset($2)
       AS given ("entityId" uuid, kind text, "mergedInto" uuid)
     ON CONFLICT (workspace, entity_id) DO UPDATE SET merged_into = EXCLUDED.merged_into`,
    [...book.changedEntities.values()],
  );
  await write(
    `INSERT INTO linking.entity_name SELECT $1, * FROM json_to_recordset($2) AS given ("entityId" uuid, spelling text,
       acronym text, initials text[], surname text, "givenNames" int, "roleWords" text[])
     ON CONFLICT DO NOTHING`,
    book.addedNames,
  );
  await write(
    `INSERT INTO linking.entity_name_article SELECT DISTINCT $1, * FROM json_to_recordset($2)
       AS given ("entityId" uuid, spelling text, "articleId" uuid)
     ON CONFLICT DO NOTHING`,
    read.flatMap(({ articleId, mentions }) =>
      mentions.map(({ entityId, spelling }) => ({ entityId, spelling, articleId })),
    ),
  );
  await write(
    `INSERT INTO linking.acronym_tie SELECT DISTINCT $1, * FROM json_to_recordset($2)
       AS given ("acronymId" uuid, "nameId" uuid, "articleId" uuid)
     ON CONFLICT DO NOTHING`,
    read.flatMap(({ articleId, ties }) =>
      ties.filter(({ isCommon }) => !isCommon).map((tie) => ({ ...tie, articleId })),
    ),
  );
  await write(
    `INSERT INTO linking.entity_pair SELECT $1, * FROM json_to_recordset($2)
       AS given (low uuid, high uuid, outcome text)
     ON CONFLICT (workspace, low, high) DO UPDATE SET outcome = EXCLUDED.outcome`,
    [...book.changedPairs].map(([key, outcome]) => {
      const [low, high] = key.split(' ');
      return { low, high, outcome };
    }),
  );
}
