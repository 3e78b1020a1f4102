import { foldClaim } from './fold-claim.js';
import { idOf, InventedLedger } from './testing/invented-ledger.js';

const revised = (seq: number) => [{ kind: 'revised' as const, seq, assertedAt: null }];
const article = { article: 'x', on: '2031-05-01' };
const compared = (ledger: InventedLedger, stealth: boolean): InventedLedger =>
  ledger.decide('ArticleRevisionCompared', {
    articleId: idOf('article', 'x'),
    revision: 2,
    extent: 'body',
    similarity: 0.9,
    stealth,
    changes: [
      {
        kind: 'figure',
        change: 'changed',
        previousReportId: idOf('report', 'old'),
        reportId: idOf('report', 'new'),
        fields: [{ field: 'value', from: 40, to: 60 }],
      },
    ],
  });

describe('a changed article on the timeline', () => {
  it.each([
    [true, 'the article was changed without saying so: 40 -> 60'],
    [false, 'the article was changed: 40 -> 60'],
  ])('shows an edit of a figure, stealth %s', (stealth, reason) => {
    const ledger = new InventedLedger()
      .report({ ...article, name: 'old', figure: { value: 40 }, retirements: revised(3) })
      .report({ ...article, name: 'new', revision: 2, figure: { value: 60 } });
    const { entries, state } = foldClaim(compared(ledger, stealth).ledger());
    expect(entries.map(({ relation, standing }) => [relation, standing])).toEqual([
      ['first', 'revised'],
      ['revises', 'current'],
    ]);
    expect(entries[1]).toMatchObject({ reason, change: { by: 20 }, anomalies: [] });
    expect(state).toMatchObject({ reportCount: 1, lowest: { value: 60 } });
  });

  it('still shows it when a third text says the same', () => {
    const ledger = new InventedLedger()
      .report({ ...article, name: 'old', figure: { value: 40 }, retirements: revised(3) })
      .report({ ...article, name: 'new', revision: 2, figure: { value: 60 }, retirements: revised(5) })
      .report({ ...article, name: 'third', revision: 3, figure: { value: 60 } });
    const { entries } = foldClaim(compared(ledger, true).ledger());
    expect(entries.map(({ relation }) => relation)).toEqual(['first', 'repeats', 'revises']);
  });

  it('counts a report that a later text still has once', () => {
    const ledger = new InventedLedger()
      .report({ ...article, name: 'old', retirements: revised(3) })
      .report({ ...article, name: 'new', revision: 2 });
    const { entries, state } = foldClaim(ledger.ledger());
    expect(entries.map(({ relation, against }) => [relation, against])).toEqual([
      ['repeats', idOf('report', 'new')],
      ['first', null],
    ]);
    expect(state).toMatchObject({ reportCount: 1, status: 'unreviewed' });
  });

  it.each([
    ['disappeared', null, [], true, 'first report; the article dropped it without saying so'],
    ['disappeared', null, [], false, 'first report; the article dropped it'],
    [
      'changed',
      idOf('report', 'of another claim'),
      [{ field: 'quote', from: 'We will stay', to: 'We may stay' }],
      true,
      'first report; the article was changed without saying so, now reads “We may stay”',
    ],
  ] as const)('says what became of a report: %s', (change, reportId, fields, stealth, reason) => {
    const ledger = new InventedLedger()
      .report({ ...article, name: 'old', retirements: revised(3) })
      .decide('ArticleRevisionCompared', {
        ...{ articleId: idOf('article', 'x'), revision: 2, extent: 'body', similarity: 0.9, stealth },
        changes: [
          {
            ...{ kind: 'statement', change, previousReportId: idOf('report', 'old'), reportId },
            fields: [...fields],
          },
        ],
      });
    const { entries } = foldClaim(ledger.ledger());
    expect(entries[0]).toMatchObject({ relation: 'first', standing: 'revised', reason });
    expect(foldClaim(ledger.ledger(), { recordedSeq: 2 }).entries[0]?.reason).toBe('first report');
  });

  it('takes what disappeared out of force', () => {
    const ledger = new InventedLedger().report({ ...article, name: 'old', retirements: revised(3) });
    const { entries, state } = foldClaim(ledger.ledger());
    expect(entries[0]).toMatchObject({ relation: 'first', standing: 'revised' });
    expect(state.status).toBe('retracted');
    expect(foldClaim(ledger.ledger(), { recordedSeq: 2 }).state.status).toBe('unreviewed');
  });
});

describe('what was taken back', () => {
  it.each([
    ['withdrawn' as const, 'its article was withdrawn'],
    ['reread' as const, 'a later reading of the same text reads it otherwise'],
  ])('%s', (kind, reason) => {
    const ledger = new InventedLedger()
      .report({ name: 'a', on: '2031-05-01', retirements: [{ kind, seq: 9, assertedAt: null }] })
      .report({ name: 'b', on: '2031-05-02' });
    const { entries } = foldClaim(ledger.ledger());
    expect(entries.map((entry) => [entry.relation, entry.reason])).toEqual([
      ['retracted', reason],
      ['first', 'first report'],
    ]);
  });
});
