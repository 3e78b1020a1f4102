export { keptUnder, soughtUnder } from './recall.js';
export { REPEATED_DAYS, scorePropositions, type ComparedProposition } from './score-propositions.js';
export { negatedIn, shinglesOf } from './shingles.js';
