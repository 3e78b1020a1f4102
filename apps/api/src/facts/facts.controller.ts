import { Controller, Get, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { TraceFact, type FactProvenance } from '#query';
import { Answers } from '../answers.js';
import { AsOfInput } from '../schema/as-of.input.js';
import { knownThen } from '../problems/known-then.js';
import { Workspace } from '../workspace.js';
import { FactProvenanceType } from './provenance.type.js';

@ApiTags('facts')
@Controller('v1/facts')
export class FactsController {
  constructor(
    private readonly queries: QueryBus,
    private readonly answers: Answers,
    private readonly workspace: Workspace,
  ) {}

  @Get(':id/provenance')
  @ApiOperation({ summary: 'Where exactly does this figure, statement or claim stand?' })
  @ApiOkResponse({ type: FactProvenanceType })
  async provenance(@Param('id') id: string, @Query() asOf: AsOfInput): Promise<FactProvenance> {
    const factId = this.answers.uuid('id', id);
    return knownThen(['fact', id], asOf, (then) =>
      this.queries.execute(new TraceFact(this.workspace.name, factId, then)),
    );
  }
}
