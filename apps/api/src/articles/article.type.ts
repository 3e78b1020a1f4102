import { ID, Int, ObjectType } from '@nestjs/graphql';
import type { NotExtracted } from '#domain';
import type { ArticleView } from '#query';
import { connectionType, listType } from '../schema/page.type.js';
import { Shown } from '../schema/shown.js';

@ObjectType('Article', { description: 'An article with its newest text.' })
export class ArticleType implements ArticleView {
  @Shown(ID, 'string') id: string;
  @Shown(Int, 'integer') revision: number;
  @Shown(String, 'string', { nullable: true }) url: string | null;
  @Shown(String, 'string', { nullable: true, description: 'Who published it.' }) outlet: string | null;
  @Shown(String, 'string', { nullable: true }) title: string | null;
  @Shown(String, 'string', { nullable: true }) byline: string | null;
  @Shown(String, 'string', {
    nullable: true,
    description: 'BCP 47 tag: what its words are in, else what was declared.',
  })
  language: string | null;
  @Shown(String, 'string', { nullable: true }) publishedAt: string | null;
  @Shown(String, 'string') textSha256: string;
  @Shown(String, 'string', { nullable: true }) extractor: string | null;
  @Shown(String, 'string', { nullable: true }) extractorVersion: string | null;
  @Shown(Int, 'integer', { description: 'How many figures were found.' }) figures: number;
  @Shown(Int, 'integer') statements: number;
  @Shown(Int, 'integer', { description: 'Claims and denials together.' }) claims: number;
  @Shown(String, 'string', {
    nullable: true,
    description: 'Why it was stored and not read: other_language, mixed_languages; null where it was read.',
  })
  notExtracted: NotExtracted | null;
  @Shown(String, 'string', { nullable: true }) withdrawnReason: string | null;
  @Shown(String, 'string') seq: string;
  @Shown(String, 'string') recordedAt: string;
  @Shown(String, 'string', { nullable: true, description: 'The raw text; null in lists.' }) text:
    string | null;
}

export const ArticleConnection = connectionType('Article', ArticleType);
export const ArticleList = listType('Article', ArticleType);
