import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Writable } from 'node:stream';
import { InvalidFields } from '#domain';
import {
  ERASURE_LIST_FILE,
  ERASURE_TYPE,
  PayloadEraser,
  ProofReader,
  readErasureList,
  reclaimErased,
  writeErasureList,
  NotSealedYet,
} from '#event-store';
import {
  EraseArticle,
  EraseArticleHandler,
  ErasePerson,
  ErasePersonHandler,
  EraseAgainHandler,
  type ErasureTools,
} from '#ingestion';
import { openConfiguredReader } from '#llm-reader';
import { erasuresIn, findLeftovers, projections, reclaimViews, type Erasure } from '#projections';
import { isUuid } from '#platform';
import { actorOf } from './actor-of.js';
import { catchUpViews, withLog, type OpenLog } from './open-log.js';
import { sealNow } from './seal-now.js';

interface EraseOptions {
  readonly article?: string;
  readonly person?: string;
  readonly also?: readonly string[];
  readonly list?: string;
  readonly reason?: string;
  readonly legalBasis?: string;
  readonly dryRun?: boolean;
  readonly as?: string;
}

/** How long to wait for the worker that has the log's key. */
const SEAL_LOOKS = 60;
const BETWEEN_LOOKS_MS = 250;
const PAGE = 1_000;

/** `claimtrail erase`: personal data of one article or person goes by law; the log still proves. */
export async function erase(options: EraseOptions, output: Writable): Promise<void> {
  checkOptions(options);
  const actor = actorOf('erase', options.as);
  if (options.list !== undefined) return eraseListed(options.list, actor, output);
  await withLog(async (log) => {
    const work = options.article === undefined ? erasePerson : eraseArticle;
    const erased = await work(log, options, actor, output);
    // Also where nothing was left: a run that was killed behind its last erasure has not forgotten it everywhere.
    if (!options.dryRun) await forgetEverywhere(log, erased, output);
  });
}

/** Erases in this log what the list of another says: in one that was restored from a backup taken before. */
export async function eraseListed(path: string, actor: string, output: Writable): Promise<void> {
  const listed = await readErasureList(path);
  await withLog(async (log) => {
    const handler = new EraseAgainHandler(toolsOf(log));
    const own = listed.filter(({ workspace }) => workspace === log.config.workspace);
    const erased: bigint[] = [];
    for (const erasure of own) {
      const seq = await handler.execute(erasure, actor);
      if (seq !== null) erased.push(seq);
    }
    output.write(
      `${erased.length} of ${own.length} listed erasures were made again; the others stand already, or speak of events that are not here.\n`,
    );
    if (own.length < listed.length)
      output.write(
        `${listed.length - own.length} listed erasures are of other workspaces: run "claimtrail erase --list" with CLAIMTRAIL_WORKSPACE set to each.\n`,
      );
    await forgetEverywhere(log, erased, output);
  });
}

function checkOptions({ article, person, list, also, reason }: EraseOptions): void {
  const given = [article, person, list].filter((option) => option !== undefined);
  if (given.length !== 1)
    throw new InvalidFields('erase', { '--article': 'give one of --article, --person and --list' });
  if (also !== undefined && person === undefined)
    throw new InvalidFields('erase', { '--also': 'goes with --person' });
  if (article !== undefined && !isUuid(article))
    throw new InvalidFields('erase', { '--article': 'must be the id of an article' });
  if (list === undefined && !reason?.trim())
    throw new InvalidFields('erase', {
      '--reason': 'must say why, without naming anybody: it stays for good',
    });
}

async function eraseArticle(
  log: OpenLog,
  options: EraseOptions,
  actor: string,
  output: Writable,
): Promise<bigint[]> {
  const { article = '', reason = '', legalBasis, dryRun } = options;
  const handler = new EraseArticleHandler(toolsOf(log));
  const command = new EraseArticle(log.config.workspace, actor, article, reason, legalBasis ?? null);
  if (dryRun) {
    const counts = Object.entries(await handler.preview(command)).map(([type, count]) => `${count} ${type}`);
    output.write(`Would erase: ${counts.join(', ') || 'nothing, all is erased already'}.\n`);
    return [];
  }
  const { outcome, erased, erasureSeq } = await handler.execute(command);
  output.write(
    outcome === 'erased'
      ? `Erased the data of ${erased} events of article ${article}; event ${erasureSeq} says so.\n`
      : `Article ${article} was erased before; nothing of it is left.\n`,
  );
  return erasureSeq === null ? [] : [erasureSeq];
}

async function erasePerson(
  log: OpenLog,
  options: EraseOptions,
  actor: string,
  output: Writable,
): Promise<bigint[]> {
  const { person = '', also = [], reason = '', legalBasis, dryRun } = options;
  const articles = await openConfiguredReader(log.config);
  try {
    const handler = new ErasePersonHandler(toolsOf(log), articles);
    const names = [person, ...also];
    const command = new ErasePerson(log.config.workspace, actor, names, reason, legalBasis ?? null);
    const preview = await handler.preview(command);
    for (const { articleId, publishedAt, mentions, events } of preview.articles)
      if (dryRun)
        output.write(
          `${articleId} (${publishedAt ?? 'no date'}): ${mentions} names in its text, ${events} events\n`,
        );
    output.write(`${preview.articles.length} articles name the person.\n`);
    for (const stream of preview.elsewhere)
      output.write(`Stream ${stream} names the person too, and is not changed.\n`);
    if (dryRun) return [];
    const done: bigint[] = [];
    for await (const { articleId, masked, erased, erasureSeq } of handler.execute(command)) {
      output.write(
        `${articleId}: ${masked} names masked, ${erased} events erased; event ${erasureSeq} says so.\n`,
      );
      done.push(erasureSeq);
    }
    return done;
  } finally {
    await articles.close();
  }
}

const toolsOf = (log: OpenLog): ErasureTools => ({
  reader: log.store,
  eraser: new PayloadEraser(log.database.login),
  sealedTo: (workspace, seq) => sealedTo(log, workspace, seq),
});

/** Seals here where the key of the log is here; else the worker that has it does so within a second. */
async function sealedTo(log: OpenLog, workspace: string, seq: bigint): Promise<void> {
  const proofs = new ProofReader(log.database.reader);
  const isSealed = async () => {
    const checkpoint = await proofs.newestCheckpoint(workspace).catch((error: unknown) => {
      if (error instanceof NotSealedYet) return null;
      throw error;
    });
    return checkpoint !== null && checkpoint.size >= Number(seq);
  };
  if (await isSealed()) return;
  await sealNow(log);
  // What is not sealed by then, the database refuses to erase, and says so.
  for (let look = 0; look < SEAL_LOOKS && !(await isSealed()); look++) await delay(BETWEEN_LOOKS_MS);
}

async function allErasures({ store, config }: OpenLog): Promise<Erasure[]> {
  const erasures: Erasure[] = [];
  for (let afterSeq = 0n; ;) {
    const page = await store.readAll(config.workspace, { afterSeq, limit: PAGE, types: [ERASURE_TYPE] });
    const last = page.at(-1);
    if (!last) return erasures;
    erasures.push(...erasuresIn(page));
    afterSeq = last.seq;
  }
}

/**
 * Views, dead rows, and the list that backups need: for the erasures of this run, or where it made none, for all there are. Killed
 * before its end, the next run does the rest.
 */
async function forgetEverywhere(
  log: OpenLog,
  erasureSeqs: readonly bigint[],
  output: Writable,
): Promise<void> {
  const { store, database, config } = log;
  const erasures = (await allErasures(log)).filter(
    ({ seq }) => erasureSeqs.length === 0 || erasureSeqs.includes(seq),
  );
  if (erasures.length === 0) return;
  await catchUpViews(log);
  const leftovers = await findLeftovers(database.writer, projections, config.workspace, erasures);
  for (const { view, version } of leftovers) {
    process.exitCode = 1;
    output.write(
      `Version ${version} of the view ${view} still holds what was erased: it was written by another version of Claimtrail. Run "claimtrail rebuild ${view}".\n`,
    );
  }
  await reclaimViews(database.writer);
  await reclaimErased(
    database.login,
    erasures.flatMap(({ seqs }) => seqs.flat().map(BigInt)),
  );
  await sealNow(log);
  const folder = join(config.checkpointDir ?? join(config.dataDir, 'checkpoints'), config.workspace);
  const count = await writeErasureList(store, config.workspace, join(folder, ERASURE_LIST_FILE));
  output.write(
    `The views have forgotten it. ${join(folder, ERASURE_LIST_FILE)} lists ${count} erasures, for backups taken before them.\n`,
  );
}
