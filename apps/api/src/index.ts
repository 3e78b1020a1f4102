export { createApi } from './create-api.js';
export type { ApiResources } from './resources.js';
export { isActorName } from './actor.js';
export {
  DECISION_INPUTS,
  isDecisionType,
  parseDecision,
  type DecisionType,
  type GivenDecision,
} from './decisions/parse-decision.js';
export { isTaken, MAX_BULK, needsArticle, parseItem, toDecision } from './decisions/to-decision.js';
