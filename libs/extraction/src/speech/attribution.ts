import type { TextRange } from '#domain';
import type { Source } from '../extraction.js';
import type { Document } from '../text/document.js';
import type { SpeechContext } from '../figures/index.js';
import type { Speech } from './read-speech.js';

/** Rules whose content is asserted by the speaker; "praised the rescue of 40" asserts nothing about the 40. */
const ASSERTED = /^(?!reported-(?:noun-phrase|infinitive|passive))/;

/** Who says it, and through whom: the speech around this one first, the speaker of the words last. */
export function chainOf(document: Document, speech: Speech, all: readonly Speech[]): Source[] {
  const own = sourceOf(document, speech);
  const at = document.tokens[speech.cue?.verb ?? -1]?.start ?? speech.content.start;
  const around = all.filter(
    (other) => other !== speech && other.cue !== speech.cue && covers(other, { start: at, end: at + 1 }),
  );
  const outer = around
    .toSorted((a, b) => b.content.end - b.content.start - (a.content.end - a.content.start))
    .map((other) => sourceOf(document, other));
  const chain = [...outer, own].filter((source) => source !== null);
  return chain.filter(({ name }, index) => chain.findIndex((other) => other.name === name) === index);
}

function sourceOf(document: Document, { speaker, cue }: Speech): Source | null {
  if (!speaker) return null;
  const { name, role, kind, range } = speaker;
  return { name, role, kind, verb: cue ? verbOf(document, cue) : 'quoted', range };
}

function verbOf({ text, tokens }: Document, cue: NonNullable<Speech['cue']>): string {
  const first = tokens[cue.first];
  const last = tokens[cue.after - 1];
  return first && last ? text.slice(first.start, last.end).replace(/\s+/g, ' ') : cue.entry.lemma;
}

function covers({ pieces }: Speech, { start, end }: TextRange): boolean {
  return pieces.some((piece) => piece.start <= start && end <= piece.end);
}

/** On whose word a stretch of text stands, for the reader of figures. */
export function speechContext(document: Document, all: readonly Speech[]): SpeechContext {
  return {
    attributionOf(range: TextRange): readonly Source[] {
      const around = all.filter(
        (speech) => ASSERTED.test(speech.rule) && speech.speaker && covers(speech, range),
      );
      const ordered = around.toSorted(
        (a, b) => b.content.end - b.content.start - (a.content.end - a.content.start),
      );
      return ordered.map((speech) => sourceOf(document, speech)).filter((source) => source !== null);
    },
  };
}
