export { acronymTies, type AcronymTie } from './acronym-ties.js';
export {
  NameBook,
  pairKey,
  type KnownEntity,
  type KnownTie,
  type NameDecision,
  type NameMention,
  type PairOutcome,
} from './name-book.js';
export { knownNameOf, type KnownName } from './name-index.js';
export { acronymOf } from './names.js';
