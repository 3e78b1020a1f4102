export { findDateline } from './dateline.js';
export { findPeriods, resolveDay, resolvePeriod, type Period, type PeriodMention } from './periods.js';
