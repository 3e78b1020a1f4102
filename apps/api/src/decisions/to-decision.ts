import { InvalidFields } from '#domain';
import { ReportNotFound, type BulkDecision, type BulkDecisionResult, type Decision } from '#ingestion';
import type { AnomalyOfClaim, LinkOfClaim, LocatedReport } from '#query';
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

const ON_LINKS = ['unlink_report', 'recommend_figure', 'settle_anomaly'] as const;

type OnLink = Extract<GivenDecision, { readonly type: (typeof ON_LINKS)[number] }>;

const isOnLink = (given: GivenDecision): given is OnLink =>
  (ON_LINKS as readonly string[]).includes(given.type);

type Settlement = Extract<GivenDecision, { readonly type: 'settle_anomaly' }>;

/** What views know of what is decided on, and the log is then asked for. */
export interface Located {
  /** In which article reports stand, by their ids. */
  readonly articles: ReadonlyMap<string, string>;
  /** The reports that are added up in an anomaly that is settled. */
  readonly parts: ReadonlyMap<GivenDecision, readonly string[]>;
  /** The claim that a link stands in, where that was merged into the one that is named. */
  readonly linkedClaims: ReadonlyMap<GivenDecision, string | null>;
  /** The figures that claims are described by, by claim. */
  readonly figures: ReadonlyMap<string, LocatedReport>;
}

/** Who looks such things up. */
export interface Locator {
  articlesOf(reportIds: readonly string[]): Promise<ReadonlyMap<string, string>>;
  partsOf(anomalies: readonly AnomalyOfClaim[]): Promise<readonly (readonly string[])[]>;
  linkedClaimsOf(links: readonly LinkOfClaim[]): Promise<readonly (string | null)[]>;
  figuresOf(claimIds: readonly string[]): Promise<ReadonlyMap<string, LocatedReport>>;
}

export async function locate(given: readonly GivenDecision[], locator: Locator): Promise<Located> {
  const ids = given.flatMap(reportsToLocate);
  const sums = given.filter(isOfSum);
  const links = given.filter(isOnLink).filter(({ linkedClaimId }) => linkedClaimId == null);
  const compared = given.flatMap(claimsToCompare);
  const [articles, parts, linkedClaims, figures] = await Promise.all([
    ids.length > 0 ? locator.articlesOf(ids) : new Map<string, string>(),
    sums.length > 0 ? locator.partsOf(sums) : [],
    links.length > 0 ? locator.linkedClaimsOf(links) : [],
    compared.length > 0 ? locator.figuresOf([...new Set(compared)]) : new Map<string, LocatedReport>(),
  ]);
  return {
    articles,
    parts: new Map(sums.map((one, at) => [one, parts[at] ?? []])),
    linkedClaims: new Map(links.map((one, at) => [one, linkedClaims[at] ?? null])),
    figures,
  };
}

type Merger = Extract<GivenDecision, { readonly type: 'merge_claims' }>;

const isMerger = (given: GivenDecision): given is Merger => given.type === 'merge_claims';

/** The claims whose figures a decision is held against. */
function claimsToCompare(given: GivenDecision): string[] {
  if (isMerger(given)) return [given.claimId, given.mergedClaimId];
  return given.type === 'link_report' ? [given.claimId] : [];
}

const isOfSum = (given: GivenDecision): given is Settlement =>
  given.type === 'settle_anomaly' && given.anomaly === 'parts_exceed_total';

/** The reports of which somebody has to look up in which article they stand. */
function reportsToLocate(given: GivenDecision): string[] {
  if (given.type === 'settle_anomaly') return [given.reportId, given.againstReportId];
  return isOnReport(given) && given.articleId == null ? [given.reportId] : [];
}

/**
 * What was given as it is decided.
 * @throws {ReportNotFound} no view has the report
 */
export function toDecision(given: GivenDecision, located: Located): BulkDecision {
  const { articles, parts, linkedClaims } = located;
  const { expectedVersion, idempotencyKey, ...rest } = withoutNulls(given);
  const options = { expectedVersion, idempotencyKey };
  const linkedClaimId = linkedClaims.get(given);
  const added = {
    ...(given.type === 'settle_anomaly' && { partReportIds: parts.get(given) ?? [] }),
    ...(linkedClaimId != null && { linkedClaimId }),
    ...(isMerger(given) && figuresOf(given, located)),
    ...(given.type === 'link_report' && figureOf(given.claimId, located)),
  };
  return { decision: { ...rest, ...articlesOf(given, articles), ...added } as Decision, ...options };
}

function figuresOf(
  { claimId, mergedClaimId }: Merger,
  { figures }: Located,
): { readonly figures?: readonly LocatedReport[] } {
  const [own, other] = [figures.get(claimId), figures.get(mergedClaimId)];
  return own && other ? { figures: [own, other] } : {};
}

function figureOf(claimId: string, { figures }: Located): { readonly figure?: LocatedReport } {
  const figure = figures.get(claimId);
  return figure ? { figure } : {};
}

function articlesOf(given: GivenDecision, articles: ReadonlyMap<string, string>): Record<string, string> {
  const articleOf = (reportId: string): string => {
    const articleId = articles.get(reportId);
    if (articleId === undefined) throw new ReportNotFound(reportId);
    return articleId;
  };
  if (given.type === 'settle_anomaly')
    return { articleId: articleOf(given.reportId), againstArticleId: articleOf(given.againstReportId) };
  return isOnReport(given) ? { articleId: given.articleId ?? articleOf(given.reportId) } : {};
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
  located: Located,
): (BulkDecision | Error)[] =>
  items.map((item) => (isTaken(item) ? attempt(() => toDecision(item, located)) : item));

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
