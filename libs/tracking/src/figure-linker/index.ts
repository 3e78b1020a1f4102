export {
  anchorFigures,
  isNamedPlace,
  type AnchoredFigure,
  type FigureAnchor,
  type LinkableArticle,
  type LinkableFigure,
} from './figure-anchor.js';
export { knownPlace } from './known-place.js';
export { partition, type PlacedAnchor } from './partition.js';
export { relatePlaces, rootOf, type LinkedPlace, type PlaceRelation } from './place-relation.js';
export { regroup, type ClaimedAnchor, type Move } from './regroup.js';
export { areApart, LINKED, PROPOSED, reachOf, scorePair, type PairScore } from './score-pair.js';
export { toldApart } from './told-apart.js';
