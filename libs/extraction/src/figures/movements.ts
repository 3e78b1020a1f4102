import { lowerAt, type Word } from '../words/words.js';
import { inCrisis, isMigration } from './cause.js';
import type { Count } from './counts.js';
import { BE } from './function-words.js';
import { wordList } from '../words/word-list.js';
import type { Cue } from './cue.js';

/** A cue and the words it stands in. */
export interface FoundCue {
  readonly cue: Cue;
  readonly from: number;
  readonly to: number;
}

const HOME: Cue = { kind: 'act', metric: 'returned', measure: 'flow', term: 'RETURNS' };
const ABROAD: Cue = { kind: 'act', metric: 'refugees', measure: 'flow', term: 'REFUGEE' };
const ARRIVES = wordList(
  `arrive arrives arrived arriving land lands landed landing disembark disembarks disembarked disembarking
  reach reaches reached reaching enter enters entered entering gone came come made`,
);
const CROSSES = wordList(
  'cross crosses crossed crossing passes passed passing pours poured pouring streams streamed streaming',
);
const LEADS_ACROSS = /^(?:borders?|the|its|their|our|into|to|at|from|over|on|through|in|since|,|\.|)$/;

/** "crossed at Zarek", "have reached our shores": over a border where the sentence speaks of one, of refugees or of migrants. */
function goesAbroad(words: readonly Word[], at: number): boolean {
  const lower = lowerAt(words, at);
  // "people trying to reach Northland have drowned"
  if (lowerAt(words, at - 1) === 'to') return false;
  if (CROSSES.at(words, at)) return LEADS_ACROSS.test(lowerAt(words, at + 1)) && isMigration(words);
  if (!ARRIVES.at(words, at) || !isMigration(words)) return false;
  if (words.slice(at + 1, at + 4).some((word) => NOT_FOR_REFUGE.test(word.lower))) return false;
  if (lower === 'gone') return lowerAt(words, at + 1) === 'on' && lowerAt(words, at + 2) === 'to';
  if (lower === 'made') return lowerAt(words, at + 1) === 'it' && !leadsToCamp(words, at + 2);
  return !/^(?:back|home|of|after|as)$/.test(lowerAt(words, at + 1));
}

/** What people go to a camp or a centre for who flee from nothing: "reached the base camp". */
const NOT_FOR_REFUGE =
  /^(?:base|boot|summer|winter|holiday|training|army|military|mining|labou?r|shopping|sports?|visitors?)$/;

/** "made it to the camps" tells of no border. */
const leadsToCamp = (words: readonly Word[], from: number): boolean =>
  words.slice(from, from + 4).some(({ lower }) => /^(?:camps?|shelters?|cent(?:re|er)s?)$/.test(lower));

const TAKEN: Cue = { kind: 'verb', metric: 'detained', measure: 'flow', term: 'DETAINED' };
const LED = wordList('taken marched herded driven led');
const WILDS = /^(?:forest|forests|bush|jungle|woods|hills|mountains|desert)$/;

/** "were taken into the forest", "were marched into the hills": by force, for nobody is rescued there. */
function isTakenAway(words: readonly Word[], at: number): boolean {
  if (!LED.at(words, at) || !BE.at(words, at - 1)) return false;
  return /^(?:into|to)$/.test(lowerAt(words, at + 1)) && WILDS.test(lowerAt(words, at + 3));
}

const PRESENT: Cue = { kind: 'state', metric: 'other', measure: 'stock', term: null };
const INSIDE = /^(?:in|inside|on|at)$/;

/** "300 people were in the building at the time", "there were 203 people in the mine when it blew up": who was there when it happened. */
export function isPresent(words: readonly Word[], { to, from, number }: Count): FoundCue | null {
  const there = BE.has(lowerAt(words, from - 1)) && /^there$/.test(lowerAt(words, from - 2));
  const at = BE.has(lowerAt(words, to)) && !there ? to + 1 : to;
  if ((!there && at === to) || number.value === 1 || !INSIDE.test(lowerAt(words, at))) return null;
  for (let i = at + 2; i < at + PRESENT_REACH; i += 1) {
    const atTheTime = lowerAt(words, i) === 'time' && lowerAt(words, i - 2) === 'at';
    if (lowerAt(words, i) === 'when' || atTheTime) return { cue: PRESENT, from: at, to: at + 1 };
  }
  return null;
}

/** Words from "in" to "when": "in the Easttown coal mine when". */
const PRESENT_REACH = 10;

const GOES = wordList('go goes went going gone come comes came coming');
const BACK = wordList('home back');

/** "Thousands go home", "came back to the town": in war and disaster, not after a match. */
function goesBack(words: readonly Word[], at: number): boolean {
  return GOES.at(words, at) && BACK.at(words, at + 1) && (inCrisis(words) || isMigration(words));
}

const TO_CAMP: Cue = { kind: 'act', metric: 'displaced', measure: 'flow', term: 'FORCED_TO_FLEE' };
const ABROAD_WORDS =
  /^(?:refugees?|migrants?|asylum|asylum-seekers|immigrants?|borders?|frontier|shores|boats|neighbou?ring)$/;

/** "reached the camp at Zarek", where nothing speaks of a border. */
const reachesCamp = (words: readonly Word[], at: number): boolean =>
  /^(?:reach|arriv)/.test(lowerAt(words, at)) &&
  leadsToCamp(words, at + 1) &&
  !words.some(({ lower }) => ABROAD_WORDS.test(lower));

/** Somebody goes over a border, to a camp, back home or is led off at word `at`. */
export function movementAt(words: readonly Word[], at: number): FoundCue | null {
  if (reachesCamp(words, at) && goesAbroad(words, at)) return { cue: TO_CAMP, from: at, to: at + 1 };
  if (goesAbroad(words, at)) return { cue: ABROAD, from: at, to: at + 1 };
  if (goesBack(words, at)) return { cue: HOME, from: at, to: at + 2 };
  return isTakenAway(words, at) ? { cue: TAKEN, from: at, to: at + 1 } : null;
}
