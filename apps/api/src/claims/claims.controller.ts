import { Controller, Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { FindClaims, type ClaimView } from '#query';
import { Answers } from '../answers.js';
import { splitAsOf } from '../schema/as-of.input.js';
import { toList, type List } from '../schema/page.type.js';
import { Workspace } from '../workspace.js';
import { ClaimParameters } from './claim.arguments.js';
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
  async claims(@Query() parameters: ClaimParameters): Promise<List<ClaimView>> {
    const { filter, asOf } = splitAsOf(parameters);
    const query = new FindClaims({ ...filter, asOf, workspace: this.workspace.name });
    const page = await this.queries.execute(query);
    return toList(page, await this.answers.lagOf('claims-with-denials'));
  }
}
