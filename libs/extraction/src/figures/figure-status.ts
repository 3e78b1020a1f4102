import type { FigureStatus, Metric } from '#domain';
import { monthOf } from '../dates/index.js';
import { WordList, wordList } from '../words/word-list.js';
import { isKind, lowerAt, wordKind, type Word } from '../words/words.js';
import type { Counted } from './counted.js';
import { BE, HAVE, isAdverb, MODALS } from './function-words.js';
import { CHANGES, REACHES } from './total-words.js';

const FEARED = wordList('feared presumed likely probably fear fears fearing');
const POSSIBLE = wordList('may might could');
const AHEAD = wordList('will would expected projected forecast predicted planned');
/** "The UN expects 900 people to flee": behind a figure they speak of another. */
const FORESEES = wordList(
  'expect expects predict predicts forecasts projects anticipate anticipates foresee foresees',
);
/** "plans to relocate 900": what somebody means to do. */
const MEANS = wordList(
  'plan plans planning intend intends intending aim aims aiming hope hopes hoping pledged promised vowed set poised about preparing scheduled',
);
/** "is sure to rise", "threatens to reach": nothing but what has yet to come is behind their "to". */
const LEADS_ON = wordList('bound sure certain destined tipped threatens threatened threatening course track');
/** They tell what is thought of now as often as what is to come: "estimated to number 40", "estimated to reach 40". */
const THOUGHT = wordList('estimated thought believed');

const NOT_REPORTED = wordKind(
  new Set([
    ...[FEARED, POSSIBLE, AHEAD, FORESEES, MEANS, LEADS_ON, THOUGHT].flatMap((list) => [...list]),
    'due',
  ]),
);

/** What a word says of a figure, and where it stands. */
export interface StatusWord {
  readonly status: FigureStatus;
  readonly at: number;
}

/**
 * The word that tells the status of a figure: feared to be so by now ("feared dead", "may have perished") or projected ("could reach",
 * "likely to flee"); null where nothing does, and it is simply reported. What is feared to come is projected.
 */
export function statusWord(words: readonly Word[], counted: Counted): StatusWord | null {
  const { count, at, rule } = counted;
  const cue = at ?? { from: count.from, to: 0 };
  const from = phraseStart(words, rule === 'figure/toll' ? Math.min(count.from, cue.from) : count.from);
  const to = Math.min(words.length, Math.max(count.to + 4, Math.min(cue.to, count.to + 8)));
  let feared: StatusWord | null = null;
  for (let i = from; i < to; i += 1) {
    if (i >= count.to && opensOtherClause(words, i)) break;
    const status = isKind(words, i, NOT_REPORTED) ? statusAt(words, i, counted) : null;
    if (!status) continue;
    if (i >= count.from || !FEARED.at(words, i) || status !== 'feared') return { status, at: i };
    feared ??= { status, at: i };
  }
  return feared;
}

function statusAt(words: readonly Word[], at: number, { count, cue }: Counted): FigureStatus | null {
  if (POSSIBLE.at(words, at))
    return saysPossible(words, at) ? possibility(lowerAt(words, at + 1), cue.metric) : null;
  const infinitive = infinitiveBehind(words, at);
  if (FEARED.at(words, at)) return infinitive === '' ? 'feared' : possibility(infinitive, cue.metric);
  if (lowerAt(words, at) === 'due') return infinitive === 'be' ? 'projected' : null;
  if (THOUGHT.at(words, at)) return isStep(infinitive) ? 'projected' : null;
  if (LEADS_ON.at(words, at)) return infinitive === '' ? null : possibility(infinitive, cue.metric);
  return liesAhead(words, at, count.from) ? 'projected' : null;
}

/** The verb of "likely to flee", "set to rise"; '' where no "to" follows. */
const infinitiveBehind = (words: readonly Word[], at: number): string =>
  lowerAt(words, at + 1) === 'to' ? lowerAt(words, at + 2) : '';

const isStep = (verb: string): boolean => verb !== 'stand' && (REACHES.has(verb) || CHANGES.has(verb));

function liesAhead(words: readonly Word[], at: number, count: number): boolean {
  if (MEANS.at(words, at)) return at < count && lowerAt(words, at + 1) === 'to' && at + 2 < count;
  return FORESEES.at(words, at) ? at < count : AHEAD.at(words, at) && lowerAt(words, at + 1) !== 'have';
}

/** "may", but neither "may not" nor the month. */
function saysPossible(words: readonly Word[], at: number): boolean {
  if (monthOf(words[at]) !== null) return false;
  return !['not', "n't"].includes(lowerAt(words, at + 1));
}

const FATES: ReadonlySet<Metric> = new Set(['killed', 'injured', 'missing', 'affected', 'homes_destroyed']);

/** "may have drowned" is feared, "may have been on board" only unsure, "could reach" or "could be forced to flee" lies ahead. */
function possibility(next: string, metric: Metric): FigureStatus {
  if (next === 'have') return FATES.has(metric) ? 'feared' : 'reported';
  return next === 'be' && FATES.has(metric) ? 'feared' : 'projected';
}

const CLAUSES = [
  'after',
  'because',
  'before',
  'when',
  'while',
  'since',
  'although',
  'though',
  'as',
  ';',
  'but',
];
const OTHER_CLAUSES = new WordList([...CLAUSES, 'which']);
const JOINTS = new WordList([...CLAUSES, 'and', ',']);

/** "killed 40 people after ...", "killed 40 people and could spread": another verb has the modal. */
function opensOtherClause(words: readonly Word[], at: number): boolean {
  if (OTHER_CLAUSES.at(words, at)) return true;
  const next = lowerAt(words, isAdverb(words[at + 1]) ? at + 2 : at + 1);
  return lowerAt(words, at) === 'and' && (MODALS.has(next) || BE.has(next) || HAVE.has(next));
}

/** How far left the words before a figure still speak of it: up to a joint, and no further than "fears that up to". */
function phraseStart(words: readonly Word[], at: number): number {
  let from = at;
  while (from > 0 && from > at - 5 && !JOINTS.at(words, from - 1)) from -= 1;
  return from;
}
