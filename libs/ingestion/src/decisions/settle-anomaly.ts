import { buildEvent, type AnomalySettled } from '#domain';
import type { EventReader, StoredEvent } from '#event-store';
import { undoneIn } from '#tracking';
import { articleStream } from '../article/article-stream.js';
import { AlreadySettled, NotLinked } from '../errors.js';
import type { ClaimState } from './claim-state.js';
import { requireLiving } from './decide-on-claim.js';
import type { SettleAnomaly } from './decision.js';
import { dataOf, loadHistory, reportStream, type History } from './history.js';
import { record, unmoved, type DecisionPlan } from './plan.js';
import { loadReport, type ReportState } from './report-state.js';

/** The two reports of an anomaly, and what was decided on every report that it may rest on. */
export interface AnomalyState {
  readonly reports: readonly ReportState[];
  readonly histories: readonly History[];
}

/**
 * Of parts that are added up only the largest is named: the others count as the fold counts them.
 * @throws {ReportNotFound | ArticleErased}
 */
export async function loadAnomaly(
  reader: EventReader,
  workspace: string,
  { reportId, articleId, againstReportId, againstArticleId, partReportIds = [] }: SettleAnomaly,
): Promise<AnomalyState> {
  const reports = await Promise.all([
    loadReport(reader, workspace, { reportId, articleId }),
    loadReport(reader, workspace, { reportId: againstReportId, articleId: againstArticleId }),
  ]);
  const parts = partReportIds.filter((id) => id !== reportId && id !== againstReportId);
  const others = await Promise.all(parts.map((id) => loadHistory(reader, workspace, reportStream(id))));
  return { reports, histories: [...reports.map(({ history }) => history), ...others] };
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
  const settled = { claimId, reportId, anomaly, againstReportId };
  const before = [...linked.history.standing, ...history.standing].findLast(
    (event) => event.type === 'AnomalySettled' && isSame(dataOf(event), settled),
  );
  if (before && !isOpenAgain(before, state)) throw settledBefore(before);
  const event = buildEvent('AnomalySettled', { ...settled, decidedBy: actor, reasons: [reason] });
  const articles = new Map(state.reports.map(({ articleId, articleVersion }) => [articleId, articleVersion]));
  const held = [...articles].map(([id, version]) => unmoved({ stream: articleStream(id), version }));
  return record(history, event, held);
}

const isSame = (one: AnomalySettled, other: Omit<AnomalySettled, 'claimId' | 'decidedBy' | 'reasons'>) =>
  one.reportId === other.reportId &&
  one.anomaly === other.anomaly &&
  one.againstReportId === other.againstReportId;

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
