import type { SourceKind } from '../vocabulary.js';
import { foldName } from './fold-name.js';
import { oneSpelling } from './one-spelling.js';

/** A skeleton shorter than this says too little: "Dan" and "Don" stay two people. */
const MIN_SKELETON = 3;

/**
 * The same for every spelling of one speaker, as far as spelling alone can tell.
 *
 * A person is the surname and a skeleton of the given names. Transliterations differ in inner vowels and doubled letters
 * ("Mohammed" / "Muhamed", "Mevlet" / "Mevlut"), seldom in consonants, in a final vowel, which often tells a man from a woman
 * ("Carlo" / "Carla", "Martin" / "Martina"), or in whether the first vowel is bright or dark ("Hassan" / "Hussein"): those
 * stay. Organisations and groups go by their folded name, British and American spelling alike.
 */
export function speakerKey(name: string, kind: SourceKind): string {
  const folded = foldName(name);
  if (kind !== 'person') return oneSpelling(folded);
  const words = folded.split(' ');
  const surname = words.pop() ?? '';
  const given = words.map(skeletonOf).join(' ');
  return given ? `${given} ${surname}` : surname;
}

function skeletonOf(word: string): string {
  const consonants = word
    .replace(/(.)\1+/g, '$1')
    .replace(/(?<!^)[aeiouy]/g, '')
    .replace(/(.)\1+/g, '$1');
  if (consonants.length < MIN_SKELETON) return word;
  const [firstVowel = ''] = /[aeiouy]/.exec(word) ?? [];
  const [finalVowel = ''] = /[aeiouy]$/.exec(word) ?? [];
  return `${/[ou]/.test(firstVowel) ? 'dark' : 'bright'}:${consonants}${finalVowel && `-${finalVowel}`}`;
}
