import { eld } from 'eld/small';
import type { NotExtracted } from '#domain';
import { readingText } from '#extraction';
import { isPlainEnglish } from './plain-english.js';

export interface RecognisedLanguage {
  /** BCP 47 tag: as declared where the words agree, else as recognised; null where neither tells. */
  readonly language: string | null;
  readonly notExtracted: NotExtracted | null;
}

const EXTRACTED = 'en';
/** Windows are judged, not the whole text: a long article costs no more than a short one, and a mixed one shows. */
const WINDOW = 600;
const MAX_WINDOWS = 9;
/** Fewer letters than these are names and numbers as much as words. */
const HAS_LETTERS = /^(?:\P{L}*\p{L}){60}/u;
/** Below this share of English windows an article would be half-read. */
const MIN_ENGLISH_SHARE = 0.75;

/**
 * What language a text is in, and whether the extractor may read it. A short or unclear text is what was declared, else taken
 * for English. The words of a longer one stand before the declaration: templates declare the language of the site.
 */
export function recogniseLanguage(text: string, declared: string | null): RecognisedLanguage {
  const windows = windowsOf(text)
    .map((window) => languageOf(readingText(window).text))
    .filter((language) => language !== null);
  if (windows.length === 0) return byDeclaration(declared);
  const share = windows.filter((language) => language === EXTRACTED).length / windows.length;
  if (share >= MIN_ENGLISH_SHARE) return { language: agreed(EXTRACTED, declared), notExtracted: null };
  const main = mostFrequent(windows.filter((language) => language !== EXTRACTED));
  return share === 0
    ? { language: agreed(main, declared), notExtracted: 'other_language' }
    : { language: agreed(main, declared), notExtracted: 'mixed_languages' };
}

function byDeclaration(declared: string | null): RecognisedLanguage {
  const other = declared !== null && primary(declared) !== EXTRACTED && primary(declared) !== 'und';
  return { language: declared, notExtracted: other ? 'other_language' : null };
}

/** A declaration that the words bear out is kept: it may name a region. */
const agreed = (recognised: string, declared: string | null): string =>
  declared !== null && primary(declared) === recognised ? declared : recognised;

const primary = (tag: string): string => tag.split(/[-_]/, 1)[0]!.toLowerCase();

/** Slices from all over the text, begin and end among them. */
function windowsOf(text: string): string[] {
  const count = Math.min(MAX_WINDOWS, Math.max(1, Math.floor(text.length / WINDOW)));
  const step = count === 1 ? 0 : (text.length - WINDOW) / (count - 1);
  return Array.from({ length: count }, (_, at) =>
    text.slice(Math.round(at * step), Math.round(at * step) + WINDOW),
  );
}

function languageOf(window: string): string | null {
  if (!HAS_LETTERS.test(window)) return null;
  if (isPlainEnglish(window)) return EXTRACTED;
  const result = eld.detect(window);
  return result.language !== '' && result.isReliable() ? result.language : null;
}

function mostFrequent(languages: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const language of languages) counts.set(language, (counts.get(language) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]![0];
}
