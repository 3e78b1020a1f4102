import fc from 'fast-check';
import { Lane } from './figures-so-far.js';
import { foldReports } from './folded-report.js';
import { insertInOrder, isNumbered, lastOf, latestOf, type NumberedFigure } from './lane.js';
import { liveDecisions } from './live-decisions.js';
import { exceedingParts } from './parts.js';
import { PossibleParts } from './possible-parts.js';
import { RELATION_SETTINGS } from './settings.js';
import { InventedLedger } from './testing/invented-ledger.js';

const day = fc.integer({ min: 1, max: 5 }).map((of) => `2031-05-0${of}`);
const given = fc.record({
  on: day,
  asOf: fc.option(day),
  by: fc.constantFrom('ministry', 'mayor', 'Red Crescent'),
  article: fc.constantFrom('x', 'y'),
  rule: fc.constantFrom('figure/subject-of-verb', 'figure/earlier-total'),
  value: fc.integer({ min: 1, max: 4 }),
  population: fc.constantFrom(null, 'children', 'women'),
  start: fc.constantFrom('2031-04-01', '2031-04-20', null),
  place: fc.constantFrom('norvale', 'selmouth', 'harbour'),
});

/** Figures of one lane or of several populations; the harbour lies in Norvale. */
const figures = fc.array(given, { minLength: 2, maxLength: 14 }).map((all) => {
  const ledger = new InventedLedger();
  all.forEach(({ value, population, start, asOf, place, ...report }, index) => {
    const within = place === 'harbour' ? ['norvale'] : [];
    const places = [{ key: place, text: place, role: 'location' as const, within }];
    const period = start === null ? null : { start, end: null };
    const figure = { value, population, asOf, places, period } as Parameters<
      InventedLedger['report']
    >[0]['figure'];
    ledger.report({ ...report, name: String(index), figure });
  });
  const live = liveDecisions(ledger.decisions);
  return foldReports({ reports: ledger.reports, live, mentioned: [] }, RELATION_SETTINGS).filter(isNumbered);
});

/** The heads as they are defined: looked for among all that each origin gave. */
function headsAmong(all: readonly NumberedFigure[], validDay: string): NumberedFigure[] {
  const byOrigin = new Map<string, NumberedFigure[]>();
  for (const one of all) {
    const own = byOrigin.get(one.origin.key) ?? [];
    insertInOrder(own, one);
    byOrigin.set(one.origin.key, own);
  }
  return [...byOrigin.values()].flatMap((own) => {
    const ofDay = own.findLast((one) => one.validDay === validDay);
    return [...new Set([...(ofDay ? [ofDay] : []), ...lastOf(own)])];
  });
}

describe('what is known of the figures so far', () => {
  it('is at each step what looking through all of them finds', () => {
    fc.assert(
      fc.property(figures, (all) => {
        const lane = new Lane();
        all.forEach((one, index) => {
          expect(lane.heads(one.validDay)).toEqual(headsAmong(all.slice(0, index), one.validDay));
          expect(lane.latest).toBe(latestOf(all.slice(0, index)));
          lane.add(one);
        });
      }),
      { numRuns: 150 },
    );
  });

  it('leaves out no part of a total', () => {
    const exceeded = { some: 0 };
    fc.assert(
      fc.property(figures, (all) => {
        const parts = new PossibleParts(all);
        for (const total of all) {
          const ofDay = all.filter(({ validDay }) => validDay === total.validDay);
          const isExceeded = exceedingParts(total, ofDay).length > 0;
          exceeded.some += Number(isExceeded);
          expect(parts.exceeding(total).length > 0).toBe(isExceeded);
        }
      }),
      { numRuns: 150 },
    );
    expect(exceeded.some).toBeGreaterThan(0);
  });
});
