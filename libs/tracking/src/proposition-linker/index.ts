export { REPEATED_DAYS, scorePropositions, type ComparedProposition } from './score-propositions.js';
export { shinglesOf } from './shingles.js';
