export * from './append-model.js';
export * from './appends.js';
export * from './event-store.contract.js';
