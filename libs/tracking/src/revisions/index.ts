export { compareRevisions, type ReadRevision, type RevisionComparison } from './compare-revisions.js';
export type { ReportEvent } from './mention.js';
