import { lowerAt, type Word } from '../words/words.js';
import { inCrisis } from './cause.js';
import type { FoundCue } from './movements.js';
import { FRAMES, type Frame } from './frame-table.js';

const BY_FIRST: ReadonlyMap<string, readonly Frame[]> = group();

function group(): Map<string, Frame[]> {
  const groups = new Map<string, Frame[]>();
  for (const frame of FRAMES)
    for (const word of frame.begins) groups.set(word, [...(groups.get(word) ?? []), frame]);
  return groups;
}

/** The words that a frame may begin with. */
export const FIRST_OF_FRAMES: readonly string[] = [...BY_FIRST.keys()];

/** A mark, or a word behind which something else is spoken of. */
const LEAVES_FRAME = /^(?:who|which|that|when|while|but|after|before|because|said)$/;

/** The predicate that begins at word `at` by the classes of its words, or null. */
export function frameAt(words: readonly Word[], at: number): FoundCue | null {
  for (const frame of BY_FIRST.get(lowerAt(words, at)) ?? []) {
    if (frame.behind && !frame.behind(words, at - 1)) continue;
    const to = endOf(words, at, frame);
    if (to > 0 && (!frame.crisis || inCrisis(words))) return { cue: frame.cue, from: at, to };
  }
  return null;
}

/** The word behind the frame's last; 0 where what must follow does not. */
function endOf(words: readonly Word[], at: number, { then }: Frame): number {
  let last = at;
  for (const [pattern, reach] of then) {
    last = firstWithin(words, last + 1, reach, pattern);
    if (last < 0) return 0;
  }
  return last + 1;
}

function firstWithin(words: readonly Word[], from: number, reach: number, pattern: RegExp): number {
  for (let at = from; at < from + reach; at += 1) {
    const word = words[at];
    if (!word || word.kind === 'mark') return -1;
    if (pattern.test(word.lower)) return at;
    if (LEAVES_FRAME.test(word.lower)) return -1;
  }
  return -1;
}
