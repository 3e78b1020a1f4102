export * from './errors.js';
export { serveJobs } from './serve-jobs.js';
export { siblingModule } from './sibling-module.js';
export { WorkerPool, type WorkerPoolOptions } from './worker-pool.js';
