import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { ApiProperty } from '@nestjs/swagger';
import type { EventView } from '#query';
import { connectionType, listType } from '../schema/page.type.js';
import { Shown } from '../schema/shown.js';
import { JsonScalar } from './json.scalar.js';

@ObjectType('Event', { description: 'An event of the log.' })
export class EventObjectType implements EventView {
  @Shown(String, 'string', { description: 'Dense position in the log: 1, 2, 3 ...' }) seq: string;
  @Shown(ID, 'string') eventId: string;
  @Shown(String, 'string') stream: string;
  @Shown(Int, 'integer', { description: 'Position in its stream.' }) version: number;
  @Shown(String, 'string') type: string;
  @Shown(Int, 'integer') schemaVersion: number;
  @Shown(String, 'string', { description: "The database's clock." }) recordedAt: string;
  @Shown(String, 'string', { nullable: true, description: 'Since when its article says it.' }) occurredAt:
    string | null;
  @Shown(String, 'string') actor: string;
  @Shown(ID, 'string', { nullable: true }) causationId: string | null;
  @Shown(ID, 'string', { nullable: true }) correlationId: string | null;
  @Field(() => JsonScalar) @ApiProperty({ type: Object }) data: unknown;
  @Field(() => JsonScalar) @ApiProperty({ type: Object }) meta: unknown;
}

export const EventConnection = connectionType('Event', EventObjectType);
export const EventList = listType('Event', EventObjectType);
