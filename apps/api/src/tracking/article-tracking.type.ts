import { Float, ID, Int, ObjectType } from '@nestjs/graphql';
import type { MentionChange, ReportChange, ReportKind, RevisionExtent } from '#domain';
import type { ArticleRevisionView, Printing, WireCluster } from '#query';
import { connectionType, listType } from '../schema/page.type.js';
import { ArticleReferenceType } from '../schema/report.type.js';
import { Shown, ShownEnum, ShownList, ShownObject } from '../schema/shown.js';
import { CorrectedFieldType } from './claim-timeline.type.js';
import { MentionChangeEnum, PrintingRoleEnum, ReportKindEnum, RevisionExtentEnum } from './tracking-enums.js';

@ObjectType('Printing', { description: 'An article that prints a wire story.' })
export class PrintingType implements Printing {
  @ShownObject(() => ArticleReferenceType) article: ArticleReferenceType;
  @ShownEnum(PrintingRoleEnum) role: Printing['role'];
  @Shown(Float, 'number', { description: 'Share of what both texts have, 0 to 1.' }) similarity: number;
  @Shown(String, 'string') method: string;
  @Shown(String, 'string') seq: string;
}

@ObjectType('WireCluster', {
  description: 'Articles that print one wire story: one origin, however many print it.',
})
export class WireClusterType implements WireCluster {
  @Shown(ID, 'string') id: string;
  @Shown(String, 'string') seq: string;
  @Shown(Int, 'integer') articleCount: number;
  @ShownObject(() => ArticleReferenceType, {
    nullable: true,
    description: 'Null where clocks are turned back and it had not been published yet.',
  })
  original: ArticleReferenceType | null;
  @ShownList(() => PrintingType, { description: 'The original first; the first 200.' })
  printings: PrintingType[];
}

@ObjectType('ReportChange', { description: 'What a later text of an article does to one report.' })
export class ReportChangeType implements ReportChange {
  @ShownEnum(ReportKindEnum) kind: ReportKind;
  @ShownEnum(MentionChangeEnum) change: MentionChange;
  @Shown(ID, 'string', { nullable: true }) previousReportId: string | null;
  @Shown(ID, 'string', { nullable: true }) reportId: string | null;
  @ShownList(() => CorrectedFieldType) fields: CorrectedFieldType[];
}

@ObjectType('ArticleRevision', {
  description: 'What a new text of an article changed, and whether it says so.',
})
export class ArticleRevisionType implements ArticleRevisionView {
  @Shown(ID, 'string') articleId: string;
  @Shown(Int, 'integer') revision: number;
  @Shown(String, 'string') seq: string;
  @Shown(String, 'string') recordedAt: string;
  @Shown(String, 'string', { nullable: true }) publishedAt: string | null;
  @ShownEnum(RevisionExtentEnum) extent: RevisionExtent;
  @Shown(Float, 'number', { description: 'Share of words that both texts have, 0 to 1.' }) similarity: number;
  @Shown(Boolean, 'boolean', { description: 'The article says nowhere that it was changed.' })
  stealth: boolean;
  @ShownList(() => ReportChangeType) changes: ReportChangeType[];
}

export const WireClusterConnection = connectionType('WireCluster', WireClusterType);
export const WireClusterList = listType('WireCluster', WireClusterType);
