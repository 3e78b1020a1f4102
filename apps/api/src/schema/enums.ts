import { registerEnumType } from '@nestjs/graphql';
import {
  ATTRIBUTION_MODES,
  CAUSES,
  CORRECTION_KINDS,
  CUE_KINDS,
  DATE_ACCURACIES,
  ENTITY_KINDS,
  FIELD_VERDICTS,
  FIGURE_ROLES,
  FIGURE_STATUSES,
  IDMC_CATEGORIES,
  IDMC_TERMS,
  MEASURES,
  MENTION_FIELDS,
  METRICS,
  PLACE_ROLES,
  POLARITIES,
  QUANTIFIERS,
  REVIEW_VERDICTS,
  SOURCE_KINDS,
  SPEECH_ACTS,
  STATEMENT_FORMS,
  UNITS,
} from '#domain';
import { PLACE_KINDS } from '#gazetteer';

export type EnumObject = Readonly<Record<string, string>>;

/** GraphQL spells enum values in capitals (DISPLACED), REST and the log as they are stored (displaced): one list for both. */
export function enumOf(name: string, values: readonly string[], description: string): EnumObject {
  const byName = Object.fromEntries(values.map((value) => [value.toUpperCase(), value]));
  registerEnumType(byName, { name, description });
  return byName;
}

export const CueKindEnum = enumOf('CueKind', CUE_KINDS, 'What words did for the reading of a fact.');
export const MetricEnum = enumOf('Metric', METRICS, 'What a figure counts.');
export const MeasureEnum = enumOf(
  'Measure',
  MEASURES,
  'STOCK: in a state at a date. FLOW: movements or incidents in a period. Never compare them.',
);
export const QuantifierEnum = enumOf('Quantifier', QUANTIFIERS, 'How the source bounded the number.');
export const UnitEnum = enumOf('Unit', UNITS, 'What is counted.');
export const FigureStatusEnum = enumOf('FigureStatus', FIGURE_STATUSES, 'Reported, feared or projected.');
export const CauseEnum = enumOf('Cause', CAUSES, 'What drove it.');
export const PlaceRoleEnum = enumOf('PlaceRole', PLACE_ROLES, 'The part a place plays for a figure.');
export const PlaceKindEnum = enumOf('PlaceKind', PLACE_KINDS, 'What a place of the gazetteer is.');
export const IdmcTermEnum = enumOf('IdmcTerm', IDMC_TERMS, 'The word the source used, as IDMC files it.');
export const IdmcCategoryEnum = enumOf(
  'IdmcCategory',
  IDMC_CATEGORIES,
  'IDMC category that the text alone supports.',
);
export const DateAccuracyEnum = enumOf('DateAccuracy', DATE_ACCURACIES, 'How exactly a date is known.');
export const SourceKindEnum = enumOf('SourceKind', SOURCE_KINDS, 'Who a source is.');
export const StatementFormEnum = enumOf(
  'StatementForm',
  STATEMENT_FORMS,
  'Verbatim, reported, or reported with verbatim fragments.',
);
export const SpeechActEnum = enumOf('SpeechAct', SPEECH_ACTS, 'What the speaker does by saying it.');
export const AttributionModeEnum = enumOf('AttributionMode', ATTRIBUTION_MODES, 'How the speaker was found.');
export const PolarityEnum = enumOf('Polarity', POLARITIES, 'Asserted or denied.');
export const CorrectionKindEnum = enumOf('CorrectionKind', CORRECTION_KINDS, 'Whose error it is.');
export const FieldVerdictEnum = enumOf('FieldVerdict', FIELD_VERDICTS, 'What a remark finds of a field.');
export const FigureRoleEnum = enumOf(
  'FigureRole',
  FIGURE_ROLES,
  'The figure to show, or evidence beside it.',
);
export const ReviewVerdictEnum = enumOf('ReviewVerdict', REVIEW_VERDICTS, 'What a review comes to.');
export const MentionFieldEnum = enumOf('MentionField', MENTION_FIELDS, 'Where in a report a name stands.');
export const EntityKindEnum = enumOf('EntityKind', ENTITY_KINDS, 'What an entity is.');
