export * from './ledger.js';
export * from './claim-timeline.js';
