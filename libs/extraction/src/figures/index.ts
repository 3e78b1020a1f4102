export { findFigures } from './find-figures.js';
export type { SpeechContext } from './speech-context.js';
export { negatesFigure } from './negated-counts.js';
