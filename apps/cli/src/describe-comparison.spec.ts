import { describeComparison } from './describe-comparison.js';

const [ONE, TWO] = ['0b6f1d5e-6f0a-5a52-9c1e-1f6d0a7c4b21', '7f9c24e8-3b12-5fef-91e0-56a2d5a1b2c3'];

describe('describeComparison', () => {
  it('says what changed, and whether the article does', () => {
    const lines = describeComparison({
      extent: 'body',
      similarity: 0.938,
      stealth: true,
      changes: [
        {
          kind: 'figure',
          change: 'changed',
          previousReportId: ONE,
          reportId: TWO,
          fields: [{ field: 'value', from: 40, to: 60 }],
        },
        { kind: 'statement', change: 'appeared', previousReportId: null, reportId: TWO, fields: [] },
        { kind: 'claim', change: 'disappeared', previousReportId: ONE, reportId: null, fields: [] },
      ],
    });
    expect(lines).toEqual([
      'the body changed: 94 % of the words are in both texts; it says nowhere that it was changed',
      `  figure changed: value 40 -> 60 (${TWO})`,
      `  statement appeared: ${TWO}`,
      `  claim disappeared: ${ONE}`,
    ]);
  });

  it('says that nothing changed', () => {
    expect(describeComparison({ extent: 'trivial', similarity: 1, stealth: false, changes: [] })).toEqual([
      'trivial: 100 % of the words are in both texts; nothing that was reported is changed',
    ]);
  });
});
