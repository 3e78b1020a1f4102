import { ApiProperty } from '@nestjs/swagger';
import { IsNotEmpty, IsString, MaxLength } from 'class-validator';
import { IsStorableText } from '#domain';
import type { WithdrawArticleResult } from '#ingestion';

const MAX_REASON_LENGTH = 2_000;

export class WithdrawArticleRequest {
  @ApiProperty({ maxLength: MAX_REASON_LENGTH, description: 'Why, in words; it stays in the record.' })
  @IsStorableText()
  @MaxLength(MAX_REASON_LENGTH)
  @IsNotEmpty()
  @IsString()
  reason: string;
}

export class WithdrawArticleResponse {
  @ApiProperty({ enum: ['withdrawn', 'already_withdrawn'] }) outcome: WithdrawArticleResult['outcome'];
  @ApiProperty() articleId: string;
  @ApiProperty({ nullable: true, type: String }) lastSeq: string | null;
}
