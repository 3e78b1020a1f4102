export { parseDay } from './calendar.js';
export { findDateline } from './dateline.js';
export { MONTH, monthOf, WEEKDAY, weekdayNamed } from './date-words.js';
export { findPeriods, resolveDay, resolvePeriod, type Period, type PeriodMention } from './periods.js';
export { timeToldBy } from './without-year.js';
