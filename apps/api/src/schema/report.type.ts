import { ID, Int, ObjectType } from '@nestjs/graphql';
import type { AttributionLink, SourceKind } from '#domain';
import type { ArticleReference, ReportView, SpeakerView } from '#query';
import { SourceKindEnum } from './enums.js';
import { Shown, ShownEnum, ShownList, ShownObject } from './shown.js';
import { TextSpanType } from './text-span.type.js';

@ObjectType('Speaker', {
  description: 'Somebody a report is attributed to; every spelling of one name has one id.',
})
export class SpeakerType implements SpeakerView {
  @Shown(ID, 'string') id: string;
  @Shown(String, 'string') name: string;
  @Shown(String, 'string', { nullable: true }) role: string | null;
  @ShownEnum(SourceKindEnum) kind: SourceKind;
}

@ObjectType('AttributionLink', {
  description: 'One link of the chain a report came through: publisher first, origin last.',
})
export class AttributionLinkType implements AttributionLink {
  @Shown(String, 'string') name: string;
  @Shown(String, 'string', { nullable: true }) role: string | null;
  @ShownEnum(SourceKindEnum) kind: SourceKind;
  @Shown(String, 'string') verb: string;
  @ShownObject(() => TextSpanType, { nullable: true }) span: TextSpanType | null;
}

@ObjectType('ArticleReference')
export class ArticleReferenceType implements ArticleReference {
  @Shown(ID, 'string') id: string;
  @Shown(String, 'string', { nullable: true }) title: string | null;
  @Shown(String, 'string', { nullable: true }) outlet: string | null;
  @Shown(String, 'string', { nullable: true }) url: string | null;
  @Shown(String, 'string', { nullable: true }) publishedAt: string | null;
}

@ObjectType({ isAbstract: true })
export abstract class ReportType implements ReportView {
  @Shown(ID, 'string') id: string;
  @Shown(String, 'string', { description: 'Position in the log.' }) seq: string;
  @Shown(ID, 'string') eventId: string;
  @Shown(Int, 'integer', { description: 'The revision of the article it was read from.' }) revision: number;
  @Shown(ID, 'string', {
    nullable: true,
    description: 'What it speaks of, together with other reports; null until it is linked.',
  })
  claimId: string | null;
  @ShownObject(() => ArticleReferenceType) article: ArticleReferenceType;
  @ShownObject(() => SpeakerType, {
    nullable: true,
    description: "Who says it; null in the reporter's own voice.",
  })
  speaker: SpeakerType | null;
  @ShownList(() => AttributionLinkType) attribution: AttributionLinkType[];
  @ShownObject(() => TextSpanType, { description: 'The words themselves.' }) quote: TextSpanType;
  @ShownObject(() => TextSpanType, { description: 'The sentence around them.' }) sentence: TextSpanType;
  @Shown(String, 'string', { nullable: true, description: 'When it was published or uttered.' }) assertedAt:
    string | null;
  @Shown(String, 'string', { description: 'When it entered the log.' }) recordedAt: string;
  @Shown(String, 'string', { description: 'The rule that read it.' }) rule: string;
  @Shown(Boolean, 'boolean', { description: 'A later revision of the article took its place.' })
  superseded: boolean;
  @Shown(Boolean, 'boolean', { description: 'The article was withdrawn.' }) withdrawn: boolean;
  @Shown(Boolean, 'boolean', { description: 'Somebody took it back: it is not to be relied on.' })
  retracted: boolean;
}
