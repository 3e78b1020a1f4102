import { QueryBus } from '@nestjs/cqrs';
import { Args, ID, Int, Query, Resolver } from '@nestjs/graphql';
import { FindEntities, FindEntityProposals, GetEntity, type EntityMergeProposal } from '#query';
import { Answers } from '../answers.js';
import { knownThenOrNull } from '../problems/known-then.js';
import { AS_OF, AsOfInput } from '../schema/as-of.input.js';
import { toConnection, type Connection } from '../schema/page.type.js';
import { ClockedPageArguments } from '../schema/clocked-page.arguments.js';
import { Workspace } from '../workspace.js';
import { EntityMergeProposalConnection, EntityType } from './entity.types.js';

@Resolver(() => EntityType)
export class EntitiesResolver {
  constructor(
    private readonly queries: QueryBus,
    private readonly answers: Answers,
    private readonly workspace: Workspace,
  ) {}

  @Query(() => EntityType, {
    nullable: true,
    description: 'Who or where is it, under which names? Of one that was merged: what it lives on as.',
  })
  entity(@Args('id', { type: () => ID }) id: string, @Args('asOf', AS_OF) asOf?: AsOfInput) {
    const entityId = this.answers.uuid('id', id);
    return knownThenOrNull(['entity', id], asOf, (then) =>
      this.queries.execute(new GetEntity(this.workspace.name, entityId, then)),
    );
  }

  @Query(() => [EntityType], {
    description:
      'Which people, organisations, groups and places have these words in a name? The most mentioned first.',
  })
  entities(
    @Args('name') name: string,
    @Args('first', { type: () => Int, nullable: true }) first: number | undefined,
    @Args('asOf', AS_OF) asOf?: AsOfInput,
  ) {
    return this.queries.execute(new FindEntities(this.workspace.name, name, first ?? undefined, asOf));
  }

  @Query(() => EntityMergeProposalConnection, {
    description: 'Which entities may be one, and nobody decided yet? The oldest proposal first.',
  })
  async entityProposals(@Args() page: ClockedPageArguments): Promise<Connection<EntityMergeProposal>> {
    const query = new FindEntityProposals({ ...page, workspace: this.workspace.name });
    return toConnection(await this.queries.execute(query), await this.answers.lagOf('entities'));
  }
}
