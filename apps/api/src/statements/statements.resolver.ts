import { QueryBus } from '@nestjs/cqrs';
import { Args, Query, Resolver } from '@nestjs/graphql';
import { FindStatements, type StatementView } from '#query';
import { Answers } from '../answers.js';
import { toConnection, type Connection } from '../schema/page.type.js';
import { Workspace } from '../workspace.js';
import { StatementArguments } from './statement.arguments.js';
import { StatementConnection, StatementType } from './statement.type.js';

@Resolver(() => StatementType)
export class StatementsResolver {
  constructor(
    private readonly queries: QueryBus,
    private readonly answers: Answers,
    private readonly workspace: Workspace,
  ) {}

  @Query(() => StatementConnection, { description: 'Who said what? In log order.' })
  async statements(@Args() filter: StatementArguments): Promise<Connection<StatementView>> {
    const page = await this.queries.execute(
      new FindStatements({ ...filter, workspace: this.workspace.name }),
    );
    return toConnection(page, await this.answers.lagOf('statements-by-speaker'));
  }
}
