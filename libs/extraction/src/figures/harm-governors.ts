import { lowerAt, type Word } from '../words/words.js';
import type { Count } from './counts.js';
import type { Cue } from './cue.js';
import { DESTROYED, REMAINS } from './dwelling-frames.js';
import { set } from './frame.js';
import { UTILITIES } from './harm-frames.js';
import { inCrisis } from './cause.js';
import { BE, isAdverb } from './function-words.js';
import { DEPRIVES } from './fate-verbs.js';
import { wordsAndForms } from './verb-forms.js';
import { CUES } from './metric-cues.js';
import type { FoundCue } from './movements.js';

const CARES = /^(?:treat(?:s|ed|ing)?|admit(?:s|ted|ting)?|receiv(?:e|es|ed|ing)|hospitali[sz](?:es|ing))$/;
const CARERS =
  /^(?:hospitals?|clinics?|doctors?|medics?|nurses?|paramedics?|ambulances?|surgeons?|health|wards?|infirmary|emergency|medical)$/;
/** Words between "the hospital in Easttown" and "treated". */
const CARER_REACH = 9;

/** "The hospital treated 23 people", "clinics admitted 400 children", "teams of medics attended to 38 patients". */
function byCare(words: readonly Word[], { from, noun }: Count): FoundCue | null {
  const attends = lowerAt(words, from - 1) === 'to' && /^attend(?:s|ed|ing)?$/.test(lowerAt(words, from - 2));
  const at = attends ? from - 2 : from - 1;
  if ((!attends && !CARES.test(lowerAt(words, at))) || noun?.noun.unit === 'dwelling') return null;
  for (let i = at - 1; i >= Math.max(0, at - CARER_REACH); i -= 1) {
    const cue = CARERS.test(lowerAt(words, i)) ? CUES.get('hospitalised') : undefined;
    if (cue) return { cue, from: at, to: from };
  }
  return null;
}

const TAKES_LIVES = /^(?:claim(?:s|ed|ing)?|t(?:ake|akes|aken|aking|ook)|cost(?:s|ing)?|end(?:s|ed|ing)?)$/;

/** "claimed the lives of 31 migrants", "cost 28 people their lives"; not "changed the lives of 40 families". */
function byLives(words: readonly Word[], { from, to }: Count): FoundCue | null {
  const cue = CUES.get('killed');
  if (!cue) return null;
  if (/^cost(?:s|ing)?$/.test(lowerAt(words, from - 1)))
    return /^(?:lives|life)$/.test(lowerAt(words, to + 1)) ? { cue, from: from - 1, to: from } : null;
  if (lowerAt(words, from - 1) !== 'of' || lowerAt(words, from - 2) !== 'lives') return null;
  const verb = lowerAt(words, from - 3) === 'the' ? from - 4 : from - 3;
  return TAKES_LIVES.test(lowerAt(words, verb)) ? { cue, from: verb, to: from - 1 } : null;
}

const LIMBS = /^(?:legs?|limbs?|arms?|feet|hands?|sight|eyes?)$/;

/** "costing two passers-by their legs" */
function byLimbs(words: readonly Word[], { from, to }: Count): FoundCue | null {
  if (!/^cost(?:s|ing)?$/.test(lowerAt(words, from - 1)) || !LIMBS.test(lowerAt(words, to + 1))) return null;
  const cue = CUES.get('maimed');
  return cue ? { cue, from: from - 1, to: from } : null;
}

/** Words of "put their losses in the fighting at". */
const LOSSES_REACH = 6;

/** "losses of 40 men", "put its losses at 200": in war; a firm's losses are money. */
function byLosses(words: readonly Word[], { from, form, noun }: Count): FoundCue | null {
  if (!/^(?:of|at|to)$/.test(lowerAt(words, from - 1)) || (form !== 'bare' && !noun) || !inCrisis(words))
    return null;
  const cue = CUES.get('killed');
  for (let at = from - 2; at >= Math.max(0, from - LOSSES_REACH); at -= 1)
    if (lowerAt(words, at) === 'losses') return cue ? { cue, from: at, to: from } : null;
  return null;
}

const FADES = /^(?:fad(?:e|es|ed|ing)|dwindl(?:e|es|ed|ing)|slim|slender|gone|lost|little|dim(?:med|ming)?)$/;
/** Words between "hope" and "for". */
const HOPE_REACH = 5;

/** "Hope is fading for some 80 others" */
function byHope(words: readonly Word[], { from }: Count): FoundCue | null {
  if (lowerAt(words, from - 1) !== 'for') return null;
  let fades = false;
  for (let at = from - 2; at >= Math.max(0, from - 2 - HOPE_REACH); at -= 1) {
    fades ||= FADES.test(lowerAt(words, at));
    const cue = fades && /^hopes?$/.test(lowerAt(words, at)) ? CUES.get('missing') : undefined;
    if (cue) return { cue, from: at, to: from };
  }
  return null;
}

const BURIALS = /^(?:funerals?|burials?|coffins?|graves?|cremations?|remains)$/;

/** "Funerals for 12 pupils", "the coffins of two brothers" */
function byBurial(words: readonly Word[], { from }: Count): FoundCue | null {
  if (!/^(?:for|of)$/.test(lowerAt(words, from - 1)) || !BURIALS.test(lowerAt(words, from - 2))) return null;
  const cue = CUES.get('dead');
  return cue ? { cue, from: from - 2, to: from - 1 } : null;
}

const HOME = /^(?:roofs?|homes?|houses?|shelter)$/;

/** "stripping nearly 200,000 of the roof over their heads" */
function byDeprivation(words: readonly Word[], { from, to }: Count): FoundCue | null {
  if (!DEPRIVES.has(lowerAt(words, from - 1)) || lowerAt(words, to) !== 'of') return null;
  const cue = [1, 2, 3].some((step) => HOME.test(lowerAt(words, to + step)))
    ? CUES.get('homeless')
    : undefined;
  return cue ? { cue, from: from - 1, to: from } : null;
}

const CUT_OFF: Cue = { kind: 'state', metric: 'affected', measure: 'stock', term: 'AFFECTED' };
/** What people are supplied with or served by. */
const SUPPLY = set(
  `${UTILITIES} water rations ration classes lessons services aid assistance deliveries vaccinations`,
);
const FAILS = set(
  'failed fails knocked knocking interrupted disrupted cut cuts cutting lost halved suspended suspending halted stopped reduced closed',
);
const PUTS_OUT =
  /^(?:t(?:ake|akes|aken|aking|ook)|go(?:es|ne|ing)?|went|shut|switched|turned|br(?:ing|ings|inging|ought))$/;
const RETURNS = set('restored restoring returned back reconnected resumed');
const SUPPLIED: Cue = { kind: 'verb', metric: 'other', measure: 'flow', term: null };
/** Words between the supply and those it reaches or fails, and from them to the verb behind. */
const SUPPLY_REACH = 8;
/** Words from the nearer of the two to those who are reached. */
const NEAR = 3;

/** "Power is out to 9,800 households", "knocked out electricity for 40,000 people", "rations for 900 will be cut", "restored to 300 homes". */
function bySupply(words: readonly Word[], { from, to }: Count): FoundCue | null {
  if (!/^(?:to|for|in)$/.test(lowerAt(words, from - 1))) return null;
  const supply = lastBefore(words, from - 1, (at) => SUPPLY.has(lowerAt(words, at)));
  if (supply < 0) return null;
  const told = (at: number, cue: Cue): FoundCue | null => {
    const last = Math.max(supply, at);
    if (at < 0 || from - 1 - last > NEAR || supply - at > NEAR) return null;
    return { cue, from: Math.min(supply, at), to: last + 1 };
  };
  const fails = lastBefore(words, from - 1, (at) => isFailing(words, at));
  const returns = lastBefore(words, from - 1, (at) => RETURNS.has(lowerAt(words, at)));
  const behind = from - 1 - supply <= NEAR ? failsBehind(words, to) : null;
  return told(fails, CUT_OFF) ?? told(returns, SUPPLIED) ?? behind;
}

/** The nearest word before `end`, in its clause, that is so; -1 where none is. */
function lastBefore(words: readonly Word[], end: number, isSo: (at: number) => boolean): number {
  for (let at = end - 1; at >= Math.max(0, end - SUPPLY_REACH) && words[at]?.kind !== 'mark'; at -= 1)
    if (isSo(at)) return at;
  return -1;
}

/** "is out", "knocked out"; agencies that "reached out" fail nobody. */
function isFailing(words: readonly Word[], at: number): boolean {
  if (FAILS.has(lowerAt(words, at))) return true;
  if (!/^(?:out|off|down)$/.test(lowerAt(words, at))) return false;
  return BE.has(lowerAt(words, at - 1)) || isAdverb(words[at - 1]) || PUTS_OUT.test(lowerAt(words, at - 1));
}

function failsBehind(words: readonly Word[], to: number): FoundCue | null {
  for (let at = to; at < to + SUPPLY_REACH && words[at]?.kind !== 'mark'; at += 1)
    if (isFailing(words, at)) return { cue: CUT_OFF, from: at, to: at + 1 };
  return null;
}

/** "Among the victims were 11 pupils", "the fatalities include four children": only of the dead is it said so. */
function amongVictims(words: readonly Word[], { from }: Count): FoundCue | null {
  if (!/^(?:were|are|was|include|includes|included)$/.test(lowerAt(words, from - 1))) return null;
  const [lower, before] = [lowerAt(words, from - 2), lowerAt(words, from - 3)];
  const alive = lower === 'survivors' ? CUES.get('survived') : undefined;
  if (alive) return { cue: alive, from: from - 2, to: from - 1 };
  const cue = /^(?:victims|fatalities)$/.test(lower) && before === 'the' ? CUES.get('killed') : undefined;
  return cue ? { cue, from: from - 2, to: from - 1 } : null;
}

const RUINS = wordsAndForms('burnt blew blown ground', 'reduce turn burn pound bomb shell blast smash');

/** "reduced 640 dwellings to ashes" */
function byRuin(words: readonly Word[], { from, to, noun }: Count): FoundCue | null {
  if (noun?.noun.unit !== 'dwelling' || !RUINS.has(lowerAt(words, from - 1))) return null;
  const cue =
    /^(?:to|into)$/.test(lowerAt(words, to)) && REMAINS.has(lowerAt(words, to + 1)) ? DESTROYED : undefined;
  return cue ? { cue, from: from - 1, to: from } : null;
}

/** The words before a count that tell what harm came to those counted, or who cares for them. */
export const HARM_GOVERNORS: readonly ((words: readonly Word[], count: Count) => FoundCue | null)[] = [
  byLives,
  byLimbs,
  byCare,
  byLosses,
  bySupply,
  byHope,
  byBurial,
  byDeprivation,
  byRuin,
  amongVictims,
];
