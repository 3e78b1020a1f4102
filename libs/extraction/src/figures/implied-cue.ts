import type { Cue } from './cue.js';
import { CUES, EVENT_NOUNS } from './metric-cues.js';

export function impliedCue(metric: Cue['metric']): Cue | null {
  return IMPLIED.get(metric) ?? null;
}

/** The plainest cue of each metric, for a noun that implies it. */
const IMPLIED: ReadonlyMap<string, Cue> = new Map(
  [...CUES.values(), ...EVENT_NOUNS.values()].map((cue) => [cue.metric, cue]),
);
