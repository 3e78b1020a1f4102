import { Controller, Get, Headers, Param, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { ProofReader } from '#event-store';
import { Workspace } from '../workspace.js';
import { ConsistencyArguments } from './consistency.arguments.js';
import { CheckpointType, ConsistencyProofType, InclusionProofType } from './proof.type.js';

const TEXT = 'text/plain; charset=utf-8';
const JSON_TYPE = 'application/json';

@ApiTags('proof')
@Controller('v1/events')
export class ProofsController {
  constructor(
    private readonly proofs: ProofReader,
    private readonly workspace: Workspace,
  ) {}

  @Get(':id/proof')
  @ApiOperation({ summary: 'That an event stands in the log that the newest checkpoint signs.' })
  @ApiParam({ name: 'id', description: "The event's id or its seq." })
  @ApiOkResponse({ type: InclusionProofType })
  inclusion(@Param('id') id: string) {
    return this.proofs.inclusion(this.workspace.name, id);
  }
}

@ApiTags('proof')
@Controller('v1/log')
export class LogController {
  constructor(
    private readonly proofs: ProofReader,
    private readonly workspace: Workspace,
  ) {}

  @Get('checkpoint')
  @ApiOperation({
    summary: 'The newest checkpoint: size and root of the log, signed (C2SP tlog-checkpoint).',
  })
  @ApiProduces('text/plain', JSON_TYPE)
  @ApiOkResponse({ type: CheckpointType })
  async checkpoint(
    @Headers('accept') accept: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string | CheckpointType> {
    const { size, root, note, sealedAt } = await this.proofs.newestCheckpoint(this.workspace.name);
    void reply.header('Vary', 'Accept');
    if (!accept?.includes(JSON_TYPE)) {
      void reply.type(TEXT);
      return note;
    }
    const rootHash = Buffer.from(root, 'latin1').toString('base64');
    return { size, rootHash, sealedAt: sealedAt.toISOString(), note };
  }

  @Get('consistency')
  @ApiOperation({ summary: 'That the log of some size is the beginning of a younger one.' })
  @ApiOkResponse({ type: ConsistencyProofType })
  consistency(@Query() { from, to }: ConsistencyArguments) {
    return this.proofs.consistency(this.workspace.name, from, to);
  }
}
