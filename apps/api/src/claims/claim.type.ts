import { ID, ObjectType } from '@nestjs/graphql';
import type { AttributionMode, Polarity } from '#domain';
import type { ClaimView } from '#query';
import { AttributionModeEnum, PolarityEnum } from '../schema/enums.js';
import { connectionType, listType } from '../schema/page.type.js';
import { ReportType } from '../schema/report.type.js';
import { Shown, ShownEnum, ShownList, ShownObject } from '../schema/shown.js';
import { TextSpanType } from '../schema/text-span.type.js';

@ObjectType('Claim', { description: "A proposition reported on someone's word, or a denial of one." })
export class ClaimType extends ReportType implements ClaimView {
  @ShownEnum(PolarityEnum) polarity: Polarity;
  @Shown(String, 'string', { description: "What is claimed or denied, in the article's words." })
  proposition: string;
  @ShownEnum(AttributionModeEnum) attributionMode: AttributionMode;
  @Shown(String, 'string', { nullable: true }) hedge: string | null;
  @ShownObject(() => TextSpanType, { nullable: true }) cue: TextSpanType | null;
  @Shown(ID, 'string', { nullable: true, description: 'For a denial: the report it answers.' }) answers:
    string | null;
  @ShownList(() => ClaimType, { description: 'The denials that answer this claim.' }) denials: ClaimType[];
  @Shown(Boolean, 'boolean', { description: 'Somebody denies it. Disputed is not false.' }) disputed: boolean;
}

export const ClaimConnection = connectionType('Claim', ClaimType);
export const ClaimList = listType('Claim', ClaimType);
