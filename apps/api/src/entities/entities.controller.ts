import { Controller, Get, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { InvalidFields } from '#domain';
import {
  FindEntities,
  FindEntityProposals,
  GetEntity,
  type EntityMergeProposal,
  type EntityView,
} from '#query';
import { Answers } from '../answers.js';
import { knownThen } from '../problems/known-then.js';
import { AsOfInput, splitAsOf } from '../schema/as-of.input.js';
import { toList, type List } from '../schema/page.type.js';
import { ClockedPageParameters } from '../schema/clocked-page.arguments.js';
import { Workspace } from '../workspace.js';
import { EntityListType, EntityMergeProposalList, EntityParameters, EntityType } from './entity.types.js';

@ApiTags('entities')
@Controller('v1/entities')
export class EntitiesController {
  constructor(
    private readonly queries: QueryBus,
    private readonly answers: Answers,
    private readonly workspace: Workspace,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Which people, organisations, groups and places have these words in a name?' })
  @ApiOkResponse({ type: EntityListType })
  async find(@Query() { name, first, ...asOf }: EntityParameters): Promise<{ items: readonly EntityView[] }> {
    if (name === undefined) throw new InvalidFields('request', { name: 'must be given' });
    const query = new FindEntities(this.workspace.name, name, first, asOf);
    return { items: await this.queries.execute(query) };
  }

  @Get(':id')
  @ApiOperation({
    summary: 'Who or where is it, under which names? Of one that was merged: what it lives on as.',
  })
  @ApiOkResponse({ type: EntityType })
  async get(@Param('id') id: string, @Query() asOf: AsOfInput): Promise<EntityView> {
    const entityId = this.answers.uuid('id', id);
    return knownThen(['entity', id], asOf, (then) =>
      this.queries.execute(new GetEntity(this.workspace.name, entityId, then)),
    );
  }
}

@ApiTags('entities')
@Controller('v1/entity-proposals')
export class EntityProposalsController {
  constructor(
    private readonly queries: QueryBus,
    private readonly answers: Answers,
    private readonly workspace: Workspace,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Which entities may be one, and nobody decided yet? The oldest proposal first.' })
  @ApiOkResponse({ type: EntityMergeProposalList })
  async list(@Query() parameters: ClockedPageParameters): Promise<List<EntityMergeProposal>> {
    const { filter: page, asOf } = splitAsOf(parameters);
    const query = new FindEntityProposals({ ...page, asOf, workspace: this.workspace.name });
    return toList(await this.queries.execute(query), await this.answers.lagOf('entities'));
  }
}
