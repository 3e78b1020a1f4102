import { lowerAt, type Word } from '../words/words.js';
import { BE, CLAUSE_OPENERS, HAVE, MODALS } from './function-words.js';
import type { Counted } from './counted.js';
import { statusWord } from './figure-status.js';
import { set } from './frame.js';

/** Words before a figure and its verb that are searched for what leaves them open. */
const REACH = 16;

const DOUBTS = set(
  'doubt doubts doubted doubtful unlikely inconceivable impossible implausible disbelieve disbelieves disbelieved',
);
/** Behind them "that" opens what is true or said, and no relative clause. */
const TRUTH = set(
  'true certain clear known sure correct right possible likely probable fact case say said says believe believes believed think thinks thought know knows knew mean means meant confirm confirms confirmed',
);
const RELATIVE = set('who which whose where');
/** Marks that do not end a clause. */
const WITHIN = new Set('"“”‘’\'()');
/** "Why did 40 die?" takes their death as given. */
const TAKES_AS_GIVEN = set('who what when where why how which whose whom');
/** "Can the 40 go home?" */
const DEFINITE = set('the these those its their his her our');
const DO = set("do does did don't doesn't didn't");
/** They end a clause that is no question. */
const OTHER_STOPS = set('. ; : !');
/** Words behind a figure up to the question mark. */
const QUESTION_REACH = 40;

function isAuxiliary(lower: string): boolean {
  return BE.has(lower) || HAVE.has(lower) || MODALS.has(lower) || DO.has(lower);
}

/** Nobody says that it is so: "unclear whether 40 had died", "if 40 die", "doubts that 40 died", "Did 40 die?" */
export function isOpen(words: readonly Word[], counted: Counted): boolean {
  return isHypothetical(words, counted) || isAsked(words, counted);
}

function isHypothetical(words: readonly Word[], counted: Counted): boolean {
  const { count, at } = counted;
  if (isGiven(words, counted)) return false;
  const from = Math.min(count.from, at?.from ?? count.from);
  for (let i = from - 1; i >= Math.max(0, from - REACH); i -= 1) {
    const lower = lowerAt(words, i);
    if (lower === 'whether') return true;
    // "If the dam breaks 900 people could be displaced"
    if (lower === 'if') return statusWord(words, counted)?.status !== 'projected';
    if (lower === 'that') {
      if (DOUBTS.at(words, i - 1)) return true;
      if (!TRUTH.at(words, i - 1)) return false;
    } else if (leavesClause(words, i)) return false;
  }
  return false;
}

/** "whether the 40 people killed were soldiers": that they were killed is not what is asked. */
function isGiven(words: readonly Word[], { count, at }: Counted): boolean {
  return DEFINITE.at(words, count.from - 1) && (at === null || at.from <= count.to);
}

function leavesClause(words: readonly Word[], at: number): boolean {
  const word = words[at];
  if (!word || RELATIVE.holds(word) || CLAUSE_OPENERS.holds(word)) return true;
  return word.kind === 'mark' && !WITHIN.has(word.text);
}

/** A question that is answered by yes or no: "Did 40 people die?", "40 dead in a fire?" */
function isAsked(words: readonly Word[], { count }: Counted): boolean {
  const end = questionMark(words, count.to);
  if (end < 0 || DEFINITE.at(words, count.from - 1)) return false;
  const opening = clauseStart(words, count.from);
  if (opening < 0 || TAKES_AS_GIVEN.at(words, opening)) return false;
  if (isAuxiliary(lowerAt(words, opening)) && opening < count.from) return true;
  return !words.slice(count.to, end).some(({ kind, text }) => kind === 'mark' && !WITHIN.has(text));
}

/** The question mark that ends what goes on at `from`; -1 where none does. */
function questionMark(words: readonly Word[], from: number): number {
  for (let at = from; at < Math.min(words.length, from + QUESTION_REACH); at += 1) {
    if (lowerAt(words, at) === '?') return at;
    if (OTHER_STOPS.at(words, at)) return -1;
  }
  return -1;
}

/** The first word of the clause that a figure stands in; -1 where it stands in a relative one. */
function clauseStart(words: readonly Word[], from: number): number {
  let at = from;
  while (at > 0 && at > from - REACH && words[at - 1]?.kind !== 'mark') {
    const lower = lowerAt(words, at - 1);
    if (RELATIVE.has(lower) && at > 1 && words[at - 2]?.kind === 'word') return -1;
    if (lower === 'that' && !TRUTH.at(words, at - 2)) return -1;
    at -= 1;
  }
  return at;
}
