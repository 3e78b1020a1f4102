import { Type } from 'class-transformer';
import {
  ArrayMinSize,
  IsArray,
  IsIn,
  IsInt,
  IsNumber,
  IsOptional,
  IsUUID,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { ENTITY_KINDS, MENTION_FIELDS, type EntityKind, type MentionField } from '../vocabulary.js';
import { Decision } from '../claim/claim-events.js';

/**
 * Where a name stands: in the attribution or among the places of a report. Decisions about names point there and never
 * repeat the name, so that whatever erases an article erases its names.
 */
export class Mention {
  @IsUUID() reportId: string;
  @IsIn(MENTION_FIELDS) field: MentionField;
  /** Place in the list, from 0. */
  @IsInt() @Min(0) index: number;
}

/** A person, organisation, group or place was met for the first time. */
export class EntityRegistered extends Decision {
  @IsUUID() entityId: string;
  @IsIn(ENTITY_KINDS) kind: EntityKind;
  @ValidateNested() @Type(() => Mention) mention: Mention;
}

/** An entity was found under another spelling, or under its acronym. */
export class AliasAdded extends Decision {
  @IsUUID() entityId: string;
  @ValidateNested() @Type(() => Mention) mention: Mention;
  @IsOptional() @IsNumber() @Min(0) @Max(1) score: number | null;
}

/** Two entities were found to be one; `mergedEntityId` lives on as `entityId`. */
export class EntitiesMerged extends Decision {
  @IsUUID() entityId: string;
  @IsUUID() mergedEntityId: string;
}

/** Some names of an entity were found to be another's: every mention spelled like one of these moves. */
export class EntitySplit extends Decision {
  @IsUUID() entityId: string;
  @IsUUID() newEntityId: string;
  @IsArray() @ArrayMinSize(1) @ValidateNested({ each: true }) @Type(() => Mention) mentions: Mention[];
}

/** Two entities may be one: somebody is to look. Accepted by an `EntitiesMerged` of the same two. */
export class EntityMergeProposed extends Decision {
  @IsUUID() entityId: string;
  @IsUUID() otherEntityId: string;
  @IsNumber() @Min(0) @Max(1) score: number;
}

/** A proposed merger was looked at and not made: the two stay apart, whatever a process thinks of them later. */
export class EntityMergeDeclined extends Decision {
  @IsUUID() entityId: string;
  @IsUUID() otherEntityId: string;
}
