import { foldClaim } from './fold-claim.js';
import { partKeys } from './part-keys.js';
import { InventedLedger, type InventedReport } from './testing/invented-ledger.js';

const NORVALE = { key: 'norvale', text: 'Norvale', role: 'origin' as const, within: [] };
const SELMOUTH = { key: 'selmouth', text: 'Selmouth', role: 'origin' as const, within: [] };
const inSelmouth = {
  known: { id: 'g:selmouth', within: ['g:norvale', 'g:westland', 'country:XK'] },
  figure: { places: [SELMOUTH] },
};
const since = (start: string) => ({ start, end: '2031-05-01', accuracy: 'day' as const, text: 'since then' });

const total: InventedReport = {
  name: 'total',
  on: '2031-05-01',
  known: { id: 'g:norvale', within: ['g:westland', 'country:XK'] },
  figure: { value: 100, places: [NORVALE] },
};
/** A figure of another claim, in an article of its own. */
const beside = (value: number, more: Partial<InventedReport> = {}): InventedReport => ({
  name: 'part',
  on: '2031-05-01',
  by: 'mayor',
  ...more,
  figure: { value, places: [NORVALE], ...more.figure },
});

function foldBeside(of: InventedReport, part: InventedReport) {
  const ledger = new InventedLedger().report(of).report({ ...part, linked: false });
  ledger.link(part.name, 'claim-other', 'figure-linker/1.1.0', part.known ?? null);
  const { reports, decisions, claimId } = ledger.ledger();
  return foldClaim({ claimId, reports: reports.slice(0, 1), beside: reports.slice(1), decisions });
}

const anomalies = (part: InventedReport, of = total) => foldBeside(of, part).entries[0]?.anomalies;
const children = { figure: { population: 'children' } };

describe('a total beside a part that is a claim of its own', () => {
  it.each<[string, InventedReport]>([
    ['some of the people', beside(101, children)],
    ['a place in it', beside(101, inSelmouth)],
  ])('is to be looked at where %s come to more', (_, part) => {
    expect(anomalies(part)).toEqual(['parts_exceed_total']);
    expect(anomalies({ ...part, figure: { ...part.figure, value: 100 } })).toEqual([]);
  });

  it('holds a period in it against the total of the longer one', () => {
    const weekend = { ...total, figure: { ...total.figure, period: since('2031-04-25') } };
    const day = beside(101, { figure: { period: since('2031-04-30') } });
    expect(anomalies(day, weekend)).toEqual(['parts_exceed_total']);
    expect(anomalies(beside(101, { figure: { period: since('2031-04-20') } }), weekend)).toEqual([]);
  });

  it('adds the part to no count and to no timeline', () => {
    const { entries, state } = foldBeside(total, beside(101, children));
    expect(entries).toHaveLength(1);
    expect(state).toMatchObject({ reportCount: 1, originCount: 1, conflicts: [] });
  });

  it.each<[string, InventedReport]>([
    ['another day', beside(101, { ...children, on: '2031-05-02' })],
    ['a later hour', beside(101, { ...children, on: '2031-05-01T09:00:00Z' })],
    ['another place', beside(101, { figure: { population: 'children', places: [SELMOUTH] } })],
    ['another cause', beside(101, { figure: { population: 'children', cause: 'conflict' } })],
    ['what is feared', beside(101, { figure: { population: 'children', status: 'feared' } })],
    ['the same people', beside(101)],
    ['a bound that may be less', beside(300, { figure: { population: 'children', quantifier: 'up_to' } })],
  ])('is not held against %s', (_, part) => {
    const dated = {
      ...total,
      ...(part.on.length > 10 ? { on: '2031-05-01T06:00:00Z' } : {}),
      figure: { ...total.figure, cause: 'disaster' as const },
    };
    expect(anomalies(part, dated)).toEqual([]);
  });

  it('is seen at every clock, and only there', () => {
    const ledger = new InventedLedger().report(total).report({ ...beside(101, children), linked: false });
    const { reports, decisions, claimId } = ledger.ledger();
    const fold = (recordedSeq: number) =>
      foldClaim(
        { claimId, reports: reports.slice(0, 1), beside: reports.slice(1), decisions },
        { recordedSeq },
      );
    expect(fold(2).state.anomalies).toEqual([]);
    expect(fold(3).state.anomalies).toHaveLength(1);
  });
});

describe('the keys that a part shares with its total', () => {
  const keysOf = (given: InventedReport): Set<string> => {
    const { reports, decisions } = new InventedLedger().report(given).ledger();
    return new Set(partKeys(reports[0]!, decisions));
  };
  const share = (a: InventedReport, b: InventedReport): boolean => {
    const keys = keysOf(a);
    return [...keysOf(b)].some((key) => keys.has(key));
  };

  it('are of a day and of what lies in one place below the country', () => {
    expect(share(total, beside(1, children))).toBe(true);
    expect(share(total, beside(1, inSelmouth))).toBe(true);
    expect(share(total, beside(1, { ...inSelmouth, known: undefined }))).toBe(false);
    expect(share(total, beside(1, { ...children, on: '2031-05-02' }))).toBe(false);
    const eastern = { ...NORVALE, key: 'eastern norvale', text: 'eastern Norvale', within: ['norvale'] };
    expect(share({ ...total, known: undefined }, beside(1, { figure: { places: [eastern] } }))).toBe(true);
  });

  it('are of the article too, where a figure names no place', () =>
    expect(share({ ...total, article: 'x' }, beside(1, { article: 'x', figure: { places: [] } }))).toBe(
      true,
    ));

  it('stay where a figure was before it was corrected', () => {
    const ledger = new InventedLedger().report(total);
    const before = partKeys(ledger.reports[0]!, ledger.decisions);
    ledger.decide('ReportCorrected', {
      reportId: ledger.reports[0]!.reportId,
      articleId: ledger.reports[0]!.articleId,
      kind: 'publisher',
      reason: 'another day',
      evidence: null,
      salt: 'x',
      changes: [{ field: 'asOf', from: null, to: '2031-04-28' }],
    });
    const after = partKeys(ledger.reports[0]!, ledger.decisions);
    expect(after).toEqual(expect.arrayContaining(before));
    expect(after.length).toBe(2 * before.length);
  });

  it('are none of a word', () =>
    expect(keysOf({ ...total, figure: { value: null, quantifier: 'dozens' } }).size).toBe(0));
});
