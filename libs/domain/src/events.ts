import { plainToInstance, type ClassConstructor } from 'class-transformer';
import { validateSync, type ValidationError } from 'class-validator';
import {
  ArticleClustered,
  ArticleIngested,
  ArticleMetadataChanged,
  ArticleRevised,
  ArticleWithdrawn,
  ExtractionCompleted,
} from './article/article-events.js';
import { ArticleRevisionCompared, ArticleUnclustered } from './article/article-comparison.js';
import {
  ClaimsMerged,
  ClaimSplit,
  HeadlineFigureRecommended,
  AnomalySettled,
  ReportLinkDeclined,
  ReportLinked,
  ReportLinkProposed,
  ReportUnlinked,
} from './claim/claim-events.js';
import { DecisionReverted } from './decision/decision-reverted.js';
import {
  AliasAdded,
  EntitiesMerged,
  EntityMergeDeclined,
  EntityMergeProposed,
  EntityRegistered,
  EntitySplit,
} from './entity/entity-events.js';
import { ErasureRecorded } from './erasure/erasure-recorded.js';
import { InvalidFields, UnknownEventType } from './errors.js';
import { ClaimRecorded } from './reports/claim-recorded.js';
import { FigureReported } from './reports/figure-reported.js';
import { ProposalRefused } from './reports/proposal-refused.js';
import { ReportSuperseded } from './reports/report-superseded.js';
import { ReportConfirmed, ReportCorrected, ReportRetracted } from './reports/report-decisions.js';
import { StatementMade } from './reports/statement-made.js';
import { ClaimSignedOff, FieldCommented, ReviewGiven, ReviewRequested } from './review/review-events.js';

/** Every event type with its current class and schema version. docs/events.md lists the same; a test compares. */
export const EVENT_TYPES = {
  ArticleIngested: { dataClass: ArticleIngested, schemaVersion: 1 },
  ArticleRevised: { dataClass: ArticleRevised, schemaVersion: 2 },
  ArticleMetadataChanged: { dataClass: ArticleMetadataChanged, schemaVersion: 1 },
  ArticleWithdrawn: { dataClass: ArticleWithdrawn, schemaVersion: 1 },
  ErasureRecorded: { dataClass: ErasureRecorded, schemaVersion: 1 },
  ArticleClustered: { dataClass: ArticleClustered, schemaVersion: 1 },
  FigureReported: { dataClass: FigureReported, schemaVersion: 1 },
  StatementMade: { dataClass: StatementMade, schemaVersion: 1 },
  ClaimRecorded: { dataClass: ClaimRecorded, schemaVersion: 1 },
  ExtractionCompleted: { dataClass: ExtractionCompleted, schemaVersion: 2 },
  ProposalRefused: { dataClass: ProposalRefused, schemaVersion: 1 },
  ReportSuperseded: { dataClass: ReportSuperseded, schemaVersion: 1 },
  ReportLinked: { dataClass: ReportLinked, schemaVersion: 2 },
  ReportUnlinked: { dataClass: ReportUnlinked, schemaVersion: 1 },
  ClaimsMerged: { dataClass: ClaimsMerged, schemaVersion: 1 },
  ClaimSplit: { dataClass: ClaimSplit, schemaVersion: 1 },
  ArticleUnclustered: { dataClass: ArticleUnclustered, schemaVersion: 1 },
  ArticleRevisionCompared: { dataClass: ArticleRevisionCompared, schemaVersion: 1 },
  ReportLinkProposed: { dataClass: ReportLinkProposed, schemaVersion: 1 },
  ReportLinkDeclined: { dataClass: ReportLinkDeclined, schemaVersion: 1 },
  AnomalySettled: { dataClass: AnomalySettled, schemaVersion: 1 },
  HeadlineFigureRecommended: { dataClass: HeadlineFigureRecommended, schemaVersion: 1 },
  ReportCorrected: { dataClass: ReportCorrected, schemaVersion: 1 },
  ReportRetracted: { dataClass: ReportRetracted, schemaVersion: 1 },
  ReportConfirmed: { dataClass: ReportConfirmed, schemaVersion: 1 },
  FieldCommented: { dataClass: FieldCommented, schemaVersion: 1 },
  ReviewRequested: { dataClass: ReviewRequested, schemaVersion: 1 },
  ReviewGiven: { dataClass: ReviewGiven, schemaVersion: 1 },
  ClaimSignedOff: { dataClass: ClaimSignedOff, schemaVersion: 1 },
  DecisionReverted: { dataClass: DecisionReverted, schemaVersion: 1 },
  EntityRegistered: { dataClass: EntityRegistered, schemaVersion: 1 },
  AliasAdded: { dataClass: AliasAdded, schemaVersion: 1 },
  EntitiesMerged: { dataClass: EntitiesMerged, schemaVersion: 1 },
  EntitySplit: { dataClass: EntitySplit, schemaVersion: 1 },
  EntityMergeProposed: { dataClass: EntityMergeProposed, schemaVersion: 1 },
  EntityMergeDeclined: { dataClass: EntityMergeDeclined, schemaVersion: 1 },
} as const;

export type EventType = keyof typeof EVENT_TYPES;
export type EventData<T extends EventType> = InstanceType<(typeof EVENT_TYPES)[T]['dataClass']>;

/** An event decided but not yet stored. */
export type ClaimtrailEvent = {
  [T in EventType]: { readonly type: T; readonly schemaVersion: number; readonly data: EventData<T> };
}[EventType];

export const isEventType = (type: string): type is EventType => Object.hasOwn(EVENT_TYPES, type);

/**
 * Builds an event and checks every field of it: nothing enters the log that breaks the vocabulary.
 * @throws {InvalidFields} naming each field that is wrong
 */
export function buildEvent<T extends EventType>(
  type: T,
  data: EventData<T>,
): Extract<ClaimtrailEvent, { type: T }> {
  if (!isEventType(type)) throw new UnknownEventType(type);
  const { dataClass, schemaVersion } = EVENT_TYPES[type];
  const instance = plainToInstance(dataClass as ClassConstructor<object>, data);
  const problems = validateSync(instance, {
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
  });
  if (problems.length > 0) throw new InvalidFields(type, describeProblems(problems));
  return { type, schemaVersion, data: instance } as unknown as Extract<ClaimtrailEvent, { type: T }>;
}

const UNKNOWN_FIELD = 'is not known here: check how it is spelled, or leave it out';

/** Flattens class-validator's tree to `path -> what is wrong`. */
export function describeProblems(problems: ValidationError[], parent = ''): Record<string, string> {
  return problems.reduce<Record<string, string>>((fields, problem) => {
    const path = parent ? `${parent}.${problem.property}` : problem.property;
    const messages = Object.entries(problem.constraints ?? {}).map(([rule, message]) =>
      rule === 'whitelistValidation' ? UNKNOWN_FIELD : message,
    );
    // class-validator begins its messages with the field's name, which stands beside them already.
    if (messages.length > 0) fields[path] = messages.join(', ').replaceAll(`${problem.property} `, '');
    return Object.assign(fields, describeProblems(problem.children ?? [], path));
  }, {});
}
