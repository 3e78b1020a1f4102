import { ID, Int, ObjectType } from '@nestjs/graphql';
import type { CueKind } from '#domain';
import type { FactDecision, FactProvenance, LocatedCue, LocatedSpan } from '#query';
import { ArticleType } from '../articles/article.type.js';
import { EventObjectType } from '../events/event.type.js';
import { AttributionLinkType } from '../schema/report.type.js';
import { CueKindEnum } from '../schema/enums.js';
import { Shown, ShownEnum, ShownList, ShownObject, ShownStrings } from '../schema/shown.js';
import { CorrectedFieldType } from '../tracking/claim-timeline.type.js';
import { TextSpanType } from '../schema/text-span.type.js';

@ObjectType('Utf16Range', {
  description: 'The same place counted in UTF-16 code units, as JavaScript and Java do.',
})
export class Utf16RangeType {
  @Shown(Int, 'integer') start: number;
  @Shown(Int, 'integer') end: number;
}

@ObjectType('LocatedSpan')
export class LocatedSpanType extends TextSpanType implements LocatedSpan {
  @ShownObject(() => Utf16RangeType) utf16: Utf16RangeType;
  @Shown(Boolean, 'boolean', { description: 'The stored text holds exactly these words at this place.' })
  verified: boolean;
}

@ObjectType('Extractor')
export class ExtractorType {
  @Shown(String, 'string') name: string;
  @Shown(String, 'string') version: string;
  @Shown(String, 'string') rule: string;
}

@ObjectType('Cue', { description: 'Words that the reader went by.' })
export class CueType implements LocatedCue {
  @ShownEnum(CueKindEnum) kind: CueKind;
  @ShownObject(() => LocatedSpanType) span: LocatedSpanType;
}

@ObjectType('FactDecision', { description: 'What somebody decided about a report itself.' })
export class FactDecisionType implements FactDecision {
  @Shown(ID, 'string') eventId: string;
  @Shown(String, 'string') seq: string;
  @Shown(String, 'string', { description: 'The type of the event.' }) type: string;
  @Shown(String, 'string') actor: string;
  @Shown(String, 'string') recordedAt: string;
  @ShownStrings({ description: 'Why, in the words of whoever decided.' }) reasons: string[];
  @ShownList(() => CorrectedFieldType, { description: 'What a correction changed.' })
  fields: CorrectedFieldType[];
  @Shown(Boolean, 'boolean', { description: 'Whether it was undone.' }) undone: boolean;
}

@ObjectType('FactProvenance', { description: 'From a fact back to the characters it was read from.' })
export class FactProvenanceType implements FactProvenance {
  @Shown(ID, 'string') id: string;
  @Shown(String, 'string', { description: 'figure, statement or claim' }) kind: FactProvenance['kind'];
  @ShownObject(() => LocatedSpanType) quote: LocatedSpanType;
  @ShownObject(() => LocatedSpanType) sentence: LocatedSpanType;
  @ShownList(() => AttributionLinkType) attribution: AttributionLinkType[];
  @ShownObject(() => ArticleType) article: ArticleType;
  @Shown(Int, 'integer') revision: number;
  @Shown(String, 'string', { description: 'SHA-256 of the text in the log, computed now.' })
  textSha256: string;
  @Shown(Boolean, 'boolean', {
    description: 'It is the hash recorded with the text, and the views show the same text.',
  })
  textVerified: boolean;
  @ShownObject(() => ExtractorType) extractor: ExtractorType;
  @ShownList(() => CueType, { description: 'What the rule went by, in text order.' }) cues: CueType[];
  @Shown(String, 'string', {
    nullable: true,
    description: 'The event by which a later text or reading took its place.',
  })
  supersededSeq: string | null;
  @Shown(String, 'string', { nullable: true, description: 'The event by which its article was withdrawn.' })
  withdrawnSeq: string | null;
  @Shown(String, 'string', { nullable: true, description: 'The event by which somebody took it back.' })
  retractedSeq: string | null;
  @ShownList(() => FactDecisionType, {
    description: 'What people decided about it; all else is as it was read.',
  })
  decisions: FactDecisionType[];
  @ShownObject(() => EventObjectType, { description: 'The event that recorded it.' }) event: EventObjectType;
}
