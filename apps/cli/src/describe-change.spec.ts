import type { ClaimChange } from '#query';
import { describeChange } from './describe-change.js';

const change = {
  ...{ seq: '12', actor: 'ada', recordedAt: '2031-05-14T09:00:00.000Z', claimId: 'c', articleId: null },
} as unknown as ClaimChange;

describe('a change on the terminal', () => {
  it('says once how a text was changed', () => {
    const reasons = ['the article was changed without saying so'];
    const summary = 'killed: the article was changed without saying so: “40 people” is now “60 people”';
    const told = describeChange({ ...change, type: 'ArticleRevisionCompared', summary, reasons });
    expect(told.match(/without saying so/g)).toHaveLength(1);
  });

  it('gives the reason of whoever decided beside what was decided', () => {
    const corrected = { type: 'ReportCorrected', summary: 'it was corrected', reasons: ['a misprint'] };
    expect(describeChange({ ...change, ...corrected })).toBe(
      '    12  2031-05-14 09:00  ReportCorrected  (ada)\n        it was corrected: a misprint\n        claim c',
    );
  });

  it('gives a reason that stands in the words of what was decided too', () => {
    const corrected = { type: 'ReportCorrected', summary: 'value 40 is 60', reasons: ['60'] };
    expect(describeChange({ ...change, ...corrected })).toContain('value 40 is 60: 60');
  });
});
