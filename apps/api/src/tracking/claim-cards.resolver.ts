import { QueryBus } from '@nestjs/cqrs';
import { Args, ID, Query, Resolver } from '@nestjs/graphql';
import { FindClaimCards, GetClaimCard, GetClaimTimeline, type ClaimCard } from '#query';
import { Answers } from '../answers.js';
import { toConnection, type Connection } from '../schema/page.type.js';
import { Workspace } from '../workspace.js';
import { knownThenOrNull } from '../problems/known-then.js';
import { AS_OF, AsOfInput } from '../schema/as-of.input.js';
import { ClaimCardArguments } from './claim-card.arguments.js';
import { ClaimCardConnection, ClaimCardType } from './claim-card.type.js';
import { ClaimTimelineType } from './claim-timeline.type.js';
import { TimelineArguments } from './tracking.arguments.js';

@Resolver(() => ClaimCardType)
export class ClaimCardsResolver {
  constructor(
    private readonly queries: QueryBus,
    private readonly answers: Answers,
    private readonly workspace: Workspace,
  ) {}

  @Query(() => ClaimCardConnection, {
    description: 'Which claims are there, and what does each come to? In the order they began.',
  })
  async claimCards(@Args() filter: ClaimCardArguments): Promise<Connection<ClaimCard>> {
    const page = await this.queries.execute(
      new FindClaimCards({ ...filter, workspace: this.workspace.name }),
    );
    return toConnection(page, await this.answers.lagOf('claim-cards'));
  }

  @Query(() => ClaimCardType, { nullable: true, description: 'One claim, or the one it was merged into.' })
  claimCard(@Args('id', { type: () => ID }) id: string, @Args('asOf', AS_OF) asOf?: AsOfInput) {
    const claimId = this.answers.uuid('id', id);
    return knownThenOrNull(['claim', id], asOf, (then) =>
      this.queries.execute(new GetClaimCard(this.workspace.name, claimId, then)),
    );
  }

  @Query(() => ClaimTimelineType, {
    nullable: true,
    description: 'How did one claim change from report to report, and what did each add?',
  })
  claimTimeline(@Args() { id, asOf, ...page }: TimelineArguments) {
    const claimId = this.answers.uuid('id', id);
    return knownThenOrNull(['claim', id], asOf, (then) =>
      this.queries.execute(new GetClaimTimeline(this.workspace.name, claimId, then, page)),
    );
  }
}
