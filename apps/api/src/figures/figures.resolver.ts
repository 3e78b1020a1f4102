import { QueryBus } from '@nestjs/cqrs';
import { Args, Query, Resolver } from '@nestjs/graphql';
import { FindFigures, type FigureView } from '#query';
import { Answers } from '../answers.js';
import { Workspace } from '../workspace.js';
import { toConnection, type Connection } from '../schema/page.type.js';
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
}
