import { ID, ObjectType } from '@nestjs/graphql';
import type { Polarity, Relation, ReportKind } from '#domain';
import type { DossierEntry } from '#query';
import { PolarityEnum } from '../schema/enums.js';
import { connectionType, listType } from '../schema/page.type.js';
import { Shown, ShownEnum, ShownEnums, ShownObject } from '../schema/shown.js';
import { AnyReportType } from './claim-timeline.type.js';
import { RelationEnum, ReportKindEnum, StandingEnum } from './tracking-enums.js';

@ObjectType('DossierEntry', { description: 'Something a source said or claimed.' })
export class DossierEntryType implements DossierEntry {
  @Shown(ID, 'string') reportId: string;
  @ShownEnum(ReportKindEnum) kind: ReportKind;
  @ShownEnums(ReportKindEnum, { description: 'All that the words are read as.' })
  kinds: ReportKind[];
  @Shown(String, 'string', { description: 'Position in the log.' }) seq: string;
  @Shown(String, 'string', { nullable: true }) assertedAt: string | null;
  @Shown(String, 'string') text: string;
  @ShownEnum(PolarityEnum) polarity: Polarity;
  @Shown(ID, 'string', { nullable: true }) claimId: string | null;
  @ShownEnum(RelationEnum, { nullable: true }) relation: Relation | null;
  @Shown(String, 'string', { nullable: true }) relationReason: string | null;
  @ShownEnum(StandingEnum) standing: DossierEntry['standing'];
  @ShownObject(() => AnyReportType, {
    nullable: true,
    description: 'Where it stands, and under which spelling of the name.',
  })
  report: AnyReportType | null;
}

export const DossierConnection = connectionType('DossierEntry', DossierEntryType);
export const DossierList = listType('DossierEntry', DossierEntryType);
