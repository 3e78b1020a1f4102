import { Int, ObjectType } from '@nestjs/graphql';
import type { TextSpan } from '#domain';
import { Shown } from './shown.js';

@ObjectType('TextSpan', {
  description: 'Exact words of an article. Offsets count Unicode code points, end exclusive.',
})
export class TextSpanType implements TextSpan {
  @Shown(Int, 'integer') start: number;
  @Shown(Int, 'integer') end: number;
  @Shown(String, 'string') exact: string;
  @Shown(String, 'string', { description: 'Up to 32 characters before.' }) prefix: string;
  @Shown(String, 'string', { description: 'Up to 32 characters after.' }) suffix: string;
}
