import { isCapital, lowerAt, type Word } from '../words/words.js';
import type { Count } from './counts.js';
import { beginsObject, BE, CLAUSE_OPENERS, HAVE, isAdverb } from './function-words.js';
import { CUES, DWELLING_CUES, phrasesFrom, type Cue } from './metric-cues.js';

/** A cue and the words it stands in. */
export interface FoundCue {
  readonly cue: Cue;
  readonly from: number;
  readonly to: number;
}

/** How far a figure's own verb may stand behind it, in words. */
const REACH = 28;
/** A bare number must have its verb close by: "45 were killed". */
const BARE_REACH = 9;

const LEAVE: Cue = { kind: 'act', metric: 'displaced', measure: 'flow', term: 'FORCED_TO_FLEE' };
const LINKS = new Set([
  ',',
  'and',
  'or',
  'including',
  'plus',
  'as',
  'well',
  '(',
  'among',
  'them',
  'mostly',
  'with',
]);

/**
 * The cue that says of a count, in its own clause and to its right, what happened to those counted. The scan ends at a word that
 * opens another clause and at the next count, unless both are subjects of one verb ("12 men and five women were killed").
 */
export function cueAfter(words: readonly Word[], counts: readonly Count[], index: number): FoundCue | null {
  const count = counts[index];
  if (!count) return null;
  const reach = count.form === 'bare' ? BARE_REACH : REACH;
  let at = count.form === 'state' ? count.to - 1 : count.to;
  let linked = true;
  while (at < words.length && at <= count.to + reach) {
    const next = counts.find((other) => other.from === at || other.number.from === at);
    if (next && next !== count) {
      if (!linked) return null;
      at = next.to;
      continue;
    }
    const found = cueAt(words, at, count);
    if (found) return found;
    if (endsClause(words, at)) return null;
    linked &&= LINKS.has(lowerAt(words, at)) || !isVerbal(words, at);
    at += 1;
  }
  return null;
}

/** Anything but a preposition's phrase between two counts breaks their common subject. */
function isVerbal(words: readonly Word[], at: number): boolean {
  const lower = lowerAt(words, at);
  return BE.has(lower) || HAVE.has(lower) || CUES.has(lower);
}

export function endsClause(words: readonly Word[], at: number): boolean {
  const word = words[at];
  if (!word) return true;
  if (word.kind === 'mark') return isStop(words, at);
  if (word.lower === 'as') return !CUES.has(lowerAt(words, at + 1)) && lowerAt(words, at + 1) !== 'well';
  return CLAUSE_OPENERS.has(word.lower);
}

function isStop(words: readonly Word[], at: number): boolean {
  const { text, spaced } = words[at] ?? { text: '', spaced: false };
  if (/^[;:?!…]$/.test(text)) return true;
  if (/^[—–-]$/.test(text)) return spaced;
  return text === '.' && isCapital(words[at + 1]) && (words[at - 1]?.text.length ?? 0) > 3;
}

/** The cue at word `at`, if the grammar around it lets it speak of the count before it. */
function cueAt(words: readonly Word[], at: number, count: Count): FoundCue | null {
  if (count.noun?.noun.unit === 'dwelling') return dwellingCue(words, at);
  const phrase = phrasesFrom(lowerAt(words, at)).find((candidate) =>
    candidate.words.every((part, index) => lowerAt(words, at + index) === part),
  );
  if (phrase) return { cue: phrase.cue, from: at, to: at + phrase.words.length };
  if (leaves(words, at)) return { cue: LEAVE, from: at, to: at + 1 };
  const cue = CUES.get(lowerAt(words, at));
  if (!cue || !speaksOfSubject(words, at, cue)) return null;
  return { cue, from: at, to: at + 1 };
}

function dwellingCue(words: readonly Word[], at: number): FoundCue | null {
  const cue = DWELLING_CUES.get(lowerAt(words, at));
  return cue && /(?:ed|nt)$|hit|swept/.test(lowerAt(words, at)) ? { cue, from: at, to: at + 1 } : null;
}

function speaksOfSubject(words: readonly Word[], at: number, cue: Cue): boolean {
  const lower = lowerAt(words, at);
  if (cue.kind === 'state') return !(lower === 'missing' && lowerAt(words, at - 1) === 'the');
  if (cue.kind === 'act')
    return !['the', 'those', 'people'].includes(lowerAt(words, at - 1)) || !lower.endsWith('ing');
  if (lower.endsWith('ing')) return false;
  const participle = /(?:ed|en|nt|slain|hurt|held)$/.test(lower) || lower === 'shot';
  if (!participle) return lower === 'evacuate' && !beginsObject(words[at + 1]);
  return isPassive(words, at);
}

/** "were killed", "have been killed", "killed in" (reduced); not "have killed 12", "killed the mayor". */
function isPassive(words: readonly Word[], at: number): boolean {
  let before = at - 1;
  while (before > at - 6 && (isAdverb(words[before]) || isCoordination(words, before))) before -= 1;
  const auxiliary = lowerAt(words, before);
  if (BE.has(auxiliary) || auxiliary === 'be') return true;
  if (beginsObject(words[at + 1])) return false;
  return !HAVE.has(auxiliary) || lowerAt(words, at) === 'evacuated';
}

/** "killed and" before "wounded": the auxiliary stands further left. */
function isCoordination(words: readonly Word[], at: number): boolean {
  const lower = lowerAt(words, at);
  return (
    ['and', 'or', 'to', 'as', 'not', 'being'].includes(lower) ||
    (CUES.get(lower)?.kind === 'verb' && lower.endsWith('ed'))
  );
}

/** "left" meaning went away: "left the town", "had left"; not "left 14 dead", "were left homeless". */
function leaves(words: readonly Word[], at: number): boolean {
  const lower = lowerAt(words, at);
  if (!['left', 'leave', 'leaving'].includes(lower)) return false;
  const before = lowerAt(words, at - 1);
  if (BE.has(before) || before === 'been') return false;
  const next = words[at + 1];
  if (!next || next.kind === 'number') return false;
  return lower === 'left' || !/^(?:people|many|some|dozens|hundreds|thousands)$/.test(next.lower);
}
