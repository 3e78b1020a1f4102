import { getPostgreSQLEventStore, postgreSQLEventStoreConsumer } from '@event-driven-io/emmett-postgresql';

/** Larger batches than its default of 100, and no wait between them: at its best. */
const PULLING = { batchSize: 1_000, pullingFrequencyInMs: 0 };
let replays = 0;

export async function open(url) {
  const store = getPostgreSQLEventStore(url);
  await store.schema.migrate();
  const append = (stream, version, events) =>
    store.appendToStream(
      stream,
      events.map(({ type, data, meta }) => ({ type, data, metadata: meta })),
      { expectedStreamVersion: BigInt(version) },
    );
  const replay = async (look) => {
    let seen = 0;
    const stopWhen = { noMessagesLeft: true };
    const consumer = postgreSQLEventStoreConsumer({ connectionString: url, stopWhen, pulling: PULLING });
    consumer.reactor({
      processorId: `bench-${++replays}`,
      startFrom: 'BEGINNING',
      eachMessage: ({ data }) => {
        look(data);
        seen++;
      },
    });
    await consumer.start();
    await consumer.close();
    return seen;
  };
  return { append, replay, close: () => store.close() };
}
