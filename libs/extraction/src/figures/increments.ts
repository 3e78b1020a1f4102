import type { FigureMention } from '../extraction.js';
import { wordList } from '../words/word-list.js';
import { lowerAt, type Word } from '../words/words.js';
import type { Count } from './counts.js';

const ADDS = wordList('another further additional');
const MORE = wordList('more further additional');

/** "A further 900 people", "another 30", "900 more people": words that count on from a number told before. */
export function addsToTold(words: readonly Word[], { from, number }: Count): boolean {
  for (let at = from; at < number.from; at += 1) if (ADDS.at(words, at)) return true;
  return MORE.at(words, number.to) && lowerAt(words, number.to + 1) !== 'than';
}

/** Rules that read a number for itself; a part, a toll and a number before it are told by others. */
const OWN = new Set([
  'figure/subject-of-verb',
  'figure/object-of-verb',
  'figure/noun-of-state',
  'figure/noun-implies',
]);

/**
 * Numbers that come on top of what the article told last, or of what others told where it told nothing before: "A further 900 were
 * displaced" is no total. In "12 were killed and another 30 hurt" the 30 are all who were hurt, and a place of its own has a total of its own.
 * @param adds whether the words of a mention count on
 */
export function asIncrements(mentions: readonly FigureMention[], adds: readonly boolean[]): FigureMention[] {
  let last: FigureMention | null = null;
  return mentions.map((mention, at) => {
    const told: FigureMention | null = last;
    if (mention.rule !== 'figure/part-of-total') last = mention;
    const isOwn = adds[at] && mention.measure === 'flow' && OWN.has(mention.rule);
    return isOwn && (!told || areAlike(told, mention)) ? { ...mention, rule: 'figure/increment' } : mention;
  });
}

function areAlike(told: FigureMention, one: FigureMention): boolean {
  const [a, b] = [told.places[0]?.text, one.places[0]?.text];
  return told.metric === one.metric && (a === undefined || b === undefined || a === b);
}
