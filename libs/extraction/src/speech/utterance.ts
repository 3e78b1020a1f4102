import type { AttributionMode, TextRange } from '#domain';
import type { SpeechRule } from '../rules/rule-catalogue.js';
import type { Cue } from './find-cues.js';
import type { Subject } from './subject.js';

/** One attribution as it stands in the text, before the speaker is resolved and it is filed as statement, claim or denial. */
export interface Utterance {
  readonly sentence: number;
  /** The attributed words, in text order; more than one where the cue splits them. */
  readonly pieces: readonly TextRange[];
  /** True for the words of a quotation region, false for reported speech (which may hold quoted fragments). */
  readonly quoted: boolean;
  readonly cue: Cue | null;
  readonly subject: Subject | null;
  /** `continuation`: the speaker is the one of `after`. */
  readonly mode: Exclude<AttributionMode, 'pronoun'>;
  readonly after: Utterance | null;
  readonly rule: SpeechRule;
  /** The outlet that hands them on ("state radio quoted him as saying", "told the Harbour Times"). */
  readonly relayedBy?: Subject;
}
