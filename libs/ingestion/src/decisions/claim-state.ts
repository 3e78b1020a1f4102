import type {
  ClaimsMerged,
  ClaimSplit,
  ReportLinkDeclined,
  ReportLinked,
  ReportLinkProposed,
  ReportUnlinked,
} from '#domain';
import type { EventReader, StoredEvent } from '#event-store';
import { ClaimNotFound } from '../errors.js';
import { claimStream, dataOf, loadHistory, type History } from './history.js';

/** What the write side knows of a claim. */
export interface ClaimState {
  readonly claimId: string;
  /** Reports whose link stands in the claim's stream, with the event that made it. */
  readonly links: ReadonlyMap<string, StoredEvent>;
  /** Reports whose link was undone, with the event that undid it. */
  readonly unlinked: ReadonlyMap<string, StoredEvent>;
  /** Links somebody is still to look at. */
  readonly proposed: ReadonlySet<string>;
  readonly declined: ReadonlyMap<string, StoredEvent>;
  /** The event that ended it: it lives on as another claim. */
  readonly merger: StoredEvent | null;
  readonly history: History;
}

/** What a claim is of: numbers, or words. */
export type ClaimMatter = 'figures' | 'statements';

const MATTER_OF_LINKER: Readonly<Record<string, ClaimMatter | undefined>> = {
  'figure-linker': 'figures',
  'proposition-linker': 'statements',
};

/** As its links have it, those too that reports left or people made anew: a claim keeps its matter. Null where it has none. */
export function matterOf({ history }: ClaimState): ClaimMatter | null {
  for (const { type, data, meta } of history.standing) {
    if (type !== 'ReportLinked') continue;
    const [process = ''] = (data as ReportLinked).decidedBy.split('/');
    const matter = MATTER_OF_LINKER[process] ?? (meta['matter'] as ClaimMatter | undefined);
    if (matter) return matter;
  }
  return null;
}

/** @throws {ClaimNotFound} */
export async function loadClaim(
  reader: EventReader,
  workspace: string,
  claimId: string,
): Promise<ClaimState> {
  const history = await loadHistory(reader, workspace, claimStream(claimId));
  if (history.events.length === 0) throw new ClaimNotFound(claimId);
  return foldClaimStream(claimId, history);
}

export function foldClaimStream(claimId: string, history: History): ClaimState {
  const links = new Map<string, StoredEvent>();
  const unlinked = new Map<string, StoredEvent>();
  const proposed = new Set<string>();
  const declined = new Map<string, StoredEvent>();
  let merger: StoredEvent | null = null;
  const leave = (reportId: string, event: StoredEvent) => {
    links.delete(reportId);
    unlinked.set(reportId, event);
  };
  for (const event of history.standing) {
    switch (event.type) {
      case 'ReportLinked': {
        const { reportId } = dataOf<ReportLinked>(event);
        links.set(reportId, event);
        unlinked.delete(reportId);
        proposed.delete(reportId);
        break;
      }
      case 'ReportUnlinked':
        leave(dataOf<ReportUnlinked>(event).reportId, event);
        break;
      case 'ClaimSplit':
        dataOf<ClaimSplit>(event).reportIds.forEach((reportId) => leave(reportId, event));
        break;
      case 'ReportLinkProposed':
        proposed.add(dataOf<ReportLinkProposed>(event).reportId);
        break;
      case 'ReportLinkDeclined':
        proposed.delete(dataOf<ReportLinkDeclined>(event).reportId);
        declined.set(dataOf<ReportLinkDeclined>(event).reportId, event);
        break;
      case 'ClaimsMerged':
        if (dataOf<ClaimsMerged>(event).mergedClaimId === claimId) merger = event;
    }
  }
  return { claimId, links, unlinked, proposed, declined, merger, history };
}
