import { spawn } from 'node:child_process';
import {
  closeSync,
  existsSync,
  fchownSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { EmbeddedPostgresFailed } from '../errors.js';
import type { Logger } from '../logger.js';
import type { Layout } from './layout.js';
import type { OsUser } from './os-user.js';
import { freePort } from './free-port.js';
import { answers, lastPort, readPostmaster, servesCluster, until } from './postmaster.js';
import { isRunning } from './process-table.js';
import type { Programs } from './programs.js';
import { explainSpawnError, programOptions, runProgram } from './run-program.js';

const START_ATTEMPTS = 20;
const LEAVE_WITHIN_MS = 60_000;
const ANSWER_WITHIN_MS = 120_000;
const LARGE_LOG_BYTES = 5_000_000;
const LOG_TAIL_CHARACTERS = 2_000;
const PORT_TAKEN = /Address already in use|could not create any TCP\/IP sockets|could not bind/i;
/** The last processes of a server that was killed notice when their statement ends, and hold its memory until then. */
const STILL_LEAVING = /pre-existing shared memory block|lock file "postmaster.pid" already exists/i;

/** Adopts the server that already serves the cluster, or starts one. Gives its port. Runs under the start lock. */
export async function ensureRunning(
  layout: Layout,
  programs: Programs,
  user: OsUser | undefined,
  logger: Logger,
): Promise<number> {
  let port = lastPort(layout);
  const deadline = performance.now() + LEAVE_WITHIN_MS;
  for (let attempt = 1; ; attempt++) {
    const adopted = await adopt(layout, logger);
    if (adopted !== undefined) return adopted;
    port = await freePort(port);
    const problem = await start(layout, programs, user, port);
    if (problem === undefined) return port;
    if (STILL_LEAVING.test(problem) && performance.now() < deadline) await delay(100);
    else if (PORT_TAKEN.test(problem) && attempt < START_ATTEMPTS) port = undefined;
    else throw new Error(problem);
  }
}

/** Ends the server after its running transactions were rolled back and everything is on disk. */
export async function stop(layout: Layout, programs: Programs, user: OsUser | undefined): Promise<void> {
  const postmaster = readPostmaster(layout);
  if (!postmaster || !servesCluster(postmaster.pid, layout)) return;
  const args = ['stop', '--pgdata', layout.cluster, '--mode', 'fast', '--wait', '--timeout', '60'];
  const { exitCode, output } = await runProgram(programs.pg_ctl, args, user);
  if (exitCode === 0) return;
  throw new EmbeddedPostgresFailed(
    `The embedded server (process ${postmaster.pid}) does not stop: ${output.trim()}`,
  );
}

async function adopt(layout: Layout, logger: Logger): Promise<number | undefined> {
  const found = readPostmaster(layout);
  if (!found) return undefined;
  if (isRunning(found.pid) && (await answers(layout, found.port))) return found.port;
  if (!servesCluster(found.pid, layout)) {
    logger.info('the embedded server was not stopped the last time; it recovers now');
    rmSync(layout.postmasterPid, { force: true });
    return undefined;
  }
  let port: number | undefined;
  const settled = await until(async () => {
    port = readPostmaster(layout)?.port;
    return (await answers(layout, port)) || !servesCluster(found.pid, layout);
  }, ANSWER_WITHIN_MS);
  if (settled) return adopt(layout, logger);
  throw new EmbeddedPostgresFailed(
    `The embedded server (process ${found.pid}) of ${layout.cluster} runs but does not answer. End that process and start again; its log is ${layout.log}.`,
  );
}

/** Starts the server and waits until it is ready. Undefined: it is; else what its log says. */
async function start(
  layout: Layout,
  programs: Programs,
  user: OsUser | undefined,
  port: number,
): Promise<string | undefined> {
  rotateLog(layout.log);
  const logStart = existsSync(layout.log) ? statSync(layout.log).size : 0;
  const ready = await (process.platform === 'win32' ? startByControl : startDirectly)(
    layout,
    programs,
    user,
    port,
  );
  if (ready) return undefined;
  const log = readFileSync(layout.log).subarray(logStart).toString().slice(-LOG_TAIL_CHARACTERS).trim();
  return log || 'The server ended at once and left no word in its log.';
}

/** In a session of its own (`detached`): neither the terminal's Ctrl-C nor our end reaches it. */
async function startDirectly(layout: Layout, programs: Programs, user: OsUser | undefined, port: number) {
  const log = openLog(layout);
  const args = ['-D', layout.cluster, ...serverArguments(port)];
  const child = spawn(programs.postgres, args, { ...programOptions(user), stdio: ['ignore', log, log] });
  closeSync(log);
  let ended = false;
  let failure: Error | undefined;
  child.once('exit', () => (ended = true));
  child.once('error', (error) => (failure = error));
  child.unref();
  const isReady = () => {
    const postmaster = readPostmaster(layout);
    return postmaster?.ready === true && postmaster.pid === child.pid;
  };
  await until(() => ended || failure !== undefined || isReady(), ANSWER_WITHIN_MS);
  if (failure) throw explainSpawnError(programs.postgres, failure);
  return !ended && isReady();
}

/** On Windows only pg_ctl can take an administrator's rights away from the server, which refuses to run with them. */
async function startByControl(layout: Layout, programs: Programs, user: OsUser | undefined, port: number) {
  const options = serverArguments(port).map((argument) => `"${argument}"`);
  const args = [
    'start',
    '--pgdata',
    layout.cluster,
    '--log',
    layout.log,
    '--wait',
    '--options',
    options.join(' '),
  ];
  const child = spawn(programs.pg_ctl, args, { ...programOptions(user), stdio: 'ignore' });
  const exitCode = await new Promise((resolve, reject) => child.once('error', reject).once('exit', resolve));
  return exitCode === 0;
}

function serverArguments(port: number): string[] {
  const settings = {
    listen_addresses: '127.0.0.1',
    // A socket's path has about 100 characters at most, and Windows has none: TCP works the same everywhere.
    unix_socket_directories: '',
    max_connections: '100',
    shared_buffers: '128MB',
    timezone: 'UTC',
    log_timezone: 'UTC',
  };
  const assignments = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  return ['-p', String(port), ...assignments];
}

/** The log belongs to the owner of the data folder, who may be another than the root who starts the server. */
function openLog({ log, dataDir }: Layout): number {
  const file = openSync(log, 'a', 0o600);
  const { uid, gid } = statSync(dataDir);
  if (process.getuid?.() === 0) fchownSync(file, uid, gid);
  return file;
}

function rotateLog(path: string): void {
  if (existsSync(path) && statSync(path).size > LARGE_LOG_BYTES) renameSync(path, `${path}.1`);
}
