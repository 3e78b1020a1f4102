import { Controller, Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { FindStatements, type StatementView } from '#query';
import { Answers } from '../answers.js';
import { toList, type List } from '../schema/page.type.js';
import { Workspace } from '../workspace.js';
import { StatementArguments } from './statement.arguments.js';
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
  async statements(@Query() filter: StatementArguments): Promise<List<StatementView>> {
    const page = await this.queries.execute(
      new FindStatements({ ...filter, workspace: this.workspace.name }),
    );
    return toList(page, await this.answers.lagOf('statements-by-speaker'));
  }
}
