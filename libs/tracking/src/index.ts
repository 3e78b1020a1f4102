export { compareText } from './compare-text.js';
export { groupBy } from './group-by.js';
export { Groups } from './groups.js';
export * from './figure-linker/index.js';
export * from './proposition-linker/index.js';
export * from './relations/index.js';
export * from './near-duplicates/index.js';
export * from './revisions/index.js';
export * from './entities/index.js';
