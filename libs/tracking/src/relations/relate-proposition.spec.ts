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

  it('denies what its own text claims behind it, not what another one claims later', () => {
    const told = (article: string, revision = 1) => {
      const ledger = new InventedLedger();
      const on = '2031-05-01';
      ledger.report({ name: 'a', by: 'mayor', on, article: 'x', says: 'denied' });
      ledger.report({ name: 'b', by: 'activists', on, article, revision, position: 9, says: 'asserted' });
      return foldClaim(ledger.ledger()).entries.map(({ relation, against, reason }) => [
        relation,
        against,
        reason,
      ]);
    };
    expect(told('x')).toEqual([
      ['denies', 'report-b', 'other origin, the same day, denies it'],
      ['first', null, 'first report'],
    ]);
    for (const other of [told('y'), told('x', 2)])
      expect(other[0]).toEqual(['denies', null, 'denies what no report here claims']);
  });

  it('denies what nobody here claims, and is denied no longer by who takes it back', () =>
    expect(relations({ name: 'a', says: 'denied' }, { name: 'b' })).toEqual([
      'against denies -',
      'for revises a',
    ]));

  it('neither says again nor bears out nor denies another number, whatever joined the two', () => {
    const fled = (name: string, number: string, by: string) => ({ name, text: `${number} people fled`, by });
    expect(
      relations(
        fled('a', '900', 'mayor'),
        { ...fled('b', 'many', 'army'), says: 'denied' },
        fled('c', '40', 'police'),
        fled('d', '40', 'mayor'),
        { ...fled('e', '12', 'minister'), says: 'denied' },
        fled('f', '900', 'fire service'),
      ),
    ).toEqual([
      'for first -',
      'against denies a',
      'for not_comparable a',
      'for corroborates c',
      'against denies -',
      'for corroborates a',
    ]);
  });

  it('is borne out where two say one number, not where each gives another', () => {
    const statusOf = (...numbers: string[]) => {
      const ledger = new InventedLedger();
      numbers.forEach((number, at) =>
        ledger.report({
          ...{ name: `${at}`, by: `source ${at}`, on: '2031-05-01', says: 'asserted' },
          text: `${number} people fled`,
        }),
      );
      return foldClaim(ledger.ledger()).state.status;
    };
    expect(statusOf('900', '40')).toBe('single_origin');
    expect(statusOf('900', '40', '900')).toBe('corroborated');
  });

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

  describe('of words that an article only tells because somebody rejects them', () => {
    const rejected = (answers: string | null = 'b') => [
      { name: 'b', by: 'claims (unspecified)', article: 'x', position: 9 },
      { name: 'c', by: 'army', article: 'x', position: 9, says: 'denied' as const, answers },
    ];
    const told = (...reports: Omit<InventedReport, 'on'>[]) => {
      const ledger = new InventedLedger();
      reports.forEach((report, at) =>
        ledger.report({ says: 'asserted', ...report, on: `2031-05-0${at + 1}` }),
      );
      const { entries, state } = foldClaim(ledger.ledger());
      return [entries.map(({ relation, origin }) => `${relation}: ${origin.name}`), state.originCount];
    };

    it('they are of the origin that said them before', () =>
      expect(told({ name: 'a', by: 'activists' }, ...rejected())).toEqual([
        ['first: activists', 'repeats: activists', 'denies: army'],
        2,
      ]));

    it('or that says them behind it', () =>
      expect(told(...rejected(), { name: 'd', by: 'activists' })).toEqual([
        ['first: activists', 'denies: army', 'repeats: activists'],
        2,
      ]));

    it('but not of one that gives another number', () =>
      expect(
        told(
          { name: 'a', by: 'activists', text: '40 fled' },
          ...rejected().map((one) => ({ ...one, text: '90 fled' })),
        )[0],
      ).toEqual(['first: activists', 'not_comparable: claims (unspecified)', 'denies: army']));

    it('and where nobody rejects them in that article they bear out what was said', () =>
      expect(told({ name: 'a', by: 'activists' }, ...rejected(null))[0]).toEqual([
        'first: activists',
        'corroborates: claims (unspecified)',
        'denies: army',
      ]));
  });
});
