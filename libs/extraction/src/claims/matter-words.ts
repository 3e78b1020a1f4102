import type { TextRange } from '#domain';
import type { Document } from '../text/document.js';
import type { Piece } from '../text/runs.js';
import { KnownWords } from '../words/known-words.js';
import { WORD_NOUN } from '../speech/word-nouns.js';

const NONE: readonly string[] = [];
const WORD = /[\p{L}\p{N}]+/gu;
/** Most text: words in it are told without the Unicode tables. */
const PLAIN = /^[\u0000-\u007F\u2010-\u2027]*$/;
const STOP = new Set(
  'the a an of to in on at for by with from and or that this it its is was were are be been being has have had having not any anyone never no their his her them they him she who which what when where as about into out does did said'.split(
    ' ',
  ),
);
/** Characters of a mention that are compared: its matter stands at its start. */
export const MAX_COMPARED = 600;

/** What a word in lower case tells of a matter: its common form, or nothing. */
interface MatterWord {
  readonly text: string;
  readonly stem: string | null;
}

const WORDS = new KnownWords<MatterWord>((text) => ({ text, stem: stemOfMatter(text) }), 1 << 13);
/** Names and offices are compared with one another again and again. */
const PHRASES = new KnownWords((text) => ({ text, words: wordsOf(text) }), 1 << 12);

/** The words that tell what a denial or a claim is about, in a common form; "claim" and "report" tell nothing. */
export const matterWords = (text: string): ReadonlySet<string> =>
  PHRASES.at(text, 0, Math.min(text.length, MAX_COMPARED)).words;

/** The same of a stretch of an article: those of a run that came before are not looked for again. */
export function matterIn({ text, runs }: Pick<Document, 'text' | 'runs'>, stretch: TextRange): Set<string> {
  const words = new Set<string>();
  const add = (stem: string): unknown => words.add(stem);
  runs.goThrough(
    { start: stretch.start, end: Math.min(stretch.end, stretch.start + MAX_COMPARED) },
    (start, end) => {
      stemsOf(text.slice(start, end)).forEach(add);
    },
    (run) => {
      matterOfRun(run).forEach(add);
    },
  );
  return words;
}

const matterOfRun = (run: Piece): readonly string[] => (run.matter ??= stemsOf(run.text));

const wordsOf = (text: string): ReadonlySet<string> => new Set(stemsOf(text));

function stemsOf(text: string): readonly string[] {
  const stems: string[] = [];
  const lower = text.toLowerCase();
  const add = (start: number, end: number): void => {
    const { stem } = WORDS.at(lower, start, end);
    if (stem !== null) stems.push(stem);
  };
  if (PLAIN.test(lower)) eachPlainWord(lower, add);
  else for (const { index, 0: word } of lower.matchAll(WORD)) add(index, index + word.length);
  return stems.length === 0 ? NONE : stems;
}

function eachPlainWord(lower: string, add: (start: number, end: number) => void): void {
  for (let at = 0; at < lower.length; at++) {
    const start = at;
    while (isLetterOrDigit(lower.charCodeAt(at))) at++;
    if (at > start) add(start, at);
  }
}

const isLetterOrDigit = (code: number): boolean => (code > 96 && code < 123) || (code > 47 && code < 58);

function stemOfMatter(word: string): string | null {
  if (word.length < 3 && !/^\d/.test(word)) return null;
  return STOP.has(word) || WORD_NOUN.test(word) ? null : stemOf(word);
}

/** Share of the wanted words that are there; fewer than `least` of them say nothing. */
export function shareOf(wanted: ReadonlySet<string>, words: ReadonlySet<string>, least: number): number {
  let shared = 0;
  for (const word of wanted) if (words.has(word)) shared++;
  return shared >= least ? shared / wanted.size : 0;
}

function stemOf(word: string): string {
  if (word.endsWith('s')) return word.slice(0, -1);
  if (word.endsWith('ed')) return word.slice(0, -2);
  return word.endsWith('ing') ? word.slice(0, -3) : word;
}
