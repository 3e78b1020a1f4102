import { foldClaim } from './fold-claim.js';
import { InventedLedger, type InventedReport } from './testing/invented-ledger.js';

const relations = (...reports: Omit<InventedReport, 'on'>[]): string[] => {
  const ledger = new InventedLedger();
  reports.forEach((report, index) =>
    ledger.report({ says: 'asserted', ...report, on: `2031-05-0${index + 1}` }),
  );
  return foldClaim(ledger.ledger()).entries.map(
    ({ relation, against, side }) => `${side} ${relation} ${against?.replace('report-', '') ?? '-'}`,
  );
};

describe('what a statement or claim adds', () => {
  it('repeats its origin, corroborates another', () =>
    expect(relations({ name: 'a' }, { name: 'b', outlet: 'Coast Mail' }, { name: 'c', by: 'mayor' })).toEqual(
      ['for first -', 'for repeats a', 'for corroborates b'],
    ));

  it('denies what it answers, else what was claimed last', () =>
    expect(
      relations(
        { name: 'a' },
        { name: 'b', by: 'mayor' },
        { name: 'c', by: 'army', says: 'denied', answers: 'a' },
        { name: 'd', by: 'police', says: 'denied' },
        { name: 'e', by: 'army', says: 'denied' },
      ),
    ).toEqual([
      'for first -',
      'for corroborates a',
      'against denies a',
      'against denies b',
      'against repeats c',
    ]));

  it('denies what nobody here claims, and is denied no longer by who takes it back', () =>
    expect(relations({ name: 'a', says: 'denied' }, { name: 'b' })).toEqual([
      'against denies -',
      'for revises a',
    ]));

  it('counts words that were read as a statement and as a claim once', () => {
    const article = { article: 'x', on: '2031-05-01', says: 'asserted' as const };
    const ledger = new InventedLedger()
      .report({ ...article, name: 'a', kind: 'statement' })
      .report({ ...article, name: 'b', kind: 'claim' });
    const { entries, state } = foldClaim(ledger.ledger());
    expect(entries.map(({ relation }) => relation)).toEqual(['first', 'repeats']);
    expect(state).toMatchObject({ reportCount: 1, originCount: 1, status: 'unreviewed' });
  });

  it('takes a statement that denies something for what is said, and not for a dispute', () => {
    expect(
      relations(
        { name: 'a', says: 'denied', kind: 'statement' },
        { name: 'b', says: 'denied', kind: 'statement', outlet: 'Coast Mail' },
      ),
    ).toEqual(['for first -', 'for repeats a']);
  });
});
