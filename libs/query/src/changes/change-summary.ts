import type { AnomalySettled, ChangedField, HeadlineFigureRecommended } from '#domain';
import { claimInWords } from '../claim-card/claim-in-words.js';
import { changeReasons } from './change-reasons.js';
import type { ChangedReport, ClaimChange } from './change.js';
import { typeInWords } from './type-in-words.js';

type Told = Omit<ClaimChange, 'summary'> & {
  /** The event as it was recorded. */
  readonly data: unknown;
  /** The words of the reports of the claim that it happened to. */
  readonly quotes: readonly string[];
};

/** "displaced (flow), Norvale: “55 people” was linked; revises: same origin, two days later, 40 -> 55". */
export function summaryOf(change: Told): string {
  const { claim, relation, relationReason } = change;
  const what = WORDS[change.type]?.(change) ?? typeInWords(change.type);
  const adds = relation === null ? '' : `; ${relation.replaceAll('_', ' ')}: ${relationReason ?? ''}`;
  const about = claim === null ? '' : claimInWords(claim);
  return `${about === '' ? '' : `${about}: `}${what}${adds}`;
}

const WORDS: Readonly<Record<string, (change: Told) => string>> = {
  ReportLinked: (change) => `${quoted(change)} was linked`,
  ReportUnlinked: (change) => `${quoted(change)} was taken out`,
  ReportLinkProposed: (change) => `a link of ${quoted(change)} was proposed`,
  ReportLinkDeclined: (change) => `the proposed link of ${quoted(change)} was declined`,
  AnomalySettled: ({ data }) =>
    `an anomaly was looked at and let stand: ${(data as AnomalySettled).anomaly.replaceAll('_', ' ')}`,
  ClaimsMerged: () => 'two claims were made one',
  ClaimSplit: () => 'some reports were made a claim of their own',
  HeadlineFigureRecommended: (change) => recommended(change, change.data as HeadlineFigureRecommended),
  ReportCorrected: (change) => `${quoted(change)} was corrected: ${fieldsInWords(change.fields)}`,
  ReportRetracted: (change) => `${quoted(change)} was retracted`,
  ReportConfirmed: (change) => `${quoted(change)} was found right`,
  FieldCommented: (change) =>
    `a remark on ${change.field ?? 'a field'} of ${quoted(change)}: ${change.verdict ?? ''}`,
  ReviewRequested: () => 'a review was asked for',
  ReviewGiven: ({ verdict }) => `a review was given: ${(verdict ?? '').replaceAll('_', ' ')}`,
  ClaimSignedOff: () => 'it was signed off',
  DecisionReverted: ({ undone }) =>
    `undone: ${typeInWords(undone?.type ?? 'a decision')}${inBrackets(fieldsInWords(undone?.fields ?? []))}`,
  ArticleClustered: () => 'an article of it was found to print a wire story',
  ArticleUnclustered: () => 'an article of it was taken out of a wire story',
  ArticleRevisionCompared: ({ type, data, revisions }) =>
    `${changeReasons(type, data).join()}: ${revisions.map(revisionInWords).join('; ')}`,
  ArticleRevised: ({ quotes }) => `a later text of the article took the place of ${listed(quotes)}`,
  ArticleWithdrawn: ({ quotes }) => `the article was withdrawn, with ${listed(quotes)}`,
  ReportSuperseded: ({ quotes }) => `a later reading of the text took the place of ${listed(quotes)}`,
  EntitiesMerged: () => 'two names were made one source',
  EntitySplit: () => 'a name was made a source of its own',
};

const recommended = (change: Told, { role, value }: HeadlineFigureRecommended): string =>
  role === 'recommended'
    ? `${value ?? quoted(change)} was recommended as the figure to show`
    : `${quoted(change)} was kept beside the figure to show`;

function revisionInWords({ change, kind, fields, previousQuote, quote }: ChangedReport): string {
  if (change !== 'changed') return `${inQuotes(quote ?? previousQuote) ?? `a ${kind}`} ${change}`;
  const [before, now] = [inQuotes(previousQuote), inQuotes(quote)];
  const words = before && now && before !== now ? `${before} is now ${now}` : (now ?? before ?? `a ${kind}`);
  return `${words}${inBrackets(fieldsInWords(fields))}`;
}

const quoted = ({ quote }: Told): string => inQuotes(quote) ?? 'a report';

const listed = (quotes: readonly string[]): string =>
  quotes.length > 0 ? quotes.map(inQuotes).join(', ') : 'a report';

const inQuotes = (words: string | null): string | null => (words === null ? null : `“${words}”`);

const inBrackets = (words: string): string => (words === '' ? '' : ` (${words})`);

const fieldsInWords = (fields: readonly ChangedField[]): string =>
  fields.map(({ field, from, to }) => `${field} ${valueInWords(from)} -> ${valueInWords(to)}`).join(', ');

const valueInWords = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));
