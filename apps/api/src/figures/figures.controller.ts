import { Controller, Get, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { FindFigures, GetClaimTimeline, type ClaimTimeline, type FigureView } from '#query';
import { Answers } from '../answers.js';
import { NotFound } from '../problems/not-found.js';
import { toList, type List } from '../schema/page.type.js';
import { Workspace } from '../workspace.js';
import { ClaimTimelineType } from './claim-timeline.type.js';
import { FigureArguments } from './figure.arguments.js';
import { FigureList } from './figure.type.js';

@ApiTags('figures')
@Controller('v1')
export class FiguresController {
  constructor(
    private readonly queries: QueryBus,
    private readonly answers: Answers,
    private readonly workspace: Workspace,
  ) {}

  @Get('figures')
  @ApiOperation({ summary: 'How many, where, by whom, when? In log order.' })
  @ApiOkResponse({ type: FigureList })
  async figures(@Query() filter: FigureArguments): Promise<List<FigureView>> {
    const page = await this.queries.execute(new FindFigures({ ...filter, workspace: this.workspace.name }));
    return toList(page, await this.answers.lagOf('figure-timeline'));
  }

  @Get('claims/:id/timeline')
  @ApiOperation({ summary: 'How did the figures of one claim change from report to report?' })
  @ApiOkResponse({ type: ClaimTimelineType })
  async timeline(@Param('id') id: string): Promise<ClaimTimeline> {
    const timeline = await this.queries.execute(
      new GetClaimTimeline(this.workspace.name, this.answers.uuid('id', id)),
    );
    if (!timeline) throw new NotFound('claim', id);
    return timeline;
  }
}
