import { isDeepStrictEqual } from 'node:util';
import {
  buildEvent,
  InvalidFields,
  type FieldChange,
  type FigureReported,
  type ReportCorrected,
} from '#domain';
import { ChangedMeanwhile } from '../errors.js';
import type { ReadReport } from '../reextract-article/compare-reports.js';
import type { RequestedChange } from './decision.js';
import { dataOf } from './history.js';
import { describeDecision } from './meanwhile.js';
import { refuseImpossibleNumbers } from './possible-numbers.js';
import type { ReportState } from './report-state.js';

/** What a correction may touch: where the words stand and how they were found is what it is. */
export const CORRECTABLE: Readonly<Record<ReadReport['type'], readonly string[]>> = {
  FigureReported: [
    'metric',
    'measure',
    'term',
    'category',
    'value',
    'max',
    'quantifier',
    'unit',
    'unitText',
    'population',
    'status',
    'cause',
    'places',
    'period',
    'asOf',
    'attribution',
  ],
  StatementMade: ['form', 'act', 'polarity', 'attributionMode', 'utteredOn', 'attribution'],
  ClaimRecorded: ['polarity', 'proposition', 'attributionMode', 'hedge', 'answers', 'attribution'],
};

const NUMBERS = ['value', 'max', 'quantifier'];

/**
 * The changes that make a difference, each with what the report says now.
 * @throws {InvalidFields} a field that cannot be corrected, a value that breaks the vocabulary or is no count, a `from` the report never said
 * @throws {ChangedMeanwhile} an earlier correction made the report say something else than `from`
 */
export function correctedFields(state: ReportState, requested: readonly RequestedChange[]): FieldChange[] {
  refuseUnknownFields(state.report, requested);
  const changes = requested
    .map(({ field, to, from }) => ({ field, given: from, from: state.fields[field] ?? null, to: to ?? null }))
    .filter(({ from, to }) => !isDeepStrictEqual(from, to));
  for (const { field, given, from } of changes)
    if (given !== undefined && !isDeepStrictEqual(given, from)) throw staleChange(state, field, from);
  const corrected = Object.fromEntries(changes.map(({ field, to }) => [field, to]));
  const { type } = state.report;
  const { data } = buildEvent(type, { ...state.fields, ...corrected } as unknown as ReadReport['data']);
  if (type === 'FigureReported' && changes.some(({ field }) => NUMBERS.includes(field)))
    refuseImpossibleNumbers(data as FigureReported);
  refuseStrangeAnswer(state, corrected['answers']);
  return changes.map(({ field, from, to }) => ({ field, from, to }));
}

function refuseUnknownFields({ type }: ReadReport, requested: readonly RequestedChange[]): void {
  const known = CORRECTABLE[type];
  const problems: Record<string, string> = {};
  requested.forEach(({ field }, at) => {
    if (!known.includes(field)) problems[`changes.${at}.field`] = `must be one of ${known.join(', ')}`;
    if (requested.findIndex((other) => other.field === field) !== at)
      problems[`changes.${at}.field`] = 'stands there twice';
  });
  if (Object.keys(problems).length > 0) throw new InvalidFields('correction', problems);
}

/** A denial answers what somebody says in its own article. */
function refuseStrangeAnswer({ reportId, said }: ReportState, answers: unknown): void {
  if (typeof answers === 'string' && (answers === reportId || !said.has(answers)))
    throw new InvalidFields('correction', {
      answers: 'must be another statement or claim of the same article',
    });
}

function staleChange({ history }: ReportState, field: string, now: unknown): Error {
  const corrections = history.standing.filter(
    (event) =>
      event.type === 'ReportCorrected' &&
      dataOf<ReportCorrected>(event).changes.some((change) => change.field === field),
  );
  if (corrections.length === 0)
    return new InvalidFields('correction', {
      [field]: `says ${JSON.stringify(now)} now, not what "from" says`,
    });
  return new ChangedMeanwhile(history.stream, null, history.version, corrections.map(describeDecision));
}
