import type { IdmcTerm, Measure, Metric } from '#domain';
import type { Cue, CueKind } from './metric-cues.js';

type Row = readonly [CueKind, Metric, Measure, IdmcTerm | null, string];

/** Two or more words that together are one cue; the first that begins at a word wins. */
const ROWS: readonly Row[] = [
  ['state', 'evacuated', 'flow', 'EVACUATED', `to safety`],
  ['act', 'displaced', 'flow', 'HOMELESS', `lost their homes`],
  ['state', 'displaced', 'stock', 'IN_RELIEF_CAMP', `in camps, in relief camps, in displacement`],
  ['act', 'displaced', 'stock', 'SHELTERED', `taken shelter, taken refuge`],
  ['verb', 'evacuated', 'flow', 'RELOCATED', `moved to safer`],
  ['verb', 'injured', 'stock', 'INJURED', `being treated, treated in hospital`],
  ['state', 'besieged', 'stock', 'BESIEGED', `under siege`],
  ['verb', 'detained', 'stock', 'DETAINED', `held hostage, held captive`],
  ['act', 'other', 'stock', null, `packed on, packed onto`],
  ['verb', 'returned', 'flow', 'RETURNS', `allowed home, allowed back`],
];

interface Phrase {
  readonly words: readonly string[];
  readonly cue: Cue;
}

const PHRASES_BY_FIRST: ReadonlyMap<string, readonly Phrase[]> = group();

function group(): Map<string, Phrase[]> {
  const groups = new Map<string, Phrase[]>();
  for (const [kind, metric, measure, term, phrases] of ROWS) {
    for (const phrase of phrases.split(/,\s+/)) {
      const words = phrase.split(' ');
      const first = words[0] ?? '';
      groups.set(first, [...(groups.get(first) ?? []), { words, cue: { kind, metric, measure, term } }]);
    }
  }
  // "fled across the border" before "fled": the longest phrase of a word is asked for first.
  for (const [first, all] of groups)
    groups.set(
      first,
      all.toSorted((a, b) => b.words.length - a.words.length),
    );
  return groups;
}

/** The phrases that begin with a word, longest first. */
export function phrasesFrom(first: string): readonly Phrase[] {
  return PHRASES_BY_FIRST.get(first) ?? [];
}
