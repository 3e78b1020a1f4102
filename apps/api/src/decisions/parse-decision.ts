import { plainToInstance, type ClassConstructor } from 'class-transformer';
import { validateSync } from 'class-validator';
import { describeProblems, InvalidFields } from '#domain';
import {
  CommentFieldInput,
  ConfirmReportInput,
  CorrectReportInput,
  DeclineLinkInput,
  DeclineMergeInput,
  GiveReviewInput,
  LinkReportInput,
  MergeClaimsInput,
  MergeEntitiesInput,
  RecommendFigureInput,
  RequestReviewInput,
  RetractReportInput,
  RevertDecisionInput,
  SettleAnomalyInput,
  SignOffClaimInput,
  SplitClaimInput,
  SplitEntityInput,
  UnclusterArticleInput,
  UnlinkReportInput,
} from './decision.inputs.js';

/** Every decision there is, and what it takes. */
export const DECISION_INPUTS = {
  correct_report: CorrectReportInput,
  retract_report: RetractReportInput,
  confirm_report: ConfirmReportInput,
  comment_field: CommentFieldInput,
  request_review: RequestReviewInput,
  give_review: GiveReviewInput,
  sign_off_claim: SignOffClaimInput,
  recommend_figure: RecommendFigureInput,
  merge_claims: MergeClaimsInput,
  split_claim: SplitClaimInput,
  link_report: LinkReportInput,
  unlink_report: UnlinkReportInput,
  decline_link: DeclineLinkInput,
  settle_anomaly: SettleAnomalyInput,
  merge_entities: MergeEntitiesInput,
  split_entity: SplitEntityInput,
  decline_merge: DeclineMergeInput,
  uncluster_article: UnclusterArticleInput,
  revert_decision: RevertDecisionInput,
} as const;

export type DecisionType = keyof typeof DECISION_INPUTS;
export type InputOf<T extends DecisionType> = InstanceType<(typeof DECISION_INPUTS)[T]>;
/** A checked input with the type it was checked for. */
export type GivenDecision = { [T in DecisionType]: { readonly type: T } & InputOf<T> }[DecisionType];

export const isDecisionType = (type: unknown): type is DecisionType =>
  typeof type === 'string' && Object.hasOwn(DECISION_INPUTS, type);

/**
 * Checks what REST gives: a field too many is an error, not ignored.
 * @throws {InvalidFields} naming each field that is wrong
 */
export function parseDecision(type: DecisionType, body: unknown): GivenDecision {
  if (typeof body !== 'object' || body === null || Array.isArray(body))
    throw new InvalidFields('request', { body: 'must be a JSON object' });
  const input = plainToInstance(DECISION_INPUTS[type] as ClassConstructor<object>, body);
  const problems = validateSync(input, {
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
  });
  if (problems.length > 0) throw new InvalidFields('request', describeProblems(problems));
  return { ...input, type } as unknown as GivenDecision;
}
