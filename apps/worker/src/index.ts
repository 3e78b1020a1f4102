export { FeedChecker, FeedFiles, feedWorld, FeedWatch, MAX_PAGES, type FeedCheck } from './feeds/index.js';
export { Linking } from './linking.js';
export { Sealing, type SealingResources } from './sealing.js';
export { ProjectionWorker, type WorkerResources } from './projection-worker.js';
