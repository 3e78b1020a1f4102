export * from './relations/index.js';
export * from './near-duplicates/index.js';
