export * from './ledger.js';
export * from './claim-timeline.js';
export { foldClaim } from './fold-claim.js';
export {
  areDisjoint,
  areEqual,
  exactness,
  intervalOf,
  isBelow,
  isInside,
  type Interval,
} from './interval.js';
export { isByProcess, liveDecisions, ofType, undoneIn } from './live-decisions.js';
export { membershipOf, type Membership } from './membership.js';
export { sayingSo } from './edits.js';
export { laneKey, populationOf } from './lane.js';
export { partKeys } from './part-keys.js';
export { reportsAsOf, retirementsAsOf } from './as-of.js';
export { amountInWords } from './wording.js';
export { sourceBehind } from './spoken-for.js';
export { RELATION_SETTINGS, type RelationSettings } from './settings.js';
