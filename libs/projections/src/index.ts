import { articleProjection } from './article/article.projection.js';
import { claimsWithDenialsProjection } from './claims-with-denials/claims-with-denials.projection.js';
import { figureTimelineProjection } from './figure-timeline/figure-timeline.projection.js';
import { CreateViews1795312860000 } from './migrations/1795312860000-create-views.js';
import type { Projection } from './projection.js';
import { statementsBySpeakerProjection } from './statements-by-speaker/statements-by-speaker.projection.js';

export type { Projection } from './projection.js';
export { ProjectionRunner, type RunnerOptions } from './runner/projection-runner.js';
export {
  rebuildView,
  type RebuildOptions,
  type RebuildProgress,
  type RebuildResult,
} from './runner/rebuild-view.js';
export { registerViews, liveVersion, type LiveVersion } from './runner/view-versions.js';
export { readCheckpoint } from './runner/checkpoint.js';
export { sourceId } from './reports/report-row.js';
export { liveTable, versionedTable, type ViewTable } from './view-table.js';
export { articleTable, articleTextTable } from './article/article.tables.js';
export { figureClaimTable, figureReportTable } from './figure-timeline/figure-timeline.tables.js';
export {
  speakerNameTable,
  statementReportTable,
} from './statements-by-speaker/statements-by-speaker.tables.js';
export { claimReportTable } from './claims-with-denials/claims-with-denials.projection.js';

/** Every view there is. */
export const projections: readonly Projection[] = [
  articleProjection,
  figureTimelineProjection,
  statementsBySpeakerProjection,
  claimsWithDenialsProjection,
];

export const projectionMigrations = [CreateViews1795312860000];
