export { ProjectionWorker, type WorkerResources } from './projection-worker.js';
