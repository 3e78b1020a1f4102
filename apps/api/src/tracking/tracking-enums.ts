import {
  ANOMALIES,
  CLAIM_STATUSES,
  FIELD_VERDICTS,
  MENTION_CHANGES,
  RELATIONS,
  REPORT_KINDS,
  REVIEW_VERDICTS,
  REVISION_EXTENTS,
} from '#domain';
import { QUEUES } from '#query';
import { enumOf } from '../schema/enums.js';

export const RelationEnum = enumOf('Relation', RELATIONS, 'What a report adds to what was known before it.');
export const ClaimStatusEnum = enumOf(
  'ClaimStatus',
  CLAIM_STATUSES,
  "Derived from a claim's reports and from what people decided; none says that something is true.",
);
export const AnomalyEnum = enumOf(
  'Anomaly',
  ANOMALIES,
  'Something about a series that is to be looked at; it need not be an error.',
);
export const ReportKindEnum = enumOf('ReportKind', REPORT_KINDS, 'What a report is.');
export const QueueEnum = enumOf('Queue', QUEUES, 'What is left to do about a claim.');
export const StandingEnum = enumOf(
  'Standing',
  ['current', 'revised', 'reread', 'withdrawn', 'retracted'],
  "Whether a report is in force: in its article's current text, and nobody took it back.",
);
export const SideEnum = enumOf(
  'Side',
  ['for', 'against'],
  'Whether a report asserts the claim or denies it.',
);
export const DirectionEnum = enumOf('Direction', ['up', 'down', 'none'], 'Which way a number went.');
export const OriginKindEnum = enumOf(
  'OriginKind',
  ['source', 'publisher', 'wire', 'article'],
  "Who is quoted; the outlet in the reporter's own voice; a wire story of an unknown outlet; the article itself.",
);
export const HeadlineByEnum = enumOf(
  'HeadlineBy',
  ['recommended', 'latest'],
  'Whether a person recommended the figure to show.',
);
export const ReviewStateEnum = enumOf(
  'ReviewState',
  ['requested', 'approved', 'changes_requested'],
  'Where the review of a claim stands.',
);
export const DecisionVerdictEnum = enumOf(
  'DecisionVerdict',
  [...FIELD_VERDICTS, ...REVIEW_VERDICTS],
  'What a remark finds of a field, or a review of a claim.',
);
export const MentionChangeEnum = enumOf(
  'MentionChange',
  MENTION_CHANGES,
  'What a later text of an article does to a report.',
);
export const RevisionExtentEnum = enumOf(
  'RevisionExtent',
  REVISION_EXTENTS,
  'How much a later text changes: trivial (spaces, punctuation, boilerplate), headline, body.',
);
export const PrintingRoleEnum = enumOf(
  'PrintingRole',
  ['original', 'copy'],
  'Whether an article is the original of a wire story.',
);
