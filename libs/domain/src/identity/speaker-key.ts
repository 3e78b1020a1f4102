import type { SourceKind } from '../vocabulary.js';
import { foldName } from './fold-name.js';

/** A skeleton shorter than this says too little: "Dan" and "Don" stay two people. */
const MIN_SKELETON = 3;

/**
 * The same for every spelling of one speaker, as far as spelling alone can tell.
 * A person is surname + consonants of the given names: transliterations differ in their vowels and doubled letters
 * ("Mohammed" / "Muhamed"), seldom in their consonants. Organisations and groups go by their folded name.
 */
export function speakerKey(name: string, kind: SourceKind): string {
  const folded = foldName(name);
  if (kind !== 'person') return folded;
  const words = folded.split(' ');
  const surname = words.pop() ?? '';
  const given = words.map(skeletonOf).join(' ');
  return given ? `${given} ${surname}` : surname;
}

function skeletonOf(word: string): string {
  const skeleton = word
    .replace(/(.)\1+/g, '$1')
    .replace(/(?<!^)[aeiouy]/g, '')
    .replace(/(.)\1+/g, '$1');
  return skeleton.length >= MIN_SKELETON ? skeleton : word;
}
