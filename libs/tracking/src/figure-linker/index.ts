export {
  anchorFigures,
  isNamedPlace,
  type AnchoredFigure,
  type FigureAnchor,
  type LinkableArticle,
  type LinkableFigure,
  type PlacedAnchor,
} from './figure-anchor.js';
export { daysAround, TIME_KINDS, timeKindOf, type TimeKind } from './days-around.js';
export { RUNNING } from './time-anchor.js';
export { knownPlace } from './known-place.js';
export { partition } from './partition.js';
export { relatePlaces, rootOf, type LinkedPlace, type PlaceRelation } from './place-relation.js';
export { dayOf, Neighbourhood } from './neighbours.js';
export { placeKeys } from './place-keys.js';
export { populationClass } from './population-class.js';
export type { Change, ClaimedAnchor, Missing, Move, Surroundings } from './claimed-anchor.js';
export { regroup } from './regroup.js';
export { areApart, areLinked, LINKED, PROPOSED, scoreOf, scorePair, type PairScore } from './score-pair.js';
export { toldApart } from './told-apart.js';
