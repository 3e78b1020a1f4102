import type { CueKind, TextRange } from '#domain';
import type { CueRange, FigureMention, Source } from '../extraction.js';

/** Adds where a cue stands, if it stands anywhere. */
export function addCue(cues: CueRange[], kind: CueKind, range: TextRange | null): void {
  if (range) cues.push({ kind, range });
}

/** Adds who is named as a source, and by which verb. */
export function addSources(cues: CueRange[], attribution: readonly Source[]): void {
  for (const { range, verbRange } of attribution) {
    addCue(cues, 'speaker', range);
    addCue(cues, 'verb', verbRange);
  }
}

export function addPlaces(cues: CueRange[], places: FigureMention['places']): void {
  for (const { range } of places) addCue(cues, 'place', range);
}

/** In text order, each stretch of words once a kind; a cue has few, so each goes to its place as it comes. */
export function inTextOrder(cues: readonly CueRange[]): CueRange[] {
  const ordered: CueRange[] = [];
  for (const cue of cues) {
    const { start, end } = cue.range;
    const at = start < end ? placeOf(ordered, cue) : -1;
    if (at < 0) continue;
    ordered.push(cue);
    for (let i = ordered.length - 1; i > at; i--) ordered[i] = ordered[i - 1] ?? cue;
    ordered[at] = cue;
  }
  return ordered;
}

/** Behind all that stand before it or in the same place; -1 where it is there already. */
function placeOf(ordered: readonly CueRange[], { kind, range: { start, end } }: CueRange): number {
  let at = ordered.length;
  for (; at > 0; at--) {
    const before = ordered[at - 1];
    if (!before || before.range.start < start) break;
    if (before.range.start === start && before.range.end <= end) break;
  }
  for (let i = at - 1; i >= 0; i--) {
    const same = ordered[i];
    if (same?.range.start !== start || same.range.end !== end) break;
    if (same.kind === kind) return -1;
  }
  return at;
}
