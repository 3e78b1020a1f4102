import type { ArticleRevisionCompared } from '#domain';
import { detailsOf } from './change-details.js';
import { summaryOf } from './change-summary.js';

const quotes = new Map([
  ['old', '40 people'],
  ['new', '60 people'],
]);
const around = { quotes, undone: new Map() };
const change = {
  seq: '9',
  eventId: 'e',
  recordedAt: '2031-03-10T09:00:00.000Z',
  actor: 'ada',
  claimId: 'c',
  reportId: null,
  quote: null,
  articleId: 'a',
  entityId: null,
  otherEntityId: null,
  reasons: [],
  relation: null,
  relationReason: null,
  otherRelations: [],
  change: null,
  claim: null,
};
const told = (type: string, data: unknown, reportIds: readonly string[] = []) =>
  summaryOf({
    ...change,
    ...detailsOf(type, data, reportIds, around),
    type,
    data,
    quotes: reportIds.flatMap((id) => quotes.get(id) ?? []),
  });

const fields = [{ field: 'value', from: 40, to: 60 }];
const revised = (stealth: boolean): Pick<ArticleRevisionCompared, 'stealth' | 'changes'> => ({
  stealth,
  changes: [
    { kind: 'figure', change: 'changed', previousReportId: 'old', reportId: 'new', fields },
    { kind: 'claim', change: 'disappeared', previousReportId: 'elsewhere', reportId: null, fields: [] },
  ],
});

describe('what a change says of itself', () => {
  it('gives the words of both texts of a changed article, and of no report of other claims', () => {
    expect(told('ArticleRevisionCompared', revised(true), ['old', 'new'])).toBe(
      'the article was changed without saying so: “40 people” is now “60 people” (value 40 -> 60)',
    );
    expect(told('ArticleRevisionCompared', revised(false), ['elsewhere'])).toBe(
      'the article was changed and says so: a claim disappeared',
    );
  });

  it('names what was taken out with an article', () => {
    expect(told('ArticleRevised', {}, ['old'])).toBe(
      'a later text of the article took the place of “40 people”',
    );
  });

  it('tells what was undone, though the views have it no more', () => {
    const data = { decisionId: 'gone', decisionType: 'ReviewGiven' };
    expect(told('DecisionReverted', data)).toBe('undone: review given');
  });

  it('says in plain words what it has no words of its own for', () => {
    expect(told('AnythingDecided', {})).toBe('anything decided');
  });
});
