import { Controller, Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { FindFigures, type FigureView } from '#query';
import { Answers } from '../answers.js';
import { splitAsOf } from '../schema/as-of.input.js';
import { toList, type List } from '../schema/page.type.js';
import { Workspace } from '../workspace.js';
import { FigureParameters } from './figure.arguments.js';
import { FigureList } from './figure.type.js';

@ApiTags('figures')
@Controller('v1/figures')
export class FiguresController {
  constructor(
    private readonly queries: QueryBus,
    private readonly answers: Answers,
    private readonly workspace: Workspace,
  ) {}

  @Get()
  @ApiOperation({ summary: 'How many, where, by whom, when? In log order.' })
  @ApiOkResponse({ type: FigureList })
  async figures(@Query() parameters: FigureParameters): Promise<List<FigureView>> {
    const { filter, asOf } = splitAsOf(parameters);
    const query = new FindFigures({ ...filter, asOf, workspace: this.workspace.name });
    const page = await this.queries.execute(query);
    return toList(page, await this.answers.lagOf('figure-timeline'));
  }
}
