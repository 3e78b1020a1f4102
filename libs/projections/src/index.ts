import { articleProjection } from './article/article.projection.js';
import { articleRevisionsProjection } from './article-revisions/article-revisions.projection.js';
import { claimCardsProjection } from './claim-cards/claim-cards.projection.js';
import { claimsWithDenialsProjection } from './claims-with-denials/claims-with-denials.projection.js';
import { entitiesProjection } from './entities/entities.projection.js';
import { figureTimelineProjection } from './figure-timeline/figure-timeline.projection.js';
import { CreateViews1795312860000 } from './migrations/1795312860000-create-views.js';
import { RunViews1795316460000 } from './migrations/1795316460000-run-views.js';
import { ForgetSkipped1795321860000 } from './migrations/1795321860000-forget-skipped.js';
import type { Projection } from './projection.js';
import { statementsBySpeakerProjection } from './statements-by-speaker/statements-by-speaker.projection.js';
import { wireClustersProjection } from './wire-clusters/wire-clusters.projection.js';

export type { Projection } from './projection.js';
export * from './errors.js';
export { ProjectionRunner, type RunnerOptions } from './runner/projection-runner.js';
export { rebuildView, type RebuildResult } from './rebuild/rebuild-view.js';
export type { RebuildOptions, RebuildProgress } from './rebuild/rebuild-options.js';
export { rollBackView } from './rebuild/roll-back.js';
export { findLeftovers, reclaimViews, type Leftover } from './erasure-leftovers.js';
export { erasuresIn, type Erasure } from './reports/erasures.js';
export { cancelRebuild } from './rebuild/cancel-rebuild.js';
export { requestOfRebuild, versionStatus, type VersionStatus } from './rebuild/rebuild-state.js';
export { registerViews, liveVersion, type LiveVersion } from './runner/view-versions.js';
export { readCheckpoint } from './runner/checkpoint.js';
export { readParked, type ParkedEvent, type ParkedFilter } from './parked/parked-events.js';
export { readSkipped, type SkippedEvent } from './parked/skipped-events.js';
export { retryParked, skipParked, type ParkedOptions, type RetryResult } from './parked/retry-parked.js';
export { readLag, type ViewLag } from './lag/read-lag.js';
export { registerLagMetrics, type LagSource } from './lag/lag-metrics.js';
export { sourceId } from './reports/report-row.js';
export { liveTable, versionedTable, type Row, type ViewTable } from './view-table.js';
export type { Retirement, ViewWriter } from './writing/view-writer.js';
export { articleRevisionTable } from './article-revisions/article-revisions.tables.js';
export { wirePrintingTable } from './wire-clusters/wire-clusters.tables.js';
export {
  articleHistoryTable,
  articleTable,
  articleTextTable,
  erasedArticleTable,
} from './article/article.tables.js';
export { figurePlacesTable, figureReportTable } from './figure-timeline/figure-timeline.tables.js';
export { placesId } from './figure-timeline/places-row.js';
export { statementReportTable } from './statements-by-speaker/statements-by-speaker.tables.js';
export { claimCardTable, claimDecisionTable, trackedReportTable } from './claim-cards/claim-cards.tables.js';
export { cardRow } from './claim-cards/card-row.js';
export { QUEUES, queuesOf, type Queue } from './claim-cards/queues.js';
export { correctedBy } from './claim-cards/refolded-reports.js';
export type { LoadRows } from './claim-cards/decision-index.js';
export { rowsHolding } from './writing/live-writer.js';
export { decisionsOf, ledgerOf, loadFamilies, type ClaimFamily } from './claim-cards/load-ledgers.js';
export { entityDecisionTable, entityMentionTable } from './entities/entities.tables.js';
export { claimReportTable } from './claims-with-denials/claims-with-denials.tables.js';

/** Every view there is. */
export const projections: readonly Projection[] = [
  articleProjection,
  figureTimelineProjection,
  statementsBySpeakerProjection,
  claimsWithDenialsProjection,
  claimCardsProjection,
  entitiesProjection,
  wireClustersProjection,
  articleRevisionsProjection,
];

export const projectionMigrations = [
  CreateViews1795312860000,
  RunViews1795316460000,
  ForgetSkipped1795321860000,
];
