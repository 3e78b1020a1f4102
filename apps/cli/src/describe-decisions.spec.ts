import type { ClaimTimeline } from '#query';
import { describeValue } from './describe-claim.js';
import { describeCheck, describeDecisions } from './describe-decisions.js';

const value = { field: 'value', from: 12, to: 14 };
const entry = {
  reportId: 'r',
  outlet: 'Delta',
  corrections: [{ eventId: 'c', changes: [value] }],
  confirmed: true,
};
const decision = {
  eventId: 'c',
  seq: '7',
  type: 'ReportCorrected',
  actor: 'ada',
  recordedAt: '2031-05-14T09:00:00Z',
};
const made = {
  ...decision,
  ...{ reportId: 'r', reasons: ['a typing error'], field: null, verdict: null, revertedSeq: null },
};
const timeline = {
  entries: [entry],
  decisions: [
    made,
    { ...made, eventId: 'l', seq: '3', type: 'ReportLinked', actor: 'figure-linker/1.2.0' },
    {
      ...made,
      eventId: 'v',
      seq: '9',
      type: 'ReviewGiven',
      reportId: null,
      verdict: 'changes_requested',
      revertedSeq: '11',
    },
  ],
  revisions: [
    {
      ...{ seq: '5', recordedAt: '2031-05-13T09:00:00Z', stealth: true, change: 'changed' },
      ...{ reportId: 'r', previousReportId: null, fields: [{ field: 'value', from: 10, to: 12 }] },
    },
  ],
} as unknown as ClaimTimeline;

describe('a timeline on the terminal', () => {
  it('tells what people decided and what later texts changed, in order, and no decision of a process', () => {
    expect(describeDecisions(timeline)).toEqual([
      '2031-05-13 the outlet changed its text without saying so: report of Delta changed, value 10 -> 12',
      '2031-05-14 ada: report corrected (report of Delta), value 12 -> 14: a typing error',
      '2031-05-14 ada: review given, changes requested: a typing error (undone since)',
    ]);
    expect(describeCheck(timeline.entries[0]!)).toEqual(['corrected', 'confirmed']);
  });

  it('gives a number with its bound, its unit where it is not of people, and what it is if not reported', () => {
    const told = {
      value: 400,
      max: null,
      quantifier: 'up_to',
      unit: 'person',
      status: 'feared',
      text: null,
    } as const;
    expect(describeValue(told)).toBe('up to 400, feared');
    const homes = {
      ...told,
      quantifier: 'between',
      max: 500,
      unit: 'household',
      status: 'reported',
    } as const;
    expect(describeValue(homes)).toBe('400 to 500 households');
  });
});
