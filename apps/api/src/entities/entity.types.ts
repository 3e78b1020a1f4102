import { ArgsType, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import { IntersectionType } from '@nestjs/swagger';
import type { EntityKind } from '#domain';
import type { EntityMergeProposal, EntityNameView, EntityProposalView, EntityView } from '#query';
import { AsOfInput } from '../schema/as-of.input.js';
import { EntityKindEnum } from '../schema/enums.js';
import { connectionType, listType } from '../schema/page.type.js';
import { PageSizeParameter, TextParameter } from '../schema/parameter.js';
import { Shown, ShownEnum, ShownList, ShownObject, ShownTexts } from '../schema/shown.js';

@ObjectType('EntityName', { description: 'A name as articles write it.' })
export class EntityNameType implements EntityNameView {
  @Shown(String, 'string') name: string;
  @Shown(Int, 'integer', { description: 'How often it stands in reports.' }) mentions: number;
  @Shown(Int, 'integer', { description: 'In how many articles.' }) articles: number;
}

@ObjectType('EntityProposal', { description: 'Another entity that may be this one: somebody is to look.' })
export class EntityProposalType implements EntityProposalView {
  @Shown(ID, 'string') decisionId: string;
  @Shown(ID, 'string', { description: 'The other entity.' }) entityId: string;
  @Shown(Float, 'number', { description: '0 to 1.' }) score: number;
  @ShownTexts() reasons: string[];
}

@ObjectType('Entity', { description: 'A person, organisation, group or place under all its names.' })
export class EntityType implements EntityView {
  @Shown(ID, 'string', { description: 'Of one that was merged: what it lives on as.' }) id: string;
  @ShownEnum(EntityKindEnum, { nullable: true, description: 'Null where no decision told yet.' })
  kind: EntityKind | null;
  @Shown(String, 'string', { nullable: true, description: 'The name that most mentions give it.' })
  name: string | null;
  @ShownList(() => EntityNameType, { description: 'All its spellings, the most frequent first.' })
  names: EntityNameType[];
  @ShownTexts('Roles that articles give it, the most frequent first.') roles: string[];
  @ShownTexts('Ids that were merged into it.') mergedIds: string[];
  @ShownList(() => EntityProposalType) proposals: EntityProposalType[];
}

@ObjectType('EntityList')
export class EntityListType {
  @ShownList(() => EntityType) items: EntityType[];
}

@ObjectType('EntityMergeProposal', {
  description: 'Two entities that may be one: somebody is to merge them or to decline.',
})
export class EntityMergeProposalType implements EntityMergeProposal {
  @Shown(ID, 'string', { description: 'The event.' }) id: string;
  @Shown(String, 'string') seq: string;
  @Shown(String, 'string') recordedAt: string;
  @Shown(ID, 'string', { description: 'As it was proposed: decline with this and the other.' })
  entityId: string;
  @Shown(ID, 'string') otherEntityId: string;
  @Shown(Float, 'number', { description: '0 to 1.' }) score: number;
  @ShownTexts() reasons: string[];
  @Shown(String, 'string', { description: 'The process that proposes it, with its version.' })
  decidedBy: string;
  @ShownObject(() => EntityType, { description: 'What the first lives on as: merge these two.' })
  entity: EntityType;
  @ShownObject(() => EntityType, { description: 'What the other lives on as.' }) other: EntityType;
}

export const EntityMergeProposalConnection = connectionType('EntityMergeProposal', EntityMergeProposalType);
export const EntityMergeProposalList = listType('EntityMergeProposal', EntityMergeProposalType);

@ArgsType()
class EntityFilters {
  @TextParameter('Words of any of its names.') name?: string;
  @PageSizeParameter() first?: number;
}

/** REST takes the clocks beside the filters. */
export class EntityParameters extends IntersectionType(EntityFilters, AsOfInput) {}
