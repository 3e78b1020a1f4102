import { InvalidFields } from '#domain';
import {
  cancelRebuild,
  projections,
  rebuildView,
  registerViews,
  requestOfRebuild,
  rollBackView,
  versionStatus,
  type Projection,
  type RebuildProgress,
  type VersionStatus,
} from '#projections';
import { stopRequested } from '#platform';
import { chosenView } from './chosen-view.js';
import { withLog, type OpenLog } from './open-log.js';

const ACTIONS = ['pause', 'resume', 'cancel', 'status', 'rollback'] as const;
type Action = (typeof ACTIONS)[number];
export type RebuildFlags = Partial<Record<Action, boolean>>;

/** `claimtrail rebuild`: the old version answers until the new one is level with the log. */
export async function rebuild(view: string, flags: RebuildFlags = {}): Promise<void> {
  const chosen = view === 'all' ? projections : [chosenView('rebuild', view)];
  const given = ACTIONS.filter((action) => flags[action]);
  if (given.length > 1)
    throw new InvalidFields('rebuild', { [`--${given.join(' --')}`]: 'give one of them at a time' });
  const act = given[0] === undefined ? goOn : WORK[given[0]];
  await withLog(async (log) => {
    await registerViews(log.database.writer, projections);
    for (const projection of chosen) await act(log, projection);
  });
}

const WORK: Readonly<Record<Action, (log: OpenLog, projection: Projection) => Promise<void>>> = {
  pause: async ({ database }, { name }) => {
    await requestOfRebuild(database.writer, name, 'pause');
    say(`${name}: paused after the page that is being written. Go on with --resume.`);
  },
  resume: async (log, projection) => {
    await requestOfRebuild(log.database.writer, projection.name, null);
    const building = (await versionStatus(log.database.writer, projection.name)).find(isBuilding);
    if (building?.holder) return say(`${projection.name}: goes on in process ${building.holder}.`);
    await rebuildOne(log, projection);
  },
  cancel: async ({ database }, projection) => {
    await cancelRebuild({ projection, pool: database.writer });
    say(`${projection.name}: cancelled; the version before answers on.`);
  },
  status: async ({ database }, { name }) => {
    for (const status of await versionStatus(database.writer, name)) say(describe(name, status));
  },
  rollback: async (log, projection) => {
    const { version } = await rollBackView(optionsOf(log, projection));
    say(`${projection.name}: version ${version} answers again.`);
  },
};

/** Asked for by name, a paused rebuild goes on. */
async function goOn(log: OpenLog, projection: Projection): Promise<void> {
  const paused = (await versionStatus(log.database.writer, projection.name)).some(
    (status) => isBuilding(status) && status.request === 'pause' && status.holder === null,
  );
  if (paused) await requestOfRebuild(log.database.writer, projection.name, null);
  await rebuildOne(log, projection);
}

async function rebuildOne(log: OpenLog, projection: Projection): Promise<void> {
  const started = performance.now();
  const stop = new AbortController();
  void stopRequested().then((signal) =>
    stop.abort(new Error(`Stopped by ${signal}; it goes on when called again.`)),
  );
  const { version, resumed } = await rebuildView({
    ...optionsOf(log, projection),
    signal: stop.signal,
    onProgress: showProgress,
  });
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  say(
    `${projection.name}: version ${version} answers now${resumed ? ' (an interrupted rebuild went on)' : ''}, ${seconds} s`,
  );
}

const optionsOf = ({ database, store, config, logger }: OpenLog, projection: Projection) => ({
  projection,
  reader: store,
  pool: database.writer,
  workspaces: [config.workspace],
  logger,
});

const isBuilding = ({ state }: VersionStatus): boolean => state === 'building';

const showProgress = ({ view, applied, head, rate }: RebuildProgress): void => {
  process.stderr.write(`${view}: ${progress({ applied, head, rate })}\n`);
};

const progress = ({ applied, head, rate }: Pick<VersionStatus, 'applied' | 'head' | 'rate'>): string => {
  const left = rate > 0 ? `, ${Math.ceil(Number(head - applied) / rate)} s left` : '';
  return `${applied} of ${head} events, ${Math.round(rate)}/s${left}`;
};

function describe(view: string, status: VersionStatus): string {
  const { version, codeVersion, state, phase, request, holder, updatedAt } = status;
  const line = `${view}: version ${version} (code ${codeVersion}) ${state}`;
  if (!isBuilding(status)) return line;
  const worker = holder === null ? 'no process works on it' : `by ${holder}`;
  const asked = request === null ? '' : `, ${request} asked`;
  const since = updatedAt === null ? '' : `, last page ${updatedAt.toISOString()}`;
  return `${line}, ${phase}: ${progress(status)}; ${worker}${asked}${since}`;
}

const say = (line: string): void => void process.stdout.write(`${line}\n`);
