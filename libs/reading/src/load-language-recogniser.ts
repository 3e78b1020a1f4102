import type { recogniseLanguage } from './recognise-language.js';

/** For a caller on the main thread: the languages' models are loaded when first used, for a pool keeps them off that thread. */
export const loadLanguageRecogniser = async (): Promise<typeof recogniseLanguage> =>
  (await import('./recognise-language.js')).recogniseLanguage;
