import {
  buildEvent,
  InvalidFields,
  type ClaimtrailEvent,
  type FieldCommented,
  type FieldVerdict,
} from '#domain';
import { articleStream } from '../article/article-stream.js';
import { ReportIsRetracted } from '../errors.js';
import { correctedFields } from './correct-fields.js';
import type {
  CommentField,
  ConfirmReport,
  CorrectReport,
  ReportDecision,
  RetractReport,
} from './decision.js';
import { dataOf } from './history.js';
import { record, unchanged, unmoved, type DecisionPlan } from './plan.js';
import type { ReportState } from './report-state.js';

/** Pure: what a person's decision on a report puts on the record, given what was decided before. */
export function decideOnReport(state: ReportState, decision: ReportDecision): DecisionPlan {
  switch (decision.type) {
    case 'correct_report':
      return correct(state, decision);
    case 'retract_report':
      return retract(state, decision);
    case 'confirm_report':
      return confirm(state, decision);
    case 'comment_field':
      return comment(state, decision);
  }
}

/** The article's stream is held as it was read: what an erasure took must not be written down again. */
const recordOn = (
  { history, articleId, articleVersion }: ReportState,
  event: ClaimtrailEvent,
): DecisionPlan =>
  record(history, event, [unmoved({ stream: articleStream(articleId), version: articleVersion })]);

const latest = ({ history }: ReportState, ...types: readonly string[]) =>
  history.standing.findLast(({ type }) => types.includes(type));

function refuseRetracted(state: ReportState): void {
  const retraction = latest(state, 'ReportRetracted');
  if (retraction) throw new ReportIsRetracted(state.reportId, retraction.eventId);
}

function correct(
  state: ReportState,
  { kind, changes: requested, reason, evidence }: CorrectReport,
): DecisionPlan {
  refuseRetracted(state);
  const changes = correctedFields(state, requested);
  if (changes.length === 0) return unchanged(latest(state, 'ReportCorrected'));
  const { reportId, articleId } = state;
  return recordOn(
    state,
    buildEvent('ReportCorrected', { reportId, articleId, kind, changes, reason, evidence: evidence ?? null }),
  );
}

function retract(state: ReportState, { kind, reason }: RetractReport): DecisionPlan {
  const before = latest(state, 'ReportRetracted');
  if (before) return unchanged(before);
  const { reportId, articleId } = state;
  return recordOn(state, buildEvent('ReportRetracted', { reportId, articleId, kind, reason }));
}

function confirm(state: ReportState, { reason }: ConfirmReport): DecisionPlan {
  refuseRetracted(state);
  const before = latest(state, 'ReportConfirmed', 'ReportCorrected');
  if (before?.type === 'ReportConfirmed') return unchanged(before);
  const { reportId, articleId } = state;
  return recordOn(state, buildEvent('ReportConfirmed', { reportId, articleId, reason }));
}

function comment(state: ReportState, { field, verdict, comment: words }: CommentField): DecisionPlan {
  refuseUnknownField(state, field);
  const said = ({ field: on, verdict: found, comment: before }: FieldCommented): boolean =>
    on === field && found === (verdict satisfies FieldVerdict) && before === words;
  const before = history(state, 'FieldCommented').find((event) => said(dataOf(event)));
  if (before) return unchanged(before);
  const { reportId, articleId } = state;
  return recordOn(
    state,
    buildEvent('FieldCommented', { reportId, articleId, field, verdict, comment: words }),
  );
}

/** @throws {InvalidFields} */
function refuseUnknownField({ fields }: ReportState, field: string): void {
  if (Object.hasOwn(fields, field)) return;
  throw new InvalidFields('comment', { field: `must be one of ${Object.keys(fields).join(', ')}` });
}

const history = (state: ReportState, wanted: string) =>
  state.history.standing.filter(({ type }) => type === wanted);
