import type { Pool, PoolClient } from 'pg';
import type { EventAppender, EventReader, StoredEvent } from '#event-store';
import { deterministicId, inTransaction } from '#platform';
import { linked, unlinked } from '../membership/link-events.js';
import { actorOf, type Decided, type DecisionProcess } from '../runner/decision-process.js';
import { appendDecided, keepDecided } from '../runner/outbox.js';
import { readPosition } from '../runner/position.js';
import { readBatch } from '../runner/read-batch.js';
import { assignmentOf, clearMemory, ownAssignmentOf, renameClaims, type Assigned } from './assignment.js';
import { bindingDecisions, restoreDecisions } from './human-decisions.js';

const BATCH_SIZE = 2_000;

export interface RelinkOptions {
  readonly process: DecisionProcess;
  readonly store: EventReader & EventAppender;
  readonly pool: Pool;
  readonly workspace: string;
  /** Show the difference, and leave everything as it is. */
  readonly dryRun: boolean;
}

/** A report that the new version puts elsewhere; `from` is null where no version before linked it. */
export interface Relinked {
  readonly reportId: string;
  readonly from: string | null;
  readonly to: string;
}

export interface RelinkResult {
  readonly version: { readonly stored: string; readonly ours: string };
  readonly kept: number;
  readonly added: readonly Relinked[];
  readonly moved: readonly Relinked[];
}

/** Undoes a transaction that was made to be looked at. */
class OnlyLooking extends Error {
  constructor(readonly result: RelinkResult) {
    super('A dry run is rolled back.');
  }
}

/**
 * Lets a new version of a linker decide on the whole log anew, and records where it decides otherwise: each report that moves is
 * unlinked and linked. What people decided is taken over as it stands. Claims keep the ids that most of their reports had.
 */
export async function relink(options: RelinkOptions): Promise<RelinkResult> {
  const { process, store, pool, workspace, dryRun } = options;
  await appendDecided(pool, store, process, workspace);
  try {
    const result = await inTransaction(pool, async (client) => {
      const compared = await decideAnew(options, client);
      if (dryRun) throw new OnlyLooking(compared);
      return compared;
    });
    await appendDecided(pool, store, process, workspace);
    return result;
  } catch (error) {
    if (error instanceof OnlyLooking) return error.result;
    throw error;
  }
}

async function decideAnew(options: RelinkOptions, client: PoolClient): Promise<RelinkResult> {
  const { process, workspace } = options;
  const memory = { client, workspace, process: process.name };
  await client.query('SELECT FROM linking.process WHERE process = $1 AND workspace = $2 FOR UPDATE', [
    process.name,
    workspace,
  ]);
  const position = (await readPosition(client, process, workspace))!;
  const { assigned: before, dead } = await assignmentOf(memory);
  const own = await ownAssignmentOf(memory);
  const decisions = await bindingDecisions(memory);
  await clearMemory(memory);
  await replay(options, client, position.seq);
  await renameClaims(memory, namesOf(own, await ownAssignmentOf(memory), dead, process.version));
  await restoreDecisions(memory, decisions);
  const { assigned: after } = await assignmentOf(memory);
  const result = compare(before, after, { stored: position.version, ours: process.version });
  const moves = [...result.added, ...result.moved];
  await keepDecided(
    client,
    process,
    workspace,
    moves.map((move) => decisionOn(move, after, options)),
  );
  await client.query('UPDATE linking.process SET version = $3 WHERE process = $1 AND workspace = $2', [
    process.name,
    workspace,
    process.version,
  ]);
  return result;
}

/** Decides on the facts alone: what people decided on them is taken over behind it. */
async function replay(
  { process, store, workspace }: RelinkOptions,
  client: PoolClient,
  until: bigint,
): Promise<void> {
  const folds = new Set<string>(process.folds);
  let position = { version: process.version, seq: 0n, folding: false, decidedTo: 0n, foldedTo: 0n };
  while (position.seq < until) {
    const { events, to } = await readBatch(store, process, workspace, position, until, BATCH_SIZE);
    const known = events.filter(({ seq, type }) => seq <= until && !folds.has(type));
    if (known.length > 0) await process.decide(known, { workspace, client, reader: store, folding: false });
    position = { ...position, seq: to };
  }
}

/** New claim -> the id it goes by: of the old claims that its reports had, the most frequent that no other took; else its own. */
function namesOf(
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
  dead: ReadonlySet<string>,
  version: string,
): Map<string, string> {
  const votes = new Map<string, number>();
  for (const [reportId, claimId] of after) {
    const old = before.get(reportId);
    const key = JSON.stringify([claimId, old]);
    if (old !== undefined) votes.set(key, (votes.get(key) ?? 0) + 1);
  }
  const names = new Map<string, string>();
  const taken = new Set<string>();
  // Of equals the oldest first: votes stand in the order of the reports, and the sort keeps it.
  for (const [key] of [...votes].sort(([, x], [, y]) => y - x)) {
    const [claimId, old] = JSON.parse(key) as [string, string];
    if (names.has(claimId) || taken.has(old)) continue;
    names.set(claimId, old);
    taken.add(old);
  }
  const used = new Set([...dead, ...before.values()]);
  for (const claimId of after.values()) {
    if (names.has(claimId)) continue;
    // A claim that was merged away or that stands for others is not begun again under its id.
    names.set(claimId, used.has(claimId) ? deterministicId('relinked', version, claimId) : claimId);
  }
  return names;
}

function compare(
  before: ReadonlyMap<string, Assigned>,
  after: ReadonlyMap<string, Assigned>,
  version: RelinkResult['version'],
): RelinkResult {
  const all = [...after].map(([reportId, { claimId }]) => ({
    reportId,
    from: before.get(reportId)?.claimId ?? null,
    to: claimId,
  }));
  const kept = all.filter(({ from, to }) => from === to).length;
  const added = all.filter(({ from }) => from === null);
  const moved = all.filter(({ from, to }) => from !== null && from !== to);
  return { version, kept, added, moved };
}

function decisionOn(
  { reportId, from, to }: Relinked,
  after: ReadonlyMap<string, Assigned>,
  { process, workspace }: RelinkOptions,
): Decided {
  const decision = { decidedBy: actorOf(process), reasons: ['decided anew by a new version of the linker'] };
  const { eventId, seq } = after.get(reportId)!;
  // The append names its cause by id and seq alone.
  const cause = { workspace, eventId, seq, correlationId: null } as StoredEvent;
  return {
    cause,
    events: [
      ...(from === null ? [] : [unlinked(from, reportId, decision)]),
      linked(to, reportId, { ...decision, score: null }),
    ],
  };
}
