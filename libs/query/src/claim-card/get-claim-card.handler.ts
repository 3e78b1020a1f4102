import { Inject } from '@nestjs/common';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { EVENT_READER, type EventReader } from '#event-store';
import { resolveAsOf } from '../as-of/as-of.js';
import { foldLiving } from '../claim-ledgers/fold-claims.js';
import { ViewsReader } from '../views-reader.js';
import { foldedCard, type ClaimCard } from './claim-card.js';
import { GetClaimCard } from './find-claim-cards.query.js';

@QueryHandler(GetClaimCard)
export class GetClaimCardHandler implements IQueryHandler<GetClaimCard> {
  constructor(
    private readonly views: ViewsReader,
    @Inject(EVENT_READER) private readonly reader: EventReader,
  ) {}

  async execute({ workspace, claimId, asOf }: GetClaimCard): Promise<ClaimCard | null> {
    const clocks = await resolveAsOf(this.reader, workspace, asOf);
    const folded = await foldLiving(this.views, workspace, claimId, clocks);
    return folded && foldedCard(workspace, folded);
  }
}
