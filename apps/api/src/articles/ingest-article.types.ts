import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { NOT_EXTRACTED, type NotExtracted } from '#domain';
import type { IngestArticleResult } from '#ingestion';

/** The shape of POST /v1/articles for the OpenAPI page; the checks stand with the command. */
export class IngestArticleRequest {
  @ApiProperty({ description: 'The raw text. Spans point into it as it is.' })
  text: string;
  @ApiPropertyOptional({
    description: 'Your own name for the article: the same id again is the same article.',
  })
  id?: string;
  @ApiPropertyOptional({ description: 'Tells the article apart where there is no id.' }) url?: string;
  @ApiPropertyOptional({ description: 'Who published it.' }) outlet?: string;
  @ApiPropertyOptional() title?: string;
  @ApiPropertyOptional() byline?: string;
  @ApiPropertyOptional({ description: 'BCP 47 tag.' }) language?: string;
  @ApiPropertyOptional({
    description: 'YYYY-MM-DD or an RFC 3339 time; read from the dateline where absent.',
  })
  publishedAt?: string;
}

export class IngestArticleResponse {
  @ApiProperty({ enum: ['ingested', 'revised', 'metadata_changed', 'duplicate'] })
  outcome: IngestArticleResult['outcome'];
  @ApiProperty() articleId: string;
  @ApiProperty() revision: number;
  @ApiProperty({
    nullable: true,
    type: String,
    description: 'Position of its last event in the log; null for a duplicate.',
  })
  lastSeq: string | null;
  @ApiProperty() figures: number;
  @ApiProperty() statements: number;
  @ApiProperty({ description: 'Claims and denials together.' }) claims: number;
  @ApiProperty({ nullable: true, type: String, description: 'BCP 47 tag of what its words are in.' })
  language: string | null;
  @ApiProperty({
    nullable: true,
    enum: NOT_EXTRACTED,
    description: 'Why it was stored and not read; null where it was read.',
  })
  notExtracted: NotExtracted | null;
  @ApiProperty({
    type: [String],
    description: 'What a page says that could not be taken as it stands: conflicting or impossible dates.',
  })
  notes: readonly string[];
}
