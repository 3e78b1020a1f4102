import { QueryBus } from '@nestjs/cqrs';
import { Args, ID, Query, Resolver } from '@nestjs/graphql';
import { TraceFact } from '#query';
import { Answers } from '../answers.js';
import { knownThenOrNull } from '../problems/known-then.js';
import { AS_OF, AsOfInput } from '../schema/as-of.input.js';
import { Workspace } from '../workspace.js';
import { FactProvenanceType } from './provenance.type.js';

@Resolver(() => FactProvenanceType)
export class FactsResolver {
  constructor(
    private readonly queries: QueryBus,
    private readonly answers: Answers,
    private readonly workspace: Workspace,
  ) {}

  @Query(() => FactProvenanceType, { nullable: true, description: 'Where exactly does a fact stand?' })
  provenance(@Args('factId', { type: () => ID }) factId: string, @Args('asOf', AS_OF) asOf?: AsOfInput) {
    const id = this.answers.uuid('factId', factId);
    return knownThenOrNull(['fact', factId], asOf, (then) =>
      this.queries.execute(new TraceFact(this.workspace.name, id, then)),
    );
  }
}
