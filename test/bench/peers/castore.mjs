// By require: its ES module imports files without their endings, which Node refuses.
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

export async function open(connectionString) {
  const { PostgresEventStorageAdapter } = load('@castore/event-storage-adapter-postgres');
  const { GroupedEvent } = load('@castore/core');
  await PostgresEventStorageAdapter.createEventTable({
    connectionString,
    aggregateId: { type: 'VARCHAR', length: 64 },
  });
  const adapter = new PostgresEventStorageAdapter({ connectionString });
  const eventStoreId = 'bench';
  const toEvent = (aggregateId, version, { type, data, meta }) => ({
    aggregateId,
    version,
    type,
    payload: data,
    metadata: meta,
  });
  const append = (stream, version, events) => {
    const details = events.map((event, i) => toEvent(stream, version + i + 1, event));
    if (details.length === 1) return adapter.pushEvent(details[0], { eventStoreId });
    const grouped = details.map(
      (event) => new GroupedEvent({ event, eventStorageAdapter: adapter, context: { eventStoreId } }),
    );
    return adapter.pushEventGroup({}, ...grouped);
  };
  return { append, close: () => adapter._sql.end() };
}

function load(name) {
  try {
    return require(name);
  } catch (error) {
    if (error.code === 'MODULE_NOT_FOUND') error.code = 'ERR_MODULE_NOT_FOUND';
    throw error;
  }
}
