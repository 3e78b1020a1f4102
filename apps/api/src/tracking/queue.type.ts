import { ObjectType } from '@nestjs/graphql';
import type { QueueItem } from '#query';
import { connectionType, listType } from '../schema/page.type.js';
import { Shown, ShownList, ShownObject } from '../schema/shown.js';
import { ClaimCardType } from './claim-card.type.js';
import {
  AnyReportType,
  ClaimConflictType,
  ClaimDenialType,
  LinkProposalType,
  ReportAnomalyType,
} from './claim-timeline.type.js';

@ObjectType('ReviewRequest')
export class ReviewRequestType {
  @Shown(String, 'string') actor: string;
  @Shown(String, 'string') reason: string;
  @Shown(String, 'string') recordedAt: string;
}

@ObjectType('QueueItem', { description: 'A claim that somebody is to look at, with what to look at.' })
export class QueueItemType implements QueueItem {
  @ShownObject(() => ClaimCardType) claim: ClaimCardType;
  @ShownList(() => ClaimConflictType) conflicts: ClaimConflictType[];
  @ShownList(() => ClaimDenialType) denials: ClaimDenialType[];
  @ShownList(() => ReportAnomalyType, { description: 'Settled ones where these are asked for.' })
  anomalyDetails: ReportAnomalyType[];
  @ShownList(() => LinkProposalType) proposals: LinkProposalType[];
  @ShownObject(() => ReviewRequestType, {
    nullable: true,
    description: 'The review that was asked for, or what one asked to change.',
  })
  request: ReviewRequestType | null;
  @ShownList(() => AnyReportType, {
    description: 'The reports that conflicts, denials, anomalies and proposals name.',
  })
  reports: AnyReportType[];
}

export const QueueItemConnection = connectionType('QueueItem', QueueItemType);
export const QueueItemList = listType('QueueItem', QueueItemType);
