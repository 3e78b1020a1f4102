import { InvalidFields } from '#domain';
import { ReportNotFound, type BulkDecision, type BulkDecisionResult, type Decision } from '#ingestion';
import { DECISION_INPUTS, isDecisionType, parseDecision, type GivenDecision } from './parse-decision.js';

/** Decisions that are taken at once. */
export const MAX_BULK = 1_000;

export const isTaken = <T extends object>(item: T | Error): item is T => !(item instanceof Error);

const ON_REPORTS = [
  'correct_report',
  'retract_report',
  'confirm_report',
  'comment_field',
  'link_report',
] as const;

type OnReport = Extract<GivenDecision, { readonly type: (typeof ON_REPORTS)[number] }>;

const isOnReport = (given: GivenDecision): given is OnReport =>
  (ON_REPORTS as readonly string[]).includes(given.type);

/** Whether somebody has to look up in which article its report stands. */
export const needsArticle = (given: GivenDecision): given is OnReport =>
  isOnReport(given) && given.articleId == null;

/**
 * What was given as it is decided.
 * @param articles in which article reports stand, by their ids
 * @throws {ReportNotFound} no view has the report
 */
export function toDecision(given: GivenDecision, articles: ReadonlyMap<string, string>): BulkDecision {
  const { expectedVersion, idempotencyKey, ...rest } = withoutNulls(given);
  const options = { expectedVersion, idempotencyKey };
  if (!isOnReport(given)) return { decision: rest as Decision, ...options };
  const articleId = given.articleId ?? articles.get(given.reportId);
  if (articleId === undefined) throw new ReportNotFound(given.reportId);
  return { decision: { ...rest, articleId } as Decision, ...options };
}

/** GraphQL may give null for what is not given. */
const withoutNulls = (given: GivenDecision): GivenDecision =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== null)) as unknown as GivenDecision;

/** One of many decisions as they are given, with its type; or what is wrong with it. */
export function parseItem(item: unknown): GivenDecision | Error {
  const { type, ...input } = (item ?? {}) as { readonly type?: unknown };
  return attempt(() => {
    if (isDecisionType(type)) return parseDecision(type, input);
    throw new InvalidFields('request', { type: `must be one of ${Object.keys(DECISION_INPUTS).join(', ')}` });
  });
}

function attempt<T>(work: () => T): T | Error {
  try {
    return work();
  } catch (error) {
    return error as Error;
  }
}

/** Many as they are decided, each in its place; what is wrong with one is its own answer. */
export const toDecisions = (
  items: readonly (GivenDecision | Error)[],
  articles: ReadonlyMap<string, string>,
): (BulkDecision | Error)[] =>
  items.map((item) => (isTaken(item) ? attempt(() => toDecision(item, articles)) : item));

/** The answers to all that was given, in its order, from those to what could be decided. */
export function inOrderOf(
  items: readonly (BulkDecision | Error)[],
  results: readonly BulkDecisionResult[],
): BulkDecisionResult[] {
  const next = results.values();
  return items.map((item) =>
    isTaken(item) ? (next.next().value as BulkDecisionResult) : { outcome: 'refused', error: item },
  );
}
