import type { CueKind, TextRange } from '#domain';
import type { CueRange, FigureMention, Source } from '../extraction.js';

export const cueOf = (kind: CueKind, range: TextRange | null): CueRange[] => (range ? [{ kind, range }] : []);

/** Who is named as a source, and by which verb. */
export const sourceCues = (attribution: readonly Source[]): CueRange[] =>
  attribution.flatMap(({ range, verbRange }) => [...cueOf('speaker', range), ...cueOf('verb', verbRange)]);

export const placeCues = (places: FigureMention['places']): CueRange[] =>
  places.flatMap(({ range }) => cueOf('place', range));

/** In text order, each stretch of words once a kind. */
export function inTextOrder(cues: readonly CueRange[]): CueRange[] {
  const taken = new Set<string>();
  return cues
    .filter(({ kind, range: { start, end } }) => {
      const key = `${kind} ${start} ${end}`;
      if (start >= end || taken.has(key)) return false;
      taken.add(key);
      return true;
    })
    .sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
}
