import { QueryBus } from '@nestjs/cqrs';
import { Args, Query, Resolver } from '@nestjs/graphql';
import { FindClaims, type ClaimView } from '#query';
import { Answers } from '../answers.js';
import { toConnection, type Connection } from '../schema/page.type.js';
import { Workspace } from '../workspace.js';
import { ClaimArguments } from './claim.arguments.js';
import { ClaimConnection, ClaimType } from './claim.type.js';

@Resolver(() => ClaimType)
export class ClaimsResolver {
  constructor(
    private readonly queries: QueryBus,
    private readonly answers: Answers,
    private readonly workspace: Workspace,
  ) {}

  @Query(() => ClaimConnection, {
    description: 'What is claimed, on whose word, and who denies it? In log order.',
  })
  async claims(@Args() filter: ClaimArguments): Promise<Connection<ClaimView>> {
    const page = await this.queries.execute(new FindClaims({ ...filter, workspace: this.workspace.name }));
    return toConnection(page, await this.answers.lagOf('claims-with-denials'));
  }
}
