export { acronymTies, type AcronymTie } from './acronym-ties.js';
export { commonAcronym } from './common-acronyms.js';
export { EntityPaths, nameKey } from './entity-paths.js';
export {
  NameBook,
  pairKey,
  type KnownEntity,
  type KnownTie,
  type NameDecision,
  type PairOutcome,
} from './name-book.js';
export type { NameMention } from './name-mention.js';
export { knownNameOf, type KnownName } from './name-index.js';
export { acronymOf } from './names.js';
