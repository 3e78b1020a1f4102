import { Controller, Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { FindStatements, type StatementView } from '#query';
import { Answers } from '../answers.js';
import { splitAsOf } from '../schema/as-of.input.js';
import { toList, type List } from '../schema/page.type.js';
import { Workspace } from '../workspace.js';
import { StatementParameters } from './statement.arguments.js';
import { StatementList } from './statement.type.js';

@ApiTags('statements')
@Controller('v1/statements')
export class StatementsController {
  constructor(
    private readonly queries: QueryBus,
    private readonly answers: Answers,
    private readonly workspace: Workspace,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Who said what? In log order.' })
  @ApiOkResponse({ type: StatementList })
  async statements(@Query() parameters: StatementParameters): Promise<List<StatementView>> {
    const { filter, asOf } = splitAsOf(parameters);
    const query = new FindStatements({ ...filter, asOf, workspace: this.workspace.name });
    const page = await this.queries.execute(query);
    return toList(page, await this.answers.lagOf('statements-by-speaker'));
  }
}
