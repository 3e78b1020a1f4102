import { lowerAt, type Word } from '../words/words.js';
import { inCrisis } from './cause.js';
import type { Count } from './counts.js';
import type { Cue } from './cue.js';
import { CUES } from './metric-cues.js';
import { set } from './frame.js';
import type { FoundCue } from './movements.js';
import { wordsAndForms } from './verb-forms.js';

/** Somebody brings people somewhere. */
const TRANSFERS = wordsAndForms(
  `bring brings brought bringing take takes took taken taking lead leads led leading get gets got getting fly flies flew flown flying
  send sends sent sending leave leaves left leaving put puts putting bused bussed busing bussing drag dragged dragging`,
  'move carry truck ferry airlift transfer transport escort lift pluck winch pull haul hoist rush help guide clear land walk usher wheel',
);
/** By hand or rope, from danger. */
const RESCUES = wordsAndForms(
  'bring brought bringing take took taken taking get got drag dragged dragging',
  'carry lift pluck winch pull haul hoist help',
);

const RESCUED: Cue = { kind: 'verb', metric: 'other', measure: 'flow', term: null };
const RETURNED: Cue = { kind: 'verb', metric: 'returned', measure: 'flow', term: 'RETURNS' };

const HOSPITALS = set('hospital hospitals clinic clinics infirmary');
const CAPTIVE = set('hostage captive prisoner custody hostages captives prisoners');
const SAFETY = set(
  'safety safer shelter shelters higher hall halls centre centres center centers camp camps',
);
const LEAVES = set('off out from down ashore');
/** Words between the people and where they are brought: "140 people to the local hospital". */
const GOAL_REACH = 4;

/** "took 64 people off roofs", "moved 300 residents out of", "flew 12 men to hospital", "took 30 villagers hostage", "bused 200 home". */
export function byTransfer(words: readonly Word[], { from, to, noun }: Count): FoundCue | null {
  const verb = lowerAt(words, from - 1);
  if (!TRANSFERS.has(verb) || noun?.noun.unit === 'dwelling') return null;
  const cue =
    goalOf(words, behindMembers(words, to)) ?? (inCrisis(words) ? wayOf(words, to, verb) : undefined);
  return cue ? { cue, from: from - 1, to: from } : null;
}

/** Words of "including women and children". */
const MEMBERS_REACH = 5;

/** Behind "including women and children" in "took 87 people, including women and children, captive". */
function behindMembers(words: readonly Word[], to: number): number {
  const from = lowerAt(words, to) === ',' ? to + 1 : to;
  if (lowerAt(words, from) !== 'including') return to;
  for (let at = from + 1; at <= from + MEMBERS_REACH; at += 1) if (CAPTIVE.has(lowerAt(words, at))) return at;
  return to;
}

/** Told by where they are brought. */
function goalOf(words: readonly Word[], to: number): Cue | undefined {
  const lower = lowerAt(words, to);
  if (CAPTIVE.has(lower) || (lower === 'as' && CAPTIVE.has(lowerAt(words, to + 1))))
    return CUES.get('kidnapped');
  if (!/^(?:to|in|into)$/.test(lower)) return undefined;
  for (let at = to + 1; at < to + GOAL_REACH; at += 1) {
    const goal = lowerAt(words, at);
    if (HOSPITALS.has(goal)) return CUES.get('hospitalised');
    if (CAPTIVE.has(goal)) return CUES.get('detained');
    if (SAFETY.has(goal) && lower !== 'in') return CUES.get('evacuated');
  }
  return undefined;
}

/** Told by what they are brought out of. */
function wayOf(words: readonly Word[], to: number, verb: string): Cue | undefined {
  const lower = lowerAt(words, to);
  if (lower === 'home' || lower === 'back') return RETURNED;
  if (!LEAVES.has(lower)) return undefined;
  return RESCUES.has(verb) ? RESCUED : CUES.get('evacuated');
}
