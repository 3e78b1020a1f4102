import type { TextSpan } from '#domain';

interface Marked {
  readonly span: TextSpan;
  readonly before: string;
  readonly after: string;
}

export interface MarkedCue {
  readonly kind: string;
  readonly span: TextSpan;
}

/** The sentence on one line: the fact's own words in « », each cue in brackets with its kind behind. */
export function markSentence(sentence: TextSpan, quote: TextSpan, cues: readonly MarkedCue[]): string {
  const marks: Marked[] = [
    { span: quote, before: '«', after: '»' },
    ...cues.map(({ kind, span }) => ({ span, before: '[', after: `](${kind})` })),
  ].filter(({ span }) => isWithin(span, sentence));
  const words = [...sentence.exact].map((character) => (/\s/.test(character) ? ' ' : character));
  const marked = [...words, ''].map((character, offset) => {
    const at = sentence.start + offset;
    // What ends or begins at one place nests: the shorter inside.
    const closing = marks.filter(({ span }) => span.end === at).sort((a, b) => b.span.start - a.span.start);
    const opening = marks.filter(({ span }) => span.start === at).sort((a, b) => b.span.end - a.span.end);
    return [...closing.map(({ after }) => after), ...opening.map(({ before }) => before), character].join('');
  });
  return marked.join('').replace(/ {2,}/g, ' ').trim();
}

export const isWithin = (span: TextSpan, around: TextSpan): boolean =>
  around.start <= span.start && span.end <= around.end;
