import { Controller, Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { FindClaims, type ClaimView } from '#query';
import { Answers } from '../answers.js';
import { toList, type List } from '../schema/page.type.js';
import { Workspace } from '../workspace.js';
import { ClaimArguments } from './claim.arguments.js';
import { ClaimList } from './claim.type.js';

@ApiTags('claims')
@Controller('v1/claims')
export class ClaimsController {
  constructor(
    private readonly queries: QueryBus,
    private readonly answers: Answers,
    private readonly workspace: Workspace,
  ) {}

  @Get()
  @ApiOperation({ summary: 'What is claimed, on whose word, and who denies it? In log order.' })
  @ApiOkResponse({ type: ClaimList })
  async claims(@Query() filter: ClaimArguments): Promise<List<ClaimView>> {
    const page = await this.queries.execute(new FindClaims({ ...filter, workspace: this.workspace.name }));
    return toList(page, await this.answers.lagOf('claims-with-denials'));
  }
}
