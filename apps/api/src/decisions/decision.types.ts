import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { ApiProperty } from '@nestjs/swagger';
import type { MakeDecisionResult } from '#ingestion';
import type { DecisionsView, DecisionView } from '#query';
import { JsonScalar } from '../events/json.scalar.js';
import type { Problem } from '../problems/problem.js';
import { PageInfoType } from '../schema/page.type.js';
import { Shown, ShownList, ShownObject } from '../schema/shown.js';

@ObjectType('DecisionResult', { description: 'What became of a decision.' })
export class DecisionResultType {
  @Shown(String, 'string', {
    description: 'recorded, or unchanged: the same had been decided before, and nothing was recorded.',
  })
  outcome: MakeDecisionResult['outcome'];
  @Shown(ID, 'string', { nullable: true, description: 'The event to name where it is to be undone.' })
  decisionId: string | null;
  @Shown(String, 'string', { description: 'The stream it stands in.' }) stream: string;
  @Shown(Int, 'integer', { description: 'What to give as expectedVersion with the next decision.' })
  version: number;
  @Shown(String, 'string', {
    nullable: true,
    description: 'Position in the log; null where nothing was recorded.',
  })
  lastSeq: string | null;
}

@ObjectType('BulkDecisionResult', { description: 'What became of one of many decisions.' })
export class BulkDecisionResultType {
  @Shown(String, 'string', { description: 'recorded, unchanged or refused.' })
  outcome: MakeDecisionResult['outcome'] | 'refused';
  @Shown(ID, 'string', { nullable: true }) decisionId: string | null;
  @Shown(Int, 'integer', { nullable: true }) version: number | null;
  @Shown(String, 'string', { nullable: true }) lastSeq: string | null;
  @Field(() => JsonScalar, { nullable: true, description: 'Why it was refused (RFC 9457).' })
  @ApiProperty({ type: Object, nullable: true, description: 'Why it was refused (RFC 9457).' })
  problem: Problem | null;
}

@ObjectType('BulkDecisionResults')
export class BulkDecisionResultsType {
  @ShownList(() => BulkDecisionResultType, { description: 'In the order of the request.' })
  results: BulkDecisionResultType[];
}

@ObjectType('Decision', { description: 'A decision of a person or a process.' })
export class DecisionType implements DecisionView {
  @Shown(ID, 'string', { description: 'The event: name it to undo the decision.' }) id: string;
  @Shown(String, 'string') seq: string;
  @Shown(String, 'string', { description: 'The type of the event: ReportCorrected.' }) type: string;
  @Shown(String, 'string') actor: string;
  @Shown(String, 'string') recordedAt: string;
  @Field(() => JsonScalar)
  @ApiProperty({ type: Object, description: 'The data of the event: docs/events.md.' })
  data: unknown;
  @Shown(ID, 'string', { nullable: true, description: 'The decision it is a part of, and undone with.' })
  partOf: string | null;
  @Shown(ID, 'string', { nullable: true, description: 'The event that undid it.' }) revertedBy: string | null;
}

@ObjectType('Decisions')
export class DecisionsType implements DecisionsView {
  @Shown(Int, 'integer', { description: 'What to give as expectedVersion with the next decision.' })
  version: number;
  @ShownList(() => DecisionType, { description: 'The newest last.' }) decisions: DecisionType[];
  @ShownObject(() => PageInfoType) pageInfo: PageInfoType;
}

@InputType({ description: 'One of many decisions: its type, and what the mutation of that type takes.' })
export class BulkDecisionInput {
  @Field(() => String, { description: 'correct_report, link_report ...' }) type: string;
  @Field(() => JsonScalar, { description: 'The fields of CorrectReportInput, LinkReportInput ...' })
  input: unknown;
}
