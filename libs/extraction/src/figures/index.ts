export { findFigures } from './find-figures.js';
export type { SpeechContext } from './speech-context.js';
