import { generateKeyPairSync } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exportToFile } from '#archive';
import { eventStoreMigrations, noteSigner, Sealer } from '#event-store';
import { createLogger, systemClock, uuidv7Generator, type Database } from '#platform';
import {
  databaseEnds,
  databaseLog,
  databaseWitness,
  exportLog,
  parseVerifierKeys,
  verifyLog,
  type Verdict,
  type Witness,
} from '#verifier';
import type { BenchContext } from './context.js';
import { drainCopy } from './drain-copy.js';
import { fillLog } from './fill-log.js';
import { measure } from './measure.js';
import { print } from './print.js';

const WORKSPACE = 'bench';
/** What `claimtrail verify` must reach, in events a second. */
const REQUIRED = 100_000;

/** Reads a sealed log, hashes every event anew and compares every signed root: in the database and in an export. */
export async function bench(context: BenchContext): Promise<void> {
  const count = context.quick ? 3_000 : 200_000;
  const env = { CLAIMTRAIL_STATEMENT_TIMEOUT_MS: '120000' };
  const database = await context.openOurs('verify', eventStoreMigrations, env);
  await fillLog(database, WORKSPACE, count);
  const signer = noteSigner('claimtrail/bench', generateKeyPairSync('ed25519').privateKey);
  const logger = createLogger('warn');
  const pause = () => Promise.resolve();
  await new Sealer({ workspace: WORKSPACE, pools: database, signer, logger, pause }).sealAll();
  const folder = await mkdtemp(join(tmpdir(), 'claimtrail-bench-verify-'));
  context.atEnd(() => rm(folder, { recursive: true, force: true }));
  const file = join(folder, 'log.ndjson');
  const log = { workspace: WORKSPACE, origin: signer.name, verifierKeys: [signer.verifierKey], fromSeq: 1n };
  const injected = { clock: systemClock, ids: uuidv7Generator };
  await exportToFile(database.reader, { ...log, ...injected }, file, { resume: false });
  const keys = parseVerifierKeys(signer.verifierKey);
  const witness = (): Witness => databaseWitness(database.reader, WORKSPACE, keys, count);
  const required = () => Promise.resolve(REQUIRED);
  const inDatabase = () => rate(count, () => verifyDatabase(database, witness()));
  const unit = 'events/s';
  const rows = await measure(
    [
      {
        case: 'verify the database',
        versus: 'what is required',
        goal: 1,
        unit,
        ours: inDatabase,
        theirs: required,
      },
      {
        case: 'verify an export',
        versus: 'what is required',
        goal: 1,
        unit,
        ours: () =>
          rate(count, () => verifyLog({ pages: exportLog(file, WORKSPACE), witnesses: [witness()] })),
        theirs: required,
      },
      {
        case: 'verify the database beside COPY',
        versus: 'binary COPY TO STDOUT, bytes thrown away',
        goal: 0.3,
        unit,
        ours: inDatabase,
        theirs: () => rate(count, () => drain(database, count)),
      },
    ],
    context,
  );
  print(context.name, rows);
}

async function rate(count: number, verify: () => Promise<Verdict>): Promise<number> {
  const start = performance.now();
  const verdict = await verify();
  if (!verdict.ok || verdict.events !== count) throw new Error(`Not verified: ${JSON.stringify(verdict)}`);
  return (count / (performance.now() - start)) * 1_000;
}

async function verifyDatabase({ reader }: Database, witness: Witness): Promise<Verdict> {
  const { head } = await databaseEnds(reader, WORKSPACE);
  return verifyLog({ pages: databaseLog(reader, WORKSPACE, head), witnesses: [witness], head });
}

async function drain({ url }: Database, count: number): Promise<Verdict> {
  await drainCopy(url, `COPY (SELECT * FROM event_store.event ORDER BY seq) TO STDOUT (FORMAT binary)`);
  return { ok: true, events: count, sealed: count, checkpoints: 0, erased: 0 };
}
