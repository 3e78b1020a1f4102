import type { StoredEvent } from '#event-store';
import { deterministicId } from '#platform';
import { linked, unlinked } from '../membership/link-events.js';
import { actorOf, type Decided } from '../runner/decision-process.js';
import { assignmentOf, clearMemory, ownAssignmentOf, renameClaims, type Assigned } from './assignment.js';
import { bindingDecisions, restoreDecisions } from './human-decisions.js';
import { inNewVersion, replay, type RelinkOptions, type VersionChange } from './in-new-version.js';

/** A report that the new version puts elsewhere; `from` is null where no version before linked it. */
export interface Relinked {
  readonly reportId: string;
  readonly from: string | null;
  readonly to: string;
}

export interface RelinkResult {
  readonly version: VersionChange;
  readonly kept: number;
  readonly added: readonly Relinked[];
  readonly moved: readonly Relinked[];
}

/**
 * Lets a new version of a linker decide on the whole log anew, and records where it decides otherwise: each report that moves is
 * unlinked and linked. What people decided is taken over as it stands. Claims keep the ids that most of their reports had.
 */
export const relink = (options: RelinkOptions): Promise<RelinkResult> =>
  inNewVersion(options, async (deciding) => {
    const { process, workspace } = options;
    const memory = { client: deciding.client, workspace, process: process.name };
    const { assigned: before, dead } = await assignmentOf(memory);
    const own = await ownAssignmentOf(memory);
    const decisions = await bindingDecisions(memory);
    await clearMemory(memory);
    await replay(options, deciding, 'without');
    await renameClaims(memory, namesOf(own, await ownAssignmentOf(memory), dead, process.version));
    await restoreDecisions(memory, decisions);
    const { assigned: after } = await assignmentOf(memory);
    const result = compare(before, after, deciding.version);
    const moves = [...result.added, ...result.moved];
    return { result, decided: moves.map((move) => decisionOn(move, after, options)) };
  });

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
  version: VersionChange,
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
