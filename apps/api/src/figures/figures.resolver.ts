import { QueryBus } from '@nestjs/cqrs';
import { Args, ID, Query, Resolver } from '@nestjs/graphql';
import { FindFigures, GetClaimTimeline, type FigureView } from '#query';
import { Answers } from '../answers.js';
import { Workspace } from '../workspace.js';
import { toConnection, type Connection } from '../schema/page.type.js';
import { ClaimTimelineType } from './claim-timeline.type.js';
import { FigureArguments } from './figure.arguments.js';
import { FigureConnection, FigureType } from './figure.type.js';

@Resolver(() => FigureType)
export class FiguresResolver {
  constructor(
    private readonly queries: QueryBus,
    private readonly answers: Answers,
    private readonly workspace: Workspace,
  ) {}

  @Query(() => FigureConnection, { description: 'How many, where, by whom, when? In log order.' })
  async figures(@Args() filter: FigureArguments): Promise<Connection<FigureView>> {
    const page = await this.queries.execute(new FindFigures({ ...filter, workspace: this.workspace.name }));
    return toConnection(page, await this.answers.lagOf('figure-timeline'));
  }

  @Query(() => ClaimTimelineType, {
    nullable: true,
    description: 'How did one claim change from report to report?',
  })
  claimTimeline(@Args('id', { type: () => ID }) id: string) {
    return this.queries.execute(new GetClaimTimeline(this.workspace.name, this.answers.uuid('id', id)));
  }
}
