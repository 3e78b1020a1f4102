import { InvalidFields } from '#domain';
import { projections, rebuildView, registerViews, type Projection, type RebuildProgress } from '#projections';
import { withLog, type OpenLog } from './open-log.js';

/** `claimtrail rebuild`: the old version answers until the new one is level with the log. */
export async function rebuild(view: string): Promise<void> {
  const chosen = view === 'all' ? projections : projections.filter(({ name }) => name === view);
  if (chosen.length === 0) {
    const names = projections.map(({ name }) => name).join(', ');
    throw new InvalidFields('rebuild', { view: `there is no view "${view}"; there are: ${names}` });
  }
  await withLog(async (log) => {
    await registerViews(log.database.writer, projections);
    for (const projection of chosen) await rebuildOne(log, projection);
  });
}

async function rebuildOne({ database, store, config }: OpenLog, projection: Projection): Promise<void> {
  const started = performance.now();
  const { version, resumed } = await rebuildView({
    projection,
    reader: store,
    pool: database.writer,
    workspaces: [config.workspace],
    onProgress: showProgress(started),
  });
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  process.stdout.write(
    `${projection.name}: version ${version} answers now${resumed ? ' (an interrupted rebuild went on)' : ''}, ${seconds} s\n`,
  );
}

const showProgress =
  (started: number) =>
  ({ view, applied, head }: RebuildProgress): void => {
    const rate = Number(applied) / ((performance.now() - started) / 1000);
    const secondsLeft = Math.ceil(Number(head - applied) / rate);
    process.stderr.write(
      `${view}: ${applied} of ${head} events, ${Math.round(rate)}/s, ${secondsLeft} s left\n`,
    );
  };
