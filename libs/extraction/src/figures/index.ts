export { findFigures } from './find-figures.js';
export { asOfSaying } from './as-of-saying.js';
export type { SpeechContext } from './speech-context.js';
export { negatesFigure } from './negated-counts.js';
