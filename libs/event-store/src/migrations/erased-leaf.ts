/** A text of the event behind its length in 4 bytes; NULL is a length of all ones. */
const text = (column: string): string =>
  `coalesce(int4send(octet_length(convert_to(e.${column}, 'UTF8'))) || convert_to(e.${column}, 'UTF8'), '\\xffffffff'::bytea)`;

/**
 * The leaf as it was (docs/proof.md), but for events whose data was erased: their kept hash stands in for that of the data.
 * Data that only looks erased and has no kept hash is hashed as it stands, which shows as a change. The size of what is
 * stored spares all other events a comparison of texts: PostgreSQL would print the whole JSON once more for it.
 */
export const ERASED_LEAF = /* sql */ `
CREATE FUNCTION event_store.erased_digest(p_workspace text, p_seq bigint) RETURNS bytea
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $body$
  SELECT coalesce((SELECT p.data_digest FROM event_store.erased_payload p WHERE p.workspace = p_workspace AND p.seq = p_seq),
                  sha256('{"erased":true}'::bytea))
$body$;

CREATE FUNCTION event_store.data_digest(e event_store.event) RETURNS bytea
LANGUAGE sql STABLE
RETURN CASE WHEN pg_column_size(e.data) < 20 AND e.data::text = '{"erased":true}'
            THEN event_store.erased_digest(e.workspace, e.seq)
            ELSE sha256(convert_to(e.data::text, 'UTF8')) END;

CREATE OR REPLACE FUNCTION event_store.leaf(e event_store.event) RETURNS bytea
LANGUAGE sql STABLE
RETURN '\\x01'::bytea || ${text('workspace')} || int8send(e.seq) || uuid_send(e.event_id)
  || ${text('stream_id')} || int4send(e.version)
  || ${text('type')} || int4send(e.schema_version)
  || int8send((date_part('epoch', e.recorded_at) * 1000000)::bigint)
  || ${text('occurred_at')} || ${text('actor')}
  || ${text('causation_id')} || ${text('correlation_id')}
  || event_store.data_digest(e) || sha256(convert_to(e.meta::text, 'UTF8'));
`;
