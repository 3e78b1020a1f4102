import { foldClaim } from './fold-claim.js';
import { idOf, InventedLedger } from './testing/invented-ledger.js';

type Told = readonly [by: string, day: number, value: number, quantifier?: 'at_most' | 'at_least'];

/** Reports are named a, b, c ... in the order in which they are told. */
function stateOf(...told: readonly Told[]) {
  const ledger = new InventedLedger();
  told.forEach(([by, day, value, quantifier], at) =>
    ledger.report({
      name: String.fromCharCode(97 + at),
      by,
      on: `2031-05-0${day}`,
      figure: { value, ...(quantifier && { quantifier }) },
    }),
  );
  return foldClaim(ledger.ledger()).state;
}
const conflicts = (...told: readonly Told[]) =>
  stateOf(...told).conflicts.map(({ reportId, againstReportId }) => [reportId, againstReportId]);
const pair = (one: string, other: string) => [idOf('report', one), idOf('report', other)];

describe('a conflict of two origins', () => {
  const agency: Told = ['agency', 1, 5_200];
  const ministry: Told = ['ministry', 1, 1_400, 'at_most'];

  it('stands while one of them goes on alone', () => {
    const state = stateOf(agency, ministry, ['agency', 2, 7_000], ['agency', 4, 7_500]);
    expect(state).toMatchObject({ disputed: true, status: 'disputed', latest: { value: 7_500 } });
    const reason = 'other origin, both of 2031-05-01, at most 1,400 against 5,200, by now 7,500';
    expect(state.conflicts).toEqual([
      { reportId: idOf('report', 'b'), againstReportId: idOf('report', 'a'), reason },
    ]);
  });

  it('stands whichever of them was told first', () =>
    expect(conflicts(ministry, agency, ['agency', 2, 7_000])).toEqual([pair('b', 'a')]));

  it('ends where the newer number can be right beside the other', () =>
    expect(conflicts(agency, ministry, ['agency', 2, 1_300])).toEqual([]));

  it('ends where both have moved on to other days', () =>
    expect(conflicts(agency, ministry, ['agency', 2, 7_000], ['ministry', 3, 4_000])).toEqual([]));

  it('begins anew where they speak of one day again', () =>
    expect(conflicts(agency, ministry, ['agency', 3, 7_000], ['ministry', 3, 4_000])).toEqual([
      pair('d', 'c'),
    ]));

  it('is none of two days', () => expect(conflicts(agency, ['ministry', 2, 1_400, 'at_most'])).toEqual([]));
});
