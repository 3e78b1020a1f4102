import { lowerAt, type Word } from '../words/words.js';
import { endsClause } from './clause-end.js';
import type { CountIndex } from './count-index.js';
import type { Resolution, Story } from './counted.js';
import { isOfPeople } from './counted-noun.js';
import type { Count } from './counts.js';
import { EVENT_NOUNS } from './metric-cues.js';
import { impliedCue } from './implied-cue.js';
import { ownState } from './own-state.js';

/** Words from a part to its whole: "of the hospital's". */
const WHOLE_REACH = 5;

/** A part of what is told by a noun alone. */
export function partOfNamed(
  words: readonly Word[],
  index: CountIndex,
  count: Count,
  story: Story,
): Resolution | null {
  return ofNamedWhole(words, index, count, story) ?? byEvent(words, count);
}

/** "Nine of the 40 injured were boys": of the part the noun of its whole tells. */
function ofNamedWhole(
  words: readonly Word[],
  index: CountIndex,
  count: Count,
  story: Story,
): Resolution | null {
  if (count.form !== 'part' || lowerAt(words, count.to) !== 'of') return null;
  for (let at = count.to + 1; at <= count.to + WHOLE_REACH; at += 1) {
    const whole = index.get(at);
    if (!whole) continue;
    const cue = ownState(words, whole, story);
    return cue ? { cue, at: null, rule: 'figure/noun-of-state', of: null } : null;
  }
  return isOfVictims(words, count) && story.before !== null ? VICTIMS : null;
}

const DEAD = impliedCue('killed');
const VICTIMS: Resolution | null = DEAD && { cue: DEAD, at: null, rule: 'figure/noun-of-state', of: null };

/** "eight of the victims were soldiers": where people's fate has been told. */
const isOfVictims = (words: readonly Word[], { to }: Count): boolean =>
  lowerAt(words, to + 1) === 'the' && lowerAt(words, to + 2) === 'victims';

const INCLUDES = /^(?:including|among)$/;
/** Words between the event and "including": "casualties in the town centre from heavy shelling,". */
const EVENT_REACH = 14;

/** "reports of casualties in the town, including seven members of one family": an event that is told without a number. */
function byEvent(words: readonly Word[], { form, noun, from }: Count): Resolution | null {
  if (form !== 'noun' || !isOfPeople(noun) || !INCLUDES.test(lowerAt(words, from - 1))) return null;
  for (let at = from - 2; at >= Math.max(0, from - EVENT_REACH) && !endsClause(words, at); at -= 1) {
    const lower = lowerAt(words, at);
    const cue =
      lower === 'casualties' ? impliedCue('killed') : EVENTS.has(lower) ? EVENT_NOUNS.get(lower) : null;
    if (cue) return { cue, at: { cue, from: at, to: at + 1 }, rule: 'figure/object-of-verb', of: null };
  }
  return null;
}

/** Plurals that name what befell people and count it. */
const EVENTS = new Set(
  'deaths fatalities killings injuries arrests detentions abductions kidnappings executions'.split(' '),
);
