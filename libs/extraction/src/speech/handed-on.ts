import type { DeniedMatter } from './denied-matter.js';
import type { Speaker } from './known-speaker.js';
import type { Utterance } from './utterance.js';

/** What somebody said, who it was and what it denies. */
export interface Told {
  readonly utterance: Utterance;
  readonly speaker: Speaker | null;
  readonly denied: DeniedMatter | null;
}

/**
 * The denials without those that somebody only hands on: in "state radio reported that the mayor had said rumours were false" the mayor
 * denies, and state radio asserts that he did.
 */
export function withoutHandedOn(all: readonly Told[]): (DeniedMatter | null)[] {
  const bySentence = new Map<number, Told[]>();
  for (const one of all) {
    if (one.denied === null) continue;
    const list = bySentence.get(one.utterance.sentence);
    if (list) list.push(one);
    else bySentence.set(one.utterance.sentence, [one]);
  }
  return all.map((one) => {
    const inner = bySentence.get(one.utterance.sentence) ?? [];
    return inner.some((other) => handsOn(one, other)) ? null : one.denied;
  });
}

/** The other one's verdict, by somebody else, stands whole in the words of this one. */
function handsOn({ utterance, speaker }: Told, other: Told): boolean {
  if (utterance.quoted || utterance.cue?.entry.act === 'denies') return false;
  return speaker?.name !== other.speaker?.name && holds(utterance, other.utterance);
}

function holds({ pieces: outer }: Utterance, { pieces: inner }: Utterance): boolean {
  const [first, last] = [inner[0], inner.at(-1)];
  const [from, to] = [outer[0], outer.at(-1)];
  if (!first || !last || !from || !to) return false;
  return from.start < first.start && last.end <= to.end;
}
