import 'reflect-metadata';
import { PostgresEventStore } from '#event-store';
import { loadConfig, createLogger, openDatabase } from '#platform';
import { projections, rebuildView } from '#projections';
import { WORKSPACE } from '../../support/invented-articles.js';

// Rebuilds a view by statements and stays for ever in the middle of one range, whose rows it wrote and did not commit.
// Arguments: DATABASE_URL, name of the view, events a range, the seq behind which that range begins.

const [url = '', name = '', size = '', stayBehind = ''] = process.argv.slice(2);
const database = await openDatabase(loadConfig({ DATABASE_URL: url }), createLogger('silent'));
const view = projections.find((projection) => projection.name === name)!;
const form = view.inSql!;
await rebuildView({
  projection: {
    ...view,
    inSql: {
      ...form,
      fill: async (session, range) => {
        await form.fill(session, range);
        if (range.after !== BigInt(stayBehind)) return;
        process.stdout.write(`${JSON.stringify({ event: 'filling' })}\n`);
        await new Promise(() => undefined);
      },
    },
  },
  reader: new PostgresEventStore(database),
  pool: database.writer,
  workspaces: [WORKSPACE],
  batchSize: Number(size),
});
