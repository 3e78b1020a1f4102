import type { Token } from '../text/document.js';
import { isQuotedAt, lowerAt, posAt, textAt } from '../text/token-at.js';
import { isFinite } from './finite-verb.js';
import { SUBJECT_PRONOUNS } from './noun-phrase.js';
import { wordList } from '../words/word-list.js';

/** A clause of its own opens here, and has a verb of its own. */
const OPENS_INNER = wordList('who whom whose which that where when while because although though if');
/** What else may open one: the verb behind it is not that of the sentence. */
const MAY_OPEN_INNER = wordList('after before since as until and but or than');
const STOP = /^[,;:.!?–—]$/;
/** Past forms that are participles too: of these "died in a cell" and "found in a river" cannot be told apart by form. */
const MAY_BE_PARTICIPLE =
  /(?:ed|en|wn|ught|built|found|held|sent|kept|left|made|lost|sold|paid|shot|hit|cut|set|put|hurt|led)$/;

/**
 * The verb of the sentence behind a clause that tells of its subject and that no comma closes: "died" in "a man accused of theft died",
 * "were" in "soldiers who looted the camp were arrested"; -1 where none stands there. `from`: behind the verb of the
 * clause itself.
 */
export function mainVerbBehind(tokens: readonly Token[], from: number, end: number): number {
  let inner = 0;
  for (let at = from; at < end && !STOP.test(textAt(tokens, at)); at++) {
    if (opensInner(tokens, at)) inner++;
    if (!startsVerbGroup(tokens, at)) continue;
    if (inner > 0) inner--;
    else if (mayBeMain(tokens, at)) return surerBehind(tokens, at, end);
  }
  return -1;
}

function opensInner(tokens: readonly Token[], at: number): boolean {
  if (OPENS_INNER.at(tokens, at)) return true;
  return SUBJECT_PRONOUNS.has(lowerAt(tokens, at)) && !OPENS_INNER.at(tokens, at - 1);
}

/** A finite verb that is no second part of one: "was" of "was arrested". */
function startsVerbGroup(tokens: readonly Token[], at: number): boolean {
  if (isQuotedAt(tokens, at) || !isFinite(tokens, at)) return false;
  const before = posAt(tokens, at - 1) === 'ADV' ? at - 2 : at - 1;
  return posAt(tokens, before) !== 'AUX' && !/^(?:having|being|getting)$/.test(lowerAt(tokens, before));
}

/** Behind the object of the clause, or its participle alone ("accused of stealing fled"); not "weapons found by the army". */
function mayBeMain(tokens: readonly Token[], at: number): boolean {
  if (lowerAt(tokens, at + 1) === 'by') return false;
  if (posAt(tokens, at) === 'AUX') return !/^(?:PART|CCONJ|SCONJ)$/.test(posAt(tokens, at - 1));
  const before = posAt(tokens, at - 1) === 'ADV' ? at - 2 : at - 1;
  if (/^(?:NOUN|PROPN|NUM|PRON)$/.test(posAt(tokens, before)) || isQuotedAt(tokens, before)) return true;
  return lowerAt(tokens, before).endsWith('ing') && MAY_BE_PARTICIPLE.test(lowerAt(tokens, at));
}

/** "beating a woman found in the river was": a form that may be a participle gives way to one behind it that is none. */
function surerBehind(tokens: readonly Token[], first: number, end: number): number {
  const hasObject = !/^(?:ADP|ADV)$/.test(posAt(tokens, first + 1));
  if (hasObject || posAt(tokens, first) === 'AUX' || !MAY_BE_PARTICIPLE.test(lowerAt(tokens, first)))
    return first;
  for (let at = first + 1; at < end && !STOP.test(textAt(tokens, at)); at++) {
    if (opensInner(tokens, at) || MAY_OPEN_INNER.at(tokens, at)) return first;
    if (startsVerbGroup(tokens, at) && !MAY_BE_PARTICIPLE.test(lowerAt(tokens, at))) return at;
  }
  return first;
}
