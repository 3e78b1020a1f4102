import type { Sentence, Token } from '../text/document.js';
import { lowerAt, posAt } from '../text/token-at.js';
import type { CueEntry } from './cue-lexicon.js';
import { phraseEndingAt, phraseStartingAt, type Phrase } from './noun-phrase.js';
import { subjectBefore } from './subjects.js';
import { wordList } from '../words/word-list.js';

/** Forces of nature, failures of machines and what befalls an economy: they have no will, and nobody accuses them. */
const WITHOUT_WILL =
  wordList(`weather rain rains rainfall downpour downpours storm storms thunderstorm thunderstorms wind winds gust gusts
  snow snowfall snowstorm ice frost cold fog mist haze smoke dust hail heat heatwave humidity temperature temperatures drought flood floods
  flooding floodwater floodwaters tide tides wave waves current currents swell sea seas hurricane cyclone typhoon tornado monsoon lightning
  earthquake quake tremor aftershock landslide mudslide avalanche eruption volcano climate warming season darkness visibility terrain
  virus bacteria disease infection outbreak epidemic pandemic fire fires wildfire wildfires
  fault faults failure failures malfunction glitch glitches bug error errors outage outages blackout circuit leak leaks spark sparks
  brakes brake engine engines wiring battery batteries fatigue speed traffic congestion delay delays shortage shortages
  inflation recession prices price costs cost demand rates crisis slowdown downturn`);
const ONESELF = wordList('himself herself itself themselves myself ourselves');
/** Tokens between "blamed" and "on". */
const MAX_OBJECT = 14;

/** "suspected of theft" is an accusation, "suspects that" a guess. */
const SUSPECTED_OF: CueEntry = {
  lemma: 'suspect',
  frames: 'o',
  prepositions: [],
  act: 'accuses',
  distancing: true,
};
/** "blamed the rain" gives a cause. */
const GIVES_CAUSE: CueEntry = {
  lemma: 'blame',
  frames: 'no',
  prepositions: [],
  act: 'asserts',
  distancing: false,
};
/** "blamed himself" admits. */
const BLAMES_ONESELF: CueEntry = { ...GIVES_CAUSE, act: 'acknowledges' };

/** What a cue means here, where the words beside its verb decide whether it accuses. */
export function senseOf(
  tokens: readonly Token[],
  verb: number,
  entry: CueEntry,
  sentence: Sentence,
): CueEntry {
  if (entry.lemma === 'suspect') return isSuspicion(tokens, verb) ? SUSPECTED_OF : entry;
  if (entry.act !== 'accuses' || entry.lemma !== 'blame') return entry;
  const blamed = blamedBy(tokens, verb, sentence);
  if (!blamed) return entry;
  if (ONESELF.at(tokens, blamed.end - 1)) return BLAMES_ONESELF;
  return hasNoWill(tokens, blamed) ? GIVES_CAUSE : entry;
}

/** "suspected of theft", "suspected by the police of theft" */
function isSuspicion(tokens: readonly Token[], verb: number): boolean {
  return lowerAt(tokens, verb) === 'suspected' && /^(?:of|by)$/.test(lowerAt(tokens, verb + 1));
}

/** What takes the blame: behind the verb, behind "on", or before a passive. */
function blamedBy(tokens: readonly Token[], verb: number, sentence: Sentence): Phrase | null {
  const { firstToken, endToken } = sentence;
  for (let at = verb + 1; at < Math.min(endToken, verb + MAX_OBJECT); at++) {
    if (/^(?:VERB|AUX)$/.test(posAt(tokens, at)) || /^(?:for|,)$/.test(lowerAt(tokens, at))) break;
    if (lowerAt(tokens, at) === 'on') return phraseStartingAt(tokens, at + 1, endToken);
  }
  let first = verb;
  while (first > firstToken && /^(?:AUX|ADV|PART)$/.test(posAt(tokens, first - 1))) first--;
  const isPassive = /^(?:is|are|was|were|be|been|being)$/.test(lowerAt(tokens, verb - 1));
  if (isPassive) return subjectBefore(tokens, first, sentence)?.phrase ?? null;
  if (lowerAt(tokens, verb + 1) === 'for') return phraseEndingAt(tokens, verb - 1, firstToken);
  return ONESELF.at(tokens, verb + 1)
    ? { first: verb + 1, end: verb + 2 }
    : phraseStartingAt(tokens, verb + 1, endToken);
}

/** The noun of the phrase, before what is joined to it: "heavy rain in the hills". */
function hasNoWill(tokens: readonly Token[], { first, end }: Phrase): boolean {
  let head = first;
  while (head + 1 < end && !/^(?:ADP|CCONJ)$/.test(posAt(tokens, head + 1))) head++;
  return WITHOUT_WILL.at(tokens, head);
}
