import type { ClaimTimelineEntry, EntityView, QueueItem } from '#query';
import { describeEntity } from './describe-entity.js';
import { describeEntries, namesOfAnomalies } from './describe-entries.js';
import { describeQueueItem } from './describe-queue.js';

const settled = {
  ...{ eventId: 'decision', actor: 'ada', recordedAt: '2031-05-09T10:00:00Z', reasons: ['counted anew'] },
};
const parts = {
  ...{ reportId: 'total', anomaly: 'parts_exceed_total', againstReportId: 'women', settled: null },
  ...{ partReportIds: ['women', 'men'], from: 3000, to: 3500, factor: 1.17, threshold: 1 },
  reason: '2,000 and 1,500 in a part of what has 3,000 in all',
} as const;
const fall = {
  ...{ reportId: 'total', anomaly: 'falls', againstReportId: 'before', partReportIds: [] },
  ...{ from: 4000, to: 3000, factor: 0.75, threshold: null, reason: 'a total falls', settled },
} as const;
const report = (id: string, exact: string) => ({
  ...{ id, quote: { exact }, article: { outlet: 'Coast Mail' }, assertedAt: '2031-05-08T09:00:00Z' },
});
const item = {
  claim: { id: 'claim', metric: 'killed', reportCount: 4, originCount: 2 },
  ...{ conflicts: [], denials: [], proposals: [], request: null, anomalyDetails: [parts, fall] },
  reports: [
    report('total', '3,000 people'),
    report('women', '2,000 women'),
    report('men', '1,500 men'),
    report('before', '4,000 people'),
  ],
} as unknown as QueueItem;

describe('what is to be looked at, on the terminal', () => {
  it('tells of an anomaly its numbers, reports and reason, and how it is settled or was', () => {
    const lines = describeQueueItem(item).split('\n');
    expect(lines.slice(1)).toEqual([
      '  parts exceed total, 3,000 -> 3,500 (1.17 times): 2,000 and 1,500 in a part of what has 3,000 in all',
      '    total "3,000 people" (Coast Mail, 2031-05-08)',
      '    against women "2,000 women" (Coast Mail, 2031-05-08)',
      '    with men "1,500 men" (Coast Mail, 2031-05-08)',
      '    npx claimtrail decide settle-anomaly claim total women --anomaly parts_exceed_total --reason WHY',
      '  falls, 4,000 -> 3,000 (0.75 times): a total falls',
      '    total "3,000 people" (Coast Mail, 2031-05-08)',
      '    against before "4,000 people" (Coast Mail, 2031-05-08)',
      '    settled by ada on 2031-05-09: counted anew (decision decision)',
    ]);
  });

  it('names both reports of a conflict by id', () => {
    const conflicts = [{ reportId: 'total', againstReportId: 'before', reason: 'the same day' }];
    expect(
      describeQueueItem({ ...item, conflicts, anomalyDetails: [] })
        .split('\n')
        .slice(1),
    ).toEqual([
      '  total "3,000 people" (Coast Mail, 2031-05-08)',
      '  against before "4,000 people" (Coast Mail, 2031-05-08)',
      '    the same day',
    ]);
  });

  it('gives below a timeline the ids of its rows, their other relations and anomalies', () => {
    const entry = (reportId: string, more: object = {}) =>
      ({ reportId, otherRelations: [], anomalies: [], anomalyDetails: [], ...more }) as never;
    const last = entry('total', {
      otherRelations: [{ relation: 'conflicts', reportId: 'before', reason: 'the same day' }],
      anomalies: ['falls', 'parts_exceed_total'],
      anomalyDetails: [fall, parts],
    });
    expect(describeEntries([entry('before'), last])).toEqual([
      '1  before',
      '2  total',
      '     also conflicts 1: the same day',
      '     against 1: falls, 4,000 -> 3,000 (0.75 times): a total falls; settled by ada on 2031-05-09: counted anew (decision decision)',
      '     against women: parts exceed total, 3,000 -> 3,500 (1.17 times): 2,000 and 1,500 in a part of what has 3,000 in all',
    ]);
    expect(namesOfAnomalies(last as ClaimTimelineEntry)).toEqual(['falls (settled)', 'parts_exceed_total']);
  });

  it('lists an entity with its id, spellings and what may be merged with it', () => {
    const entity = {
      ...{ id: 'e1', kind: 'person', name: 'Mira Sand', roles: ['minister'], mergedIds: ['e0'] },
      names: [{ name: 'Mira Sand', mentions: 3, articles: 2 }],
      proposals: [{ decisionId: 'd', entityId: 'e2', score: 0.5, reasons: ['same initials'] }],
    } as const satisfies EntityView;
    expect(describeEntity(entity).split('\n')).toEqual([
      'e1  Mira Sand  (person, minister)',
      '  Mira Sand (3 in 2 articles)',
      '  merged into it: e0',
      '  may be e2 (0.50): same initials',
      '  npx claimtrail decide merge-entities e1 e2 --reason WHY (or decline-merge)',
    ]);
  });
});
