import { CreateProcesses1795500000000 } from './migrations/1795500000000-create-processes.js';
import { CreatePrintings1795510000000 } from './migrations/1795510000000-create-printings.js';
import { CreateFigureClaims1795520000000 } from './migrations/1795520000000-create-figure-claims.js';
import { CreatePropositions1795530000000 } from './migrations/1795530000000-create-propositions.js';
import { CreateNames1795540000000 } from './migrations/1795540000000-create-names.js';
import { AddNegatedShingles1795550000000 } from './migrations/1795550000000-add-negated-shingles.js';
import { IndexAnchorsByPlace1795560000000 } from './migrations/1795560000000-index-anchors-by-place.js';
import { RecallPropositionsByDay1795590000000 } from './migrations/1795590000000-recall-propositions-by-day.js';
import { IndexAnchorsByKind1795600000000 } from './migrations/1795600000000-index-anchors-by-kind.js';
import { AddNumbersOfPrintings1795610000000 } from './migrations/1795610000000-add-numbers-of-printings.js';
import { PartPlacesOfAnchors1795620000000 } from './migrations/1795620000000-part-places-of-anchors.js';

export * from './errors.js';
export {
  catchUpLinking,
  configuredProcesses,
  processRunner,
  type LinkingResources,
} from './catch-up-linking.js';
export { registerLinkingMetrics } from './lag/linking-metrics.js';
export { FigureLinker } from './figure-linker/figure-linker.process.js';
export { decisionProcesses } from './processes.js';
export { PropositionLinker } from './proposition-linker/proposition-linker.process.js';
export { EntityResolver } from './entities/entity-resolver.process.js';
export { wireClusters } from './wire-clusters/wire-clusters.process.js';
export {
  actorOf,
  isOwn,
  type Decided,
  type DecisionContext,
  type DecisionProcess,
} from './runner/decision-process.js';
export { relink, type Relinked, type RelinkResult } from './relink/relink.js';
export type { RelinkOptions, VersionChange } from './relink/in-new-version.js';
export { recluster, type ReclusterResult } from './relink/recluster.js';
export { resolveAnew, type ResolveAnewResult } from './relink/resolve-anew.js';
export { ProcessRunner, type ProcessRunnerOptions } from './runner/process-runner.js';

export const linkingMigrations = [
  CreateProcesses1795500000000,
  CreatePrintings1795510000000,
  CreateFigureClaims1795520000000,
  CreatePropositions1795530000000,
  CreateNames1795540000000,
  AddNegatedShingles1795550000000,
  IndexAnchorsByPlace1795560000000,
  RecallPropositionsByDay1795590000000,
  IndexAnchorsByKind1795600000000,
  AddNumbersOfPrintings1795610000000,
  PartPlacesOfAnchors1795620000000,
];
