import { buildEvent } from '#domain';
import type { EventReader, StoredEvent } from '#event-store';
import { deterministicId } from '#platform';
import { undoneIn } from '#tracking';
import { articleStream } from '../article/article-stream.js';
import { AlreadySettled, NotLinked } from '../errors.js';
import type { ClaimState } from './claim-state.js';
import { requireLiving } from './decide-on-claim.js';
import type { SettleAnomaly } from './decision.js';
import { loadHistory, reportStream, type History } from './history.js';
import { recordAs, unmoved, type DecisionPlan } from './plan.js';
import { loadReport, type ReportState } from './report-state.js';

/** The two reports of an anomaly, and what was decided on every report that it may rest on. */
export interface AnomalyState {
  readonly reports: readonly ReportState[];
  readonly histories: readonly History[];
  /** The last settlement that nobody undid, in whichever claim it was made. */
  readonly settled: StoredEvent | null;
  /** The id of the next one. */
  readonly nextId: string;
}

/**
 * Of parts that are added up only the largest is named: the others count as the fold counts them.
 * @throws {ReportNotFound | ArticleErased}
 */
export async function loadAnomaly(
  reader: EventReader,
  workspace: string,
  decision: SettleAnomaly,
): Promise<AnomalyState> {
  const { reportId, articleId, againstReportId, againstArticleId, partReportIds = [] } = decision;
  const reports = await Promise.all([
    loadReport(reader, workspace, { reportId, articleId }),
    loadReport(reader, workspace, { reportId: againstReportId, articleId: againstArticleId }),
  ]);
  const parts = partReportIds.filter((id) => id !== reportId && id !== againstReportId);
  const others = await Promise.all(parts.map((id) => loadHistory(reader, workspace, reportStream(id))));
  const settlements = await loadSettlements(reader, workspace, decision);
  return { reports, histories: [...reports.map(({ history }) => history), ...others], ...settlements };
}

/**
 * Reports go on to other claims by links, mergers and splits, and settlements stay where they were made: their ids follow from the anomaly, so that
 * each is found wherever it stands.
 */
async function loadSettlements(
  reader: EventReader,
  workspace: string,
  { reportId, anomaly, againstReportId }: SettleAnomaly,
): Promise<Pick<AnomalyState, 'settled' | 'nextId'>> {
  let settled: StoredEvent | null = null;
  for (let n = 1; ; n++) {
    const nextId = deterministicId('settlement', reportId, anomaly, againstReportId, n);
    const made = await reader.findEvent(workspace, nextId);
    if (!made) return { settled, nextId };
    const { standing } = await loadHistory(reader, workspace, made.stream);
    settled = standing.find(({ eventId }) => eventId === nextId) ?? settled;
  }
}

/**
 * Whether the views show such an anomaly is not asked: one that is told of no more is settled all the same.
 * @param linked the claim whose stream holds the link: `claim` itself, or one that was merged into it
 * @throws {MergedAlready | NotLinked | AlreadySettled}
 */
export function settleAnomaly(
  claim: ClaimState,
  linked: ClaimState,
  state: AnomalyState,
  { reportId, anomaly, againstReportId, reason }: SettleAnomaly,
  actor: string,
): DecisionPlan {
  requireLiving(claim);
  if (!linked.links.has(reportId)) throw new NotLinked(linked.claimId, [reportId]);
  const { claimId, history } = claim;
  const { settled, nextId } = state;
  if (settled && !isOpenAgain(settled, state)) throw settledBefore(settled);
  const event = buildEvent('AnomalySettled', {
    ...{ claimId, reportId, anomaly, againstReportId },
    ...{ decidedBy: actor, reasons: [reason] },
  });
  const articles = new Map(state.reports.map(({ articleId, articleVersion }) => [articleId, articleVersion]));
  const held = [...articles].map(([id, version]) => unmoved({ stream: articleStream(id), version }));
  return recordAs(nextId, history, event, held);
}

/** Where a report that it rests on is corrected otherwise than it was then, as the fold has it. */
const isOpenAgain = ({ seq }: StoredEvent, { histories }: AnomalyState): boolean =>
  histories.some(({ events }) => {
    const then = events.filter((event) => event.seq <= seq);
    return correctionsIn(events) !== correctionsIn(then);
  });

function correctionsIn(events: readonly StoredEvent[]): string {
  const undone = undoneIn(events);
  const standing = events.filter(({ type, eventId }) => type === 'ReportCorrected' && !undone.has(eventId));
  return standing.map(({ eventId }) => eventId).join();
}

const settledBefore = ({ eventId, actor, recordedAt }: StoredEvent): AlreadySettled =>
  new AlreadySettled({ decisionId: eventId, actor, recordedAt: recordedAt.toISOString() });
