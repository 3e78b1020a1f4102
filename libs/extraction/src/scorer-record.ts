import type { Extraction, Mention } from './extraction.js';

/** One line of `claimtrail extract`: what the scorers of the gold data read. All offsets are UTF-16. */
export interface ScorerRecord {
  readonly id: string;
  /** Who read it and from which day its dates were counted: where it is asked to explain. */
  readonly reading?: Pick<Extraction, 'extractor' | 'extractorVersion' | 'publishedOn'>;
  readonly figures: readonly object[];
  readonly statements: readonly object[];
  readonly claims: readonly object[];
}

/**
 * Flattens an extraction: of a chain of sources, the origin is the speaker; `start`, `end` are a split statement's first piece. To explain
 * adds the whole `mention` to each item: its rules, the words it went by, its sentence, chain, places and dates.
 */
export function toScorerRecord(
  id: string,
  { figures, statements, claims, ...reading }: Extraction,
  { explain = false } = {},
): ScorerRecord {
  const read = (mention: Mention): object => (explain ? { mention } : {});
  return {
    id,
    ...(explain && { reading }),
    figures: figures.map((figure) => ({
      value: figure.value,
      max: figure.max,
      quantifier: figure.quantifier,
      metric: figure.metric,
      measure: figure.measure,
      unit: figure.unitText,
      place: figure.places[0]?.text ?? null,
      attributedTo: originOf(figure)?.name ?? null,
      period: figure.period?.text ?? null,
      status: figure.status,
      ...figure.quote,
      ...read(figure),
    })),
    statements: statements.map((statement) => ({
      speaker: originOf(statement)?.name ?? null,
      speakerSpan: spanOf(statement),
      ...(statement.pieces[0] ?? statement.quote),
      spans: statement.pieces.map(({ start, end }) => [start, end]),
      direct: statement.form === 'direct',
      act: statement.act,
      ...read(statement),
    })),
    claims: claims.map((claim) => ({
      speaker: originOf(claim)?.name ?? null,
      polarity: claim.polarity,
      ...claim.quote,
      answers: claim.answers,
      ...read(claim),
    })),
  };
}

function originOf({ attribution }: Mention): Mention['attribution'][number] | undefined {
  return attribution.at(-1);
}

function spanOf(mention: Mention): [number, number] | undefined {
  const range = originOf(mention)?.range;
  return range ? [range.start, range.end] : undefined;
}
