import type { AttributionLink, ClaimRecorded, FigureReported, ReportKind, StatementMade } from '#domain';
import { wordsOf } from '../near-duplicates/words.js';

/** A report's event, of any kind. */
export type ReportEvent =
  | { readonly type: 'FigureReported'; readonly data: FigureReported }
  | { readonly type: 'StatementMade'; readonly data: StatementMade }
  | { readonly type: 'ClaimRecorded'; readonly data: ClaimRecorded };

/** A report as the same one is looked for in another text of its article. */
export interface Mention {
  readonly reportId: string;
  readonly kind: ReportKind;
  /** Where its quote begins, as a share of the text, 0 to 1. */
  readonly position: number;
  /** Words of its sentence, for figures without the numbers. */
  readonly context: readonly string[];
  /** Words of its quote. */
  readonly words: readonly string[];
  /** What must be equal in two reports that say the same. */
  readonly facts: Readonly<Record<string, unknown>>;
  /** What a later figure of the same series has in common; empty for statements and claims. */
  readonly series: string;
}

/** `length`: code points of the text. */
export function mentionOf({ type, data }: ReportEvent, length: number): Mention {
  const { reportId, quote, sentence } = data;
  const common = { reportId, position: quote.start / Math.max(1, length), words: wordsOf(quote.exact) };
  if (type === 'FigureReported') {
    const context = wordsOf(sentence.exact).filter((word) => !/^\p{N}/u.test(word));
    return { ...common, kind: 'figure', context, facts: figureFacts(data), series: seriesOf(data) };
  }
  const context = wordsOf(sentence.exact);
  const said = type === 'StatementMade' ? statementFacts(data) : claimFacts(data);
  return {
    ...common,
    kind: type === 'StatementMade' ? 'statement' : 'claim',
    context,
    facts: said,
    series: '',
  };
}

const figureFacts = (figure: FigureReported) => ({
  value: figure.value ?? null,
  max: figure.max ?? null,
  quantifier: figure.quantifier,
  metric: figure.metric,
  measure: figure.measure,
  unit: figure.unit,
  population: figure.population ?? null,
  status: figure.status,
  cause: figure.cause ?? null,
  places: figure.places.map(({ text }) => text),
  period: figure.period ? { start: figure.period.start ?? null, end: figure.period.end ?? null } : null,
  asOf: figure.asOf ?? null,
  attribution: namesOf(figure.attribution),
});

const seriesOf = ({ metric, measure, unit, population, places }: FigureReported): string =>
  JSON.stringify([metric, measure, unit, population ?? null, places[0]?.text ?? null]);

const statementFacts = ({ quote, polarity, act, attribution }: StatementMade) => ({
  quote: quote.exact,
  polarity,
  act,
  attribution: namesOf(attribution),
});

const claimFacts = ({ quote, polarity, attribution }: ClaimRecorded) => ({
  quote: quote.exact,
  polarity,
  attribution: namesOf(attribution),
});

const namesOf = (attribution: readonly AttributionLink[]): string[] =>
  attribution.filter(({ kind }) => kind !== 'publisher').map(({ name }) => name);
