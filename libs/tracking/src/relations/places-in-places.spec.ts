import fc from 'fast-check';
import type { KnownPlace } from '#domain';
import { foldClaim } from './fold-claim.js';
import { InventedLedger, idOf, type InventedReport } from './testing/invented-ledger.js';

const CITY: KnownPlace = { id: 'g:norvale', within: ['country:XK'] };
const DISTRICT: KnownPlace = { id: 'g:selmouth', within: ['g:norvale', 'country:XK'] };
const COUNTRY: KnownPlace = { id: 'country:XK', within: [] };

const at = (text: string): object => ({
  places: [{ key: text.toLowerCase(), text, role: 'origin', within: [] }],
});
const city = (name: string, value: number, more: Partial<InventedReport> = {}): InventedReport => ({
  name,
  on: '2031-05-01',
  known: CITY,
  ...more,
  figure: { value, ...at('Norvale'), ...more.figure },
});
const district = (name: string, value: number, more: Partial<InventedReport> = {}): InventedReport => ({
  ...city(name, value, { by: 'mayor', known: DISTRICT, ...more }),
  figure: { value, ...at('Selmouth'), ...more.figure },
});

const fold = (...reports: InventedReport[]) => {
  const ledger = new InventedLedger();
  for (const report of reports) ledger.report(report);
  return foldClaim(ledger.ledger());
};
const last = (...reports: InventedReport[]) => fold(...reports).entries.at(-1)!;

describe('a place and a place in it, as the gazetteer knew them', () => {
  it('is a part: neither a conflict nor a revision', () => {
    expect(last(city('a', 40), district('b', 12))).toMatchObject({
      relation: 'not_comparable',
      reason: 'a part: Selmouth lies in Norvale',
      anomalies: [],
    });
    expect(last(district('b', 12), city('a', 40))).toMatchObject({
      relation: 'not_comparable',
      reason: 'a part: Selmouth lies in Norvale',
    });
    expect(last(city('a', 40), district('b', 12, { by: 'ministry', on: '2031-05-02' })).relation).toBe(
      'not_comparable',
    );
  });

  it('is to be looked at where the part is larger than the whole was at the time', () => {
    expect(last(city('a', 40), district('b', 50)).anomalies).toEqual(['parts_exceed_total']);
    expect(last(district('b', 50), city('a', 40, { on: '2031-05-03' })).anomalies).toEqual([
      'parts_exceed_total',
    ]);
    expect(last(city('a', 40), district('b', 50, { on: '2031-05-03' })).anomalies).toEqual([]);
  });

  it('goes on with the whole, and with the part, each for itself', () => {
    const { entries, state } = fold(
      city('a', 40),
      district('b', 12, { by: 'ministry', on: '2031-05-02' }),
      city('c', 45, { on: '2031-05-03' }),
      district('d', 14, { by: 'ministry', on: '2031-05-04' }),
      city('e', 45, { on: '2031-05-05', by: 'mayor' }),
      city('f', 40, { on: '2031-05-06' }),
    );
    expect(entries.map(({ relation, against }) => [relation, against])).toEqual([
      ['first', null],
      ['not_comparable', idOf('report', 'a')],
      ['revises', idOf('report', 'a')],
      ['revises', idOf('report', 'b')],
      ['corroborates', idOf('report', 'c')],
      ['repeats', idOf('report', 'a')],
    ]);
    expect(entries.at(-1)?.reason).toBe('same origin, five days later, again 40, from before 45');
    expect(state).toMatchObject({ lowest: { value: 40 }, highest: { value: 45 }, headline: { value: 40 } });
  });

  it('shows the whole, though the part was told later and more often', () => {
    const { state } = fold(
      city('a', 40),
      district('b', 12, { on: '2031-05-02' }),
      district('c', 14, { on: '2031-05-03' }),
    );
    expect(state).toMatchObject({ latest: { value: 40 }, lowest: { value: 40 }, conflicts: [] });
  });

  it('takes equal numbers for the one toll', () =>
    expect(last(city('a', 40, { known: COUNTRY, figure: at('Kestria') }), district('b', 40)).relation).toBe(
      'corroborates',
    ));

  it('takes two names of one place for one place', () => {
    const renamed = city('b', 60, { by: 'mayor', figure: at('Norwall') });
    expect(last(city('a', 40), renamed).relation).toBe('conflicts');
    expect(fold(city('a', 40), renamed).state.conflicts).toHaveLength(1);
  });

  it('CONTROL: by the words alone nothing is known', () => {
    const told = [city('a', 40, { known: undefined }), district('b', 50, { known: undefined })];
    expect(last(...told)).toMatchObject({
      relation: 'not_comparable',
      reason: 'Selmouth and Norvale may be a part and its whole',
      anomalies: [],
    });
  });

  it('goes by the words of a place that a person corrected', () => {
    const ledger = new InventedLedger().report(city('a', 40)).report(district('b', 60));
    ledger.decide('ReportCorrected', {
      reportId: idOf('report', 'b'),
      articleId: idOf('article', 'b'),
      kind: 'extraction',
      reason: 'read wrongly',
      evidence: null,
      salt: null,
      changes: [{ field: 'places', from: [], to: [{ text: 'Norvale', role: 'origin', span: null }] }],
    } as never);
    expect(foldClaim(ledger.ledger()).entries.at(-1)?.relation).toBe('conflicts');
    expect(foldClaim(ledger.revert().ledger()).entries.at(-1)?.relation).toBe('not_comparable');
  });

  it('never has a part conflict with its whole or revise it, whatever is told when by whom', () => {
    const told = fc.record({
      isPart: fc.boolean(),
      value: fc.integer({ min: 1, max: 60 }),
      day: fc.integer({ min: 1, max: 5 }),
      by: fc.constantFrom('ministry', 'mayor', 'Red Crescent'),
    });
    fc.assert(
      fc.property(fc.array(told, { maxLength: 8 }), (all) => {
        const reports = all.map(({ isPart, value, day, by }, index) =>
          (isPart ? district : city)(String(index), value, { on: `2031-05-0${day}`, by }),
        );
        const { entries, state } = fold(...reports);
        const isPart = new Map(reports.map(({ name, known }) => [idOf('report', name), known === DISTRICT]));
        const valueOf = new Map(entries.map(({ reportId, figure }) => [reportId, figure?.value]));
        const mixed = (a: string, b: string | null) =>
          b !== null && isPart.get(a) !== isPart.get(b) && valueOf.get(a) !== valueOf.get(b);
        for (const { reportId, against, relation } of entries)
          if (mixed(reportId, against)) expect(['not_comparable', 'late']).toContain(relation);
        for (const { reportId, againstReportId } of state.conflicts)
          expect(mixed(reportId, againstReportId)).toBe(false);
      }),
    );
  });
});
