export { isBoilerplate, reportingLines } from './boilerplate.js';
export { clustersOf, type Cluster, type ClusterMember, type Pair } from './clusters.js';
export { findClusters } from './find-clusters.js';
export { originalOf } from './original.js';
export {
  bandsOfPrinting,
  describedBy,
  NEAR_DUPLICATES_VERSION,
  printingOf,
  samePrinting,
  type Likeness,
  type PrintedArticle,
  type Printing,
  type PrintingFacts,
} from './printing.js';
