import { ID, ObjectType } from '@nestjs/graphql';
import type { Relation } from '#domain';
import type { ClaimChange } from '#query';
import { connectionType, listType } from '../schema/page.type.js';
import { Shown, ShownEnum, ShownObject, ShownStrings } from '../schema/shown.js';
import { ClaimCardType } from './claim-card.type.js';
import { ValueChangeType } from './claim-timeline.type.js';
import { RelationEnum } from './tracking-enums.js';

@ObjectType('ClaimChange', {
  description: 'Something that happened to a claim: reports came or went, people decided about it.',
})
export class ClaimChangeType implements ClaimChange {
  @Shown(String, 'string', { description: 'Position in the log.' }) seq: string;
  @Shown(ID, 'string') eventId: string;
  @Shown(String, 'string', { description: 'The type of the event.' }) type: string;
  @Shown(String, 'string') recordedAt: string;
  @Shown(String, 'string') actor: string;
  @Shown(ID, 'string', {
    nullable: true,
    description: 'The claim that it happened to; null for what concerns none, or sources of many.',
  })
  claimId: string | null;
  @Shown(ID, 'string', { nullable: true }) reportId: string | null;
  @Shown(ID, 'string', { nullable: true }) articleId: string | null;
  @Shown(ID, 'string', { nullable: true, description: 'The source or place that was decided about.' })
  entityId: string | null;
  @Shown(ID, 'string', { nullable: true, description: 'The one that was merged into it, or split from it.' })
  otherEntityId: string | null;
  @ShownStrings({ description: 'Why it was decided, or what was found.' }) reasons: string[];
  @ShownEnum(RelationEnum, { nullable: true, description: 'What the report adds to what was known before.' })
  relation: Relation | null;
  @Shown(String, 'string', { nullable: true, description: 'The same in words.' }) relationReason:
    string | null;
  @ShownObject(() => ValueChangeType, { nullable: true }) change: ValueChangeType | null;
  @ShownObject(() => ClaimCardType, { nullable: true, description: 'The claim as it stands.' })
  claim: ClaimCardType | null;
}

export const ClaimChangeConnection = connectionType('ClaimChange', ClaimChangeType);
export const ClaimChangeList = listType('ClaimChange', ClaimChangeType);
