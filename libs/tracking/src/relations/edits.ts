import type { ChangedField } from '#domain';
import type { FoldedReport } from './folded-report.js';
import { groupBy } from '../group-by.js';
import { areEqual } from './interval.js';
import { isFigure, isNumbered, laneKey, type FoldedFigure } from './lane.js';
import type { LedgerDecision } from './ledger.js';
import { ofType } from './live-decisions.js';

/** What a report of a later text of an article took the place of. */
export interface Edit {
  readonly previous: FoldedReport;
  /** Whether the article says nowhere that it was changed. */
  readonly stealth: boolean;
}

/** What a later text made of a report. */
export interface Outcome {
  readonly change: 'changed' | 'disappeared';
  /** Whether the article says nowhere that it was changed. */
  readonly stealth: boolean;
  /** The words that stand in its place, where they are of a claim of their own. */
  readonly to: string | null;
}

/** How the reports of later texts of an article stand in for those of earlier ones. */
export interface Edits {
  /** The report of a later text that says the same; undefined where that one says otherwise or not at all. */
  carriedOnBy(report: FoldedReport): FoldedReport | undefined;
  /** The report of an earlier text that said otherwise in the same place. */
  editOf(report: FoldedReport): Edit | undefined;
  /** What became of a report that no report of this claim stands in for. */
  outcomeOf(report: FoldedReport): Outcome | undefined;
}

/** Whether an article tells that it was changed: "the article was changed without saying so". */
export const sayingSo = (stealth: boolean): string => (stealth ? 'without saying so' : 'and says so');

const quietly = (stealth: boolean): string => (stealth ? ` ${sayingSo(stealth)}` : '');

export const articleChanged = (stealth: boolean): string => `the article was changed${quietly(stealth)}`;

/** "the article dropped it without saying so", where a later text changed or left out what a report says. */
export function afterwards({ stealth, change, to }: Outcome): string {
  if (change === 'disappeared') return `the article dropped it${quietly(stealth)}`;
  return `${articleChanged(stealth)}${to === null ? '' : `, now reads “${to}”`}`;
}

export function editsOf(members: readonly FoldedReport[], live: readonly LedgerDecision[]): Edits {
  const byId = new Map(members.map((member) => [member.report.reportId, member]));
  const edits = new Map<string, Edit>();
  for (const { data } of ofType(live, 'ArticleRevisionCompared'))
    for (const { reportId, previousReportId } of data.changes) {
      const previous = previousReportId === null ? undefined : byId.get(previousReportId);
      if (reportId !== null && previous) edits.set(reportId, { previous, stealth: data.stealth });
    }
  const outcomes = outcomesOf(byId, live);
  const carried = new Map<string, FoldedReport>();
  const carries = new Map<string, FoldedReport[]>();
  for (const [old, ones] of revisedWithLater(members)) {
    const later = ones.find(
      (one) => edits.get(one.report.reportId)?.previous !== old && saysTheSame(one, old),
    );
    if (!later) continue;
    carried.set(old.report.reportId, later);
    carries.set(later.report.reportId, [...(carries.get(later.report.reportId) ?? []), old]);
  }
  const editOf = ({ report: { reportId } }: FoldedReport): Edit | undefined =>
    edits.get(reportId) ??
    carries
      .get(reportId)
      ?.map(({ report }) => edits.get(report.reportId))
      .find((edit) => edit !== undefined);
  return {
    carriedOnBy: ({ report }) => carried.get(report.reportId),
    editOf,
    outcomeOf: ({ report }) => outcomes.get(report.reportId),
  };
}

function outcomesOf(
  members: ReadonlyMap<string, FoldedReport>,
  live: readonly LedgerDecision[],
): Map<string, Outcome> {
  const outcomes = new Map<string, Outcome>();
  for (const { data } of ofType(live, 'ArticleRevisionCompared'))
    for (const { reportId, previousReportId, change, fields } of data.changes) {
      if (previousReportId === null || change === 'appeared' || members.has(reportId ?? '')) continue;
      outcomes.set(previousReportId, { change, stealth: data.stealth, to: wordsNow(fields) });
    }
  return outcomes;
}

/** The words or the number that a changed field was changed to. */
function wordsNow(fields: readonly ChangedField[]): string | null {
  const to = fields
    .map((field) => field.to)
    .find((value) => typeof value === 'string' || typeof value === 'number');
  return to === undefined ? null : String(to);
}

/** Reports of texts that were revised, each with what the later texts of its article say, latest first. */
function revisedWithLater(members: readonly FoldedReport[]): [FoldedReport, FoldedReport[]][] {
  const ofArticle = groupBy(members, ({ report }) => report.articleId);
  return members
    .filter(({ standing }) => standing === 'revised')
    .map((old) => {
      const later = (ofArticle.get(old.report.articleId) ?? [])
        .filter(({ report, standing }) => report.revision > old.report.revision && !isTakenBack(standing))
        .sort((a, b) => b.report.revision - a.report.revision);
      return [old, later];
    });
}

const isTakenBack = (standing: FoldedReport['standing']): boolean =>
  standing === 'retracted' || standing === 'withdrawn' || standing === 'reread';

export function saysTheSame(a: FoldedReport, b: FoldedReport): boolean {
  if (a.origin.key !== b.origin.key || a.report.kind !== b.report.kind) return false;
  return isFigure(a) && isFigure(b) ? isSameFigure(a, b) : isSameProposition(a.proposition, b.proposition);
}

function isSameFigure(a: FoldedFigure, b: FoldedFigure): boolean {
  const { quantifier } = a.figure;
  if (laneKey(a.figure) !== laneKey(b.figure) || quantifier !== b.figure.quantifier) return false;
  return isNumbered(a) && isNumbered(b) ? areEqual(a.interval, b.interval) : isNumbered(a) === isNumbered(b);
}

const isSameProposition = (a: FoldedReport['proposition'], b: FoldedReport['proposition']): boolean =>
  a?.text === b?.text && a?.polarity === b?.polarity;
