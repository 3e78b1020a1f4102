import { WORD_NOUNS } from '../speech/word-nouns.js';

const BETWEEN_WORDS = /[^\p{L}\p{N}]+/u;
/** Most text: words in it are told without the Unicode tables. */
const PLAIN = /^[\u0000-\u007F\u2010-\u2027]*$/;
const BETWEEN_PLAIN_WORDS = /[^a-z0-9]+/;
const STOP = new Set(
  'the a an of to in on at for by with from and or that this it its is was were are be been being has have had having not any anyone never no their his her them they him she who which what when where as about into out does did said'.split(
    ' ',
  ),
);
const WORD_NOUN = new RegExp(`^(?:${WORD_NOUNS})$`);
/** Characters of a mention that are compared: its matter stands at its start. */
export const MAX_COMPARED = 600;

/** The words that tell what a denial or a claim is about, in a common form; "claim" and "report" tell nothing. */
export function matterWords(text: string): Set<string> {
  const words = new Set<string>();
  const compared = text.slice(0, MAX_COMPARED).toLowerCase();
  for (const word of compared.split(PLAIN.test(compared) ? BETWEEN_PLAIN_WORDS : BETWEEN_WORDS)) {
    if (word.length < 3 && !/^\d/.test(word)) continue;
    if (!STOP.has(word) && !WORD_NOUN.test(word)) words.add(stemOf(word));
  }
  return words;
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
