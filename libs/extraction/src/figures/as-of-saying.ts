import type { FigureMention, StatementMention } from '../extraction.js';

/**
 * "Harbour Post reported on Monday that 40 people had died", told on Wednesday: a number without a time of its own is as of the day on
 * which it was said, and no newer than that.
 */
export function asOfSaying(
  figures: FigureMention[],
  statements: readonly StatementMention[],
  publishedOn: string | null,
): FigureMention[] {
  if (publishedOn === null) return figures;
  const saidBefore = new Map<number, StatementMention[]>();
  for (const statement of statements) {
    const { utteredOn, sentence } = statement;
    if (utteredOn === null || utteredOn >= publishedOn) continue;
    saidBefore.set(sentence.start, [...(saidBefore.get(sentence.start) ?? []), statement]);
  }
  return figures.map((figure) => {
    if (figure.period !== null || figure.asOf !== null) return figure;
    const said = saidBefore
      .get(figure.sentence.start)
      ?.find(({ pieces }) => pieces.some((piece) => holds(piece, figure.quote)));
    return said ? { ...figure, asOf: said.utteredOn } : figure;
  });
}

const holds = (outer: { readonly start: number; readonly end: number }, inner: typeof outer): boolean =>
  outer.start <= inner.start && inner.end <= outer.end;
