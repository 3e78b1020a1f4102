import { lowerAt, type Word } from '../words/words.js';
import { inCrisis } from './cause.js';
import type { Count } from './counts.js';
import type { Cue } from './cue.js';
import { CUES } from './metric-cues.js';
import { phrasesFrom } from './cue-phrases.js';
import type { FoundCue } from './movements.js';
import { WordList, wordList } from '../words/word-list.js';

const RESCUED: Cue = { kind: 'verb', metric: 'other', measure: 'flow', term: null };
const SHELTERED: Cue = { kind: 'verb', metric: 'displaced', measure: 'stock', term: 'SHELTERED' };
const ORDERED_OUT: Cue = { kind: 'verb', metric: 'evacuated', measure: 'flow', term: 'EVACUATED' };
const WENT_HOME: Cue = { kind: 'act', metric: 'returned', measure: 'flow', term: 'RETURNS' };

/** Verb and particle before a number, by the particle: "picked up 118 survivors", "rounded up 87 teachers". */
const PARTICLES: ReadonlyMap<string, readonly (readonly [RegExp, string | Cue])[]> = new Map<
  string,
  readonly (readonly [RegExp, string | Cue])[]
>([
  [
    'up',
    [
      [/^(?:pick(?:s|ed|ing)|pick)$/, RESCUED],
      [/^(?:round(?:s|ed|ing)|round|swept|sweeping)$/, 'rounded'],
    ],
  ],
  [
    'out',
    [
      [/^(?:pull(?:s|ed|ing)|pull|fish(?:ed|ing)|dug|digging)$/, RESCUED],
      [
        /^(?:bus(?:s?ed|s?ing)|airlift(?:ed|ing)|move[sd]?|moving|flown|flew|carr(?:y|ies|ied|ying))$/,
        'evacuated',
      ],
    ],
  ],
  ['in', [[/^(?:tak(?:e|es|en|ing)|took)$/, SHELTERED]]],
  [
    'away',
    [
      [/^(?:tak(?:e|es|en|ing)|took|dragg(?:ed|ing)|led|leading)$/, 'detained'],
      [/^(?:sw(?:ept|eeps?|eeping)|wash(?:es|ed|ing))$/, 'killed'],
    ],
  ],
  ['off', [[/^(?:carr(?:y|ies|ied|ying)|sw(?:ept|eeping))$/, 'killed']]],
  ['for', [[/^(?:search(?:es|ed|ing)?|comb(?:s|ed|ing))$/, 'missing']]],
  ['down', [[/^(?:gun(?:s|ned|ning)|mow(?:s|ed|ing|n))$/, 'killed']]],
]);

/** "took in 500 families": the verb's particle stands between it and the number. */
export function byParticle(words: readonly Word[], at: number): FoundCue | null {
  const verb = lowerAt(words, at - 1);
  const row = PARTICLES.get(lowerAt(words, at))?.find(([pattern]) => pattern.test(verb));
  const cue = typeof row?.[1] === 'string' ? CUES.get(row[1]) : row?.[1];
  return cue ? { cue, from: at - 1, to: at + 1 } : null;
}

const ORDERS =
  /^(?:order(?:s|ed|ing)?|tell(?:s|ing)?|told|ask(?:s|ed|ing)?|urg(?:e|es|ed|ing)|instruct(?:s|ed|ing)?|advis(?:e|es|ed|ing)|warn(?:s|ed|ing)?)$/;
const ALLOWS = /^(?:allow(?:s|ed|ing)?|permit(?:s|ted|ting)?)$/;
const GOES_OUT = new Set(['leave', 'evacuate', 'flee', 'get']);
/** Words between those ordered and "to leave": "900 families living below the slope to leave". */
const ORDER_REACH = 9;

/** "ordered 900 families to leave", "allowed 300 residents to return". */
export function byOrder(words: readonly Word[], { from, to }: Count): FoundCue | null {
  const verb = lowerAt(words, from - 1);
  const allows = ALLOWS.test(verb);
  if (!allows && !ORDERS.test(verb)) return null;
  // "order 6,500 out as ..."
  if (!allows && lowerAt(words, to) === 'out') return { cue: ORDERED_OUT, from: from - 1, to: from };
  for (let at = to; at < to + ORDER_REACH; at += 1) {
    if (lowerAt(words, at) !== 'to') continue;
    const act = lowerAt(words, at + 1);
    if (allows && (act === 'return' || (act === 'go' && lowerAt(words, at + 2) === 'home')))
      return { cue: WENT_HOME, from: at + 1, to: at + 2 };
    if (GOES_OUT.has(act)) return { cue: ORDERED_OUT, from: from - 1, to: from };
  }
  return null;
}

const KEEPS = wordList('keep keeps keeping kept leaves leaving left');
const SHUT_OUT: Cue = { kind: 'verb', metric: 'affected', measure: 'stock', term: 'AFFECTED' };

/** "keeping some 46,000 pupils at home", "left 900 children out of school" */
export function byClosure(words: readonly Word[], { from, to }: Count): FoundCue | null {
  // "a slide cut 40 people off"
  if (/^cut(?:s|ting)?$/.test(lowerAt(words, from - 1)) && lowerAt(words, to) === 'off')
    return { cue: SHUT_OUT, from: from - 1, to: from };
  if (!KEEPS.at(words, from - 1)) return null;
  const [first, second, third] = [lowerAt(words, to), lowerAt(words, to + 1), lowerAt(words, to + 2)];
  if (sleepsOut(first, third) && inCrisis(words)) return { cue: SHELTERED, from: from - 1, to: from };
  const isShut =
    (first === 'at' && second === 'home') ||
    first === 'indoors' ||
    (first === 'out' && /^(?:school|class)/.test(third));
  return isShut ? { cue: SHUT_OUT, from: from - 1, to: from } : null;
}

/** "outdoors", "in the open": where those sleep who dare not go home. */
function sleepsOut(first: string, third: string): boolean {
  return /^out(?:doors|side)$/.test(first) || (first === 'in' && third === 'open');
}

const HAS = wordList('has had have having with carry carries carried carrying');
const ABOARD = new WordList(['on', 'aboard', 'onboard']);

/** "had at least 320 on board", "with 85 aboard". */
export function byVessel(words: readonly Word[], { from, to, form }: Count): FoundCue | null {
  if (form !== 'bare' || !HAS.at(words, from - 1) || !ABOARD.at(words, to)) return null;
  const phrase = phrasesFrom(lowerAt(words, to)).find(({ words: all }) =>
    all.every((part, i) => lowerAt(words, to + i) === part),
  );
  const cue = phrase?.cue ?? CUES.get(lowerAt(words, to));
  return cue ? { cue, from: to, to: to + (phrase?.words.length ?? 1) } : null;
}
