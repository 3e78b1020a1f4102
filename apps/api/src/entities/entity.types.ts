import { ArgsType, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import type { EntityKind } from '#domain';
import type { EntityNameView, EntityProposalView, EntityView } from '#query';
import { EntityKindEnum } from '../schema/enums.js';
import { PageSizeParameter, TextParameter } from '../schema/parameter.js';
import { Shown, ShownEnum, ShownList, ShownTexts } from '../schema/shown.js';

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

@ArgsType()
export class EntityArguments {
  @TextParameter('Words of any of its names.') name?: string;
  @PageSizeParameter() first?: number;
}
