import { lowerAt, type Word } from '../words/words.js';
import type { FoundCue } from './movements.js';
import type { Frame } from './frame.js';
import { DWELLING_FRAMES } from './dwelling-frames.js';
import { HARM_FRAMES } from './harm-frames.js';
import { MOVEMENT_FRAMES } from './movement-frames.js';
import { NEED_FRAMES } from './need-frames.js';
import { wordList } from '../words/word-list.js';

type FramesByFirst = ReadonlyMap<string, readonly Frame[]>;

const OF_PEOPLE = byFirst([...HARM_FRAMES, ...NEED_FRAMES, ...MOVEMENT_FRAMES]);
const OF_DWELLINGS = byFirst(DWELLING_FRAMES);

function byFirst(frames: readonly Frame[]): FramesByFirst {
  const groups = new Map<string, Frame[]>();
  for (const frame of frames)
    for (const word of frame.begins) groups.set(word, [...(groups.get(word) ?? []), frame]);
  return groups;
}

/** The words that a frame may begin with. */
export const FIRST_OF_FRAMES: readonly string[] = [...OF_PEOPLE.keys(), ...OF_DWELLINGS.keys()];

/** A mark, or a word behind which something else is spoken of. */
const LEAVES_FRAME = wordList('who which that when while but after before because said');

/** What the predicate that begins at word `at` tells of people by the classes of its words, or null. */
export const frameAt = (words: readonly Word[], at: number): FoundCue | null => firstOf(OF_PEOPLE, words, at);

/** The same of dwellings. */
export const dwellingFrameAt = (words: readonly Word[], at: number): FoundCue | null =>
  firstOf(OF_DWELLINGS, words, at);

function firstOf(frames: FramesByFirst, words: readonly Word[], at: number): FoundCue | null {
  for (const frame of frames.get(lowerAt(words, at)) ?? []) {
    if (frame.behind && !frame.behind(words, at - 1)) continue;
    const to = endOf(words, at, frame);
    if (to > 0 && (frame.sentence?.(words) ?? true)) return { cue: frame.cue, from: at, to };
  }
  return null;
}

/** The word behind the frame's last; 0 where what must follow does not. */
function endOf(words: readonly Word[], at: number, { then }: Frame): number {
  let last = at;
  for (const [wanted, reach] of then) {
    last = firstWithin(words, last + 1, reach, wanted);
    if (last < 0) return 0;
  }
  return last + 1;
}

function firstWithin(
  words: readonly Word[],
  from: number,
  reach: number,
  wanted: ReadonlySet<string>,
): number {
  for (let at = from; at < from + reach; at += 1) {
    const word = words[at];
    if (!word || word.kind === 'mark') return -1;
    if (wanted.has(word.lower)) return at;
    if (LEAVES_FRAME.holds(word)) return -1;
  }
  return -1;
}
