import { getPostgreSQLEventStore } from '@event-driven-io/emmett-postgresql';

export async function open(url) {
  const store = getPostgreSQLEventStore(url);
  await store.schema.migrate();
  const append = (stream, version, events) =>
    store.appendToStream(
      stream,
      events.map(({ type, data, meta }) => ({ type, data, metadata: meta })),
      { expectedStreamVersion: BigInt(version) },
    );
  return { append, close: () => store.close() };
}
