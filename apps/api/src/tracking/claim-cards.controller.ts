import { Controller, Get, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { FindClaimCards, GetClaimCard, GetClaimTimeline, type ClaimCard, type ClaimTimeline } from '#query';
import { Answers } from '../answers.js';
import { knownThen } from '../problems/known-then.js';
import { toList, type List } from '../schema/page.type.js';
import { Workspace } from '../workspace.js';
import { ClockedPageParameters } from '../schema/clocked-page.arguments.js';
import { AsOfInput, splitAsOf } from '../schema/as-of.input.js';
import { ClaimCardParameters } from './claim-card.arguments.js';
import { ClaimCardList, ClaimCardType } from './claim-card.type.js';
import { ClaimTimelineType } from './claim-timeline.type.js';

@ApiTags('tracking')
@Controller('v1')
export class ClaimCardsController {
  constructor(
    private readonly queries: QueryBus,
    private readonly answers: Answers,
    private readonly workspace: Workspace,
  ) {}

  @Get('claim-cards')
  @ApiOperation({ summary: 'Which claims are there, and what does each come to? In the order they began.' })
  @ApiOkResponse({ type: ClaimCardList })
  async list(@Query() parameters: ClaimCardParameters): Promise<List<ClaimCard>> {
    const { filter, asOf } = splitAsOf(parameters);
    const page = await this.queries.execute(
      new FindClaimCards({ ...filter, asOf, workspace: this.workspace.name }),
    );
    return toList(page, await this.answers.lagOf('claim-cards'));
  }

  @Get('claim-cards/:id')
  @ApiOperation({ summary: 'One claim, or the one it was merged into.' })
  @ApiOkResponse({ type: ClaimCardType })
  async get(@Param('id') id: string, @Query() asOf: AsOfInput): Promise<ClaimCard> {
    const claimId = this.answers.uuid('id', id);
    return knownThen(['claim', id], asOf, (then) =>
      this.queries.execute(new GetClaimCard(this.workspace.name, claimId, then)),
    );
  }

  @Get('claims/:id/timeline')
  @ApiOperation({ summary: 'How did one claim change from report to report, and what did each add?' })
  @ApiOkResponse({ type: ClaimTimelineType })
  async timeline(
    @Param('id') id: string,
    @Query() parameters: ClockedPageParameters,
  ): Promise<ClaimTimeline> {
    const { filter: page, asOf } = splitAsOf(parameters);
    const claimId = this.answers.uuid('id', id);
    return knownThen(['claim', id], asOf, (then) =>
      this.queries.execute(new GetClaimTimeline(this.workspace.name, claimId, then, page)),
    );
  }
}
