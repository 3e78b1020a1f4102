import { QueryBus } from '@nestjs/cqrs';
import { Args, Query, Resolver } from '@nestjs/graphql';
import {
  FindQueue,
  GetDossier,
  GetOutletOverview,
  GetPlaceOverview,
  ListChanges,
  type ClaimChange,
  type DossierEntry,
  type QueueItem,
} from '#query';
import { Answers } from '../answers.js';
import { toConnection, type Connection } from '../schema/page.type.js';
import { Workspace } from '../workspace.js';
import { ClaimChangeConnection, ClaimChangeType } from './change.type.js';
import { DossierConnection } from './dossier.type.js';
import { OutletOverviewType, PlaceOverviewType } from './overview.type.js';
import { QueueItemConnection } from './queue.type.js';
import {
  ChangeArguments,
  DossierArguments,
  OutletArguments,
  PlaceArguments,
  QueueArguments,
} from './tracking.arguments.js';

@Resolver(() => ClaimChangeType)
export class OverviewsResolver {
  constructor(
    private readonly queries: QueryBus,
    private readonly answers: Answers,
    private readonly workspace: Workspace,
  ) {}

  @Query(() => ClaimChangeConnection, {
    description: 'What changed since then, claim by claim, in the order of the log?',
  })
  async changes(@Args() filter: ChangeArguments): Promise<Connection<ClaimChange>> {
    const query = new ListChanges({ ...filter, workspace: this.workspace.name });
    return toConnection(await this.queries.execute(query), await this.answers.lagOf('claim-cards'));
  }

  @Query(() => QueueItemConnection, {
    description: 'What is there to look at: conflicts, uncertain links, reviews asked for?',
  })
  async queue(@Args() filter: QueueArguments): Promise<Connection<QueueItem>> {
    const query = new FindQueue({ ...filter, workspace: this.workspace.name });
    return toConnection(await this.queries.execute(query), await this.answers.lagOf('claim-cards'));
  }

  @Query(() => DossierConnection, {
    description: 'What did one source say on a subject, over time, under all spellings?',
  })
  async dossier(@Args() filter: DossierArguments): Promise<Connection<DossierEntry>> {
    const query = new GetDossier({ ...filter, workspace: this.workspace.name });
    return toConnection(await this.queries.execute(query), await this.answers.lagOf('claim-cards'));
  }

  @Query(() => PlaceOverviewType, {
    description: 'What are the latest figures for a place and what lies in it?',
  })
  placeOverview(@Args() { place, asOf }: PlaceArguments) {
    return this.queries.execute(new GetPlaceOverview(this.workspace.name, place, asOf));
  }

  @Query(() => OutletOverviewType, {
    nullable: true,
    description: 'How often was an outlet first, how often did it repeat, how often was it corrected?',
  })
  outletOverview(@Args() { outlet, asOf }: OutletArguments) {
    return this.queries.execute(new GetOutletOverview(this.workspace.name, outlet, asOf));
  }
}
