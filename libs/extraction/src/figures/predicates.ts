import type { Metric } from '#domain';
import { isKind, lowerAt, type Word } from '../words/words.js';
import type { CountIndex } from './count-index.js';
import type { Count } from './counts.js';
import { BE, beginsObject, HAVE } from './function-words.js';
import type { FoundCue } from './movements.js';
import { CUES, WEAK_CUES } from './metric-cues.js';
import { endsClause } from './clause-end.js';
import { MAY_TELL, cueAt } from './cue-at.js';
import { WordList } from '../words/word-list.js';

/** How far a figure's own verb may stand behind it, in words. */
const REACH = 20;

/** A bare number must have its verb close by: "45 were killed". */
const BARE_REACH = 9;

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
export function cueAfter(words: readonly Word[], counts: CountIndex, count: Count): FoundCue | null {
  const reach = count.form === 'bare' ? BARE_REACH : REACH;
  const last = Math.min(words.length - 1, count.to + reach);
  const closing = closingDash(words, count);
  let linked = true;
  let fallback: FoundCue | null = null;
  for (let at = count.to; at <= last; at += 1) {
    const next = counts.get(at);
    if (next && !linked && !countsThings(words, next)) break;
    const skipped = next ? endOfCount(words, next) : asideEnd(words, at, closing);
    if (skipped >= 0) {
      at = skipped;
      continue;
    }
    const found = toldAt(words, at, count, counts);
    if (found && isMainVerb(words, found, count, fallback)) return found;
    fallback = stronger(words, fallback, found);
    if (endsScan(words, at, count)) break;
    linked &&= !isVerbal(words, at);
  }
  return fallback;
}

const stronger = (words: readonly Word[], first: FoundCue | null, next: FoundCue | null): FoundCue | null =>
  first && !(next && isWeak(words, first)) ? first : next;

/** "The victims - two students and a driver - died": the dash that closes what one opened right before the count; -1 where none does. */
function closingDash(words: readonly Word[], { from, to }: Count): number {
  if (!isDash(words[from - 1])) return -1;
  for (let at = to; at <= to + ASIDE && words[at]; at += 1) if (isDash(words[at])) return at;
  return -1;
}

/** "are in 424 evacuation centres": a number of things is no other subject. */
const countsThings = (words: readonly Word[], { form, noun, to }: Count): boolean =>
  noun?.unknown === true || (form === 'bare' && beginsObject(words[to]) && !isKind(words, to, MAY_TELL));

/** The last word of another count; of things only the number is passed by, for they may be camps. */
const endOfCount = (words: readonly Word[], next: Count): number =>
  (countsThings(words, next) ? next.number.to : next.to) - 1;

const isWeak = (words: readonly Word[], { from }: FoundCue): boolean => WEAK_CUES.has(lowerAt(words, from));

const toldAt = (words: readonly Word[], at: number, count: Count, counts: CountIndex): FoundCue | null =>
  isKind(words, at, MAY_TELL) ? cueAt(words, at, count, counts) : null;

/** Words between the dashes of "people in Norvale - one in three of them - rely". */
const ASIDE = 12;

/**
 * The last word of what is set apart by two dashes, or tells who said it; the dash that
 * closes what a count stands in; -1 where nothing of the kind is at word `at`.
 */
function asideEnd(words: readonly Word[], at: number, closing: number): number {
  if (at === closing) return at;
  if (lowerAt(words, at) === 'according') return sourceEnd(words, at);
  if (!isDash(words[at])) return -1;
  for (let end = at + 1; end <= at + ASIDE && words[end]; end += 1) if (isDash(words[end])) return end;
  return -1;
}

/** "according to a report released on Friday, ...": up to the comma or the end; what it tells of is the source. */
function sourceEnd(words: readonly Word[], at: number): number {
  for (let end = at + 1; end <= at + REACH; end += 1) if (lowerAt(words, end) === ',') return end;
  return at + REACH;
}

const isDash = (word: Word | undefined): boolean => word?.spaced === true && /^[—–-]$/.test(word.text);

function endsScan(words: readonly Word[], at: number, count: Count): boolean {
  return endsClause(words, at) || turnsAway(words, at, count) || isOfKin(words, at);
}

const KIN =
  /^(?:parents?|mothers?|fathers?|wi(?:fe|ves)|husbands?|families|family|relatives|sons?|daughters?|brothers?|sisters?)$/;

/** "two children whose parents could not be found": who is spoken of is not who was counted. */
const isOfKin = (words: readonly Word[], at: number): boolean =>
  lowerAt(words, at) === 'whose' && KIN.test(lowerAt(words, at + 1));

const RELATIVES = new WordList(['who', 'whose', 'which', 'that']);

/** Behind another noun a relative clause speaks of that noun: "12 pages about a dealer, who was arrested". */
function turnsAway(words: readonly Word[], at: number, count: Count): boolean {
  if (at <= count.to + 1 || !RELATIVES.at(words, at)) return false;
  // "1,900 households (9,500 people) who were ..."
  return !(words[count.to]?.text === '(' && words[at - 1]?.text === ')' && at <= count.to + BRACKET);
}

/** Words of a bracket that says the count in another unit. */
const BRACKET = 7;

/** The first cue is the one, but for a weak one and one of a relative clause, which wait for a better. */
function isMainVerb(
  words: readonly Word[],
  found: FoundCue,
  count: Count,
  fallback: FoundCue | null,
): boolean {
  const at = found.from;
  if (WEAK_CUES.has(lowerAt(words, at))) return false;
  const waiting = fallback !== null && !isWeak(words, fallback);
  if (waiting && isFinite(words, at)) return true;
  return !inRelative(words, count) && !(at === count.to && tellsPassing(words, at, found));
}

/** "27 miners trapped in a shaft had been rescued", "four men in custody have died": the finite verb tells what became of them. */
const tellsPassing = (words: readonly Word[], at: number, { cue }: FoundCue): boolean =>
  PASSING.has((CUES.get(lowerAt(words, at)) ?? cue).metric);

/** States that people leave again. */
const PASSING = new Set<string>(['affected', 'besieged', 'detained', 'displaced'] satisfies Metric[]);

/** "12 people who fled the town were killed": the verb of the main clause comes after that of the relative one. */
function inRelative(words: readonly Word[], count: Count): boolean {
  return ['who', 'that', 'which'].includes(lowerAt(words, count.to));
}

function isFinite(words: readonly Word[], at: number): boolean {
  const before = lowerAt(words, at - 1);
  if (BE.has(before) || lowerAt(words, at - 2) === 'have') return true;
  return CUES.get(lowerAt(words, at))?.kind === 'act' && !/^(?:and|or|,|to|had)$|ing$/.test(before);
}

/** Anything but a preposition's phrase between two counts breaks their common subject. */
function isVerbal(words: readonly Word[], at: number): boolean {
  const lower = lowerAt(words, at);
  if (LINKS.has(lower)) return false;
  return (
    BE.has(lower) ||
    HAVE.has(lower) ||
    CUES.has(lower) ||
    (/^(?:said|says|say|told)$|[a-z]ed$/.test(lower) && lower !== 'aged')
  );
}
