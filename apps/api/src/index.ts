export { createApi } from './create-api.js';
export type { ApiResources } from './resources.js';
export { ACTOR_NAMES, isActorName } from './actor.js';
export {
  DECISION_INPUTS,
  isDecisionType,
  parseDecision,
  type DecisionType,
  type GivenDecision,
} from './decisions/parse-decision.js';
export {
  inOrderOf,
  isTaken,
  locate,
  MAX_BULK,
  parseItem,
  toDecision,
  toDecisions,
} from './decisions/to-decision.js';
