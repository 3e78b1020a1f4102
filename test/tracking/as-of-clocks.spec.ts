import type { StoredEvent } from '#event-store';
import { ledgerOf, loadFamilies, projections, type LoadRows } from '#projections';
import { foldClaim, type AsOf, type ClaimLedger } from '#tracking';
import { MemoryWriter } from '../../libs/projections/src/testing/index.js';
import { Chance } from '../support/chance.js';
import { WORKSPACE } from '../support/invented-articles.js';
import { CLAIMS } from './generated-decisions.js';
import { generatedLog } from './generated-log.js';
import { printedBy, spokenOf } from './told-at.js';

const STEPS = 100;
/** Two logs in which an original was put elsewhere, each with a day on which its copies told of it, and others with any day. */
const LOGS: readonly (readonly [seed: number, day: number])[] = [
  [49, 5],
  [72, 13],
  ...Array.from({ length: 38 }, (_, n) => [n + 1, 1 + (n % 20)] as const),
];
const CLOCKS = { assertedBy: printedBy, validOn: spokenOf } as const;

const claimCards = projections.find(({ name }) => name === 'claim-cards')!;

/** What every claim of a log is folded from. */
async function ledgersOf(log: readonly StoredEvent[]): Promise<Map<string, ClaimLedger>> {
  const view = new MemoryWriter();
  const types: ReadonlySet<string> = new Set(claimCards.types);
  await claimCards.apply(
    log.filter(({ type }) => types.has(type)),
    view,
  );
  const load: LoadRows = (table, column, values, first) => view.load(table, WORKSPACE, column, values, first);
  const families = await loadFamilies(load, CLAIMS);
  return new Map(families.flatMap((family) => family.claimIds.map((id) => [id, ledgerOf(id, family)])));
}

function told(ledger: ClaimLedger, asOf: AsOf = {}): string {
  const { entries, state } = foldClaim(ledger, asOf);
  return JSON.stringify([entries, state]);
}

const dayOfMay = (day: number): string => `2031-05-${String(day).padStart(2, '0')}`;

/**
 * The claims that a log tells by a clock otherwise than one without what the clock leaves out does. `askedFor`: the day that the clock is
 * turned to. Who prints a story is known as of today in both.
 */
async function toldOtherwise(seed: number, day: number, askedFor = day): Promise<string[]> {
  const log = generatedLog(STEPS, new Chance(seed));
  const whole = await ledgersOf(log);
  const wrong: string[] = [];
  for (const [clock, keep] of Object.entries(CLOCKS))
    for (const [id, ledger] of await ledgersOf(keep(log, dayOfMay(day)))) {
      const all = whole.get(id)!;
      const then = told(all, { [clock]: dayOfMay(askedFor) });
      const kept = told({ ...ledger, originals: all.originals ?? [] });
      if (then !== kept) wrong.push(`log ${seed}, ${clock} ${dayOfMay(day)}, ${id}: ${then} | ${kept}`);
    }
  return wrong;
}

describe('what was published by a day, and what speaks of it', () => {
  it(`comes to what a log without all else comes to, in ${LOGS.length} logs`, async () => {
    const wrong: string[] = [];
    for (const [seed, day] of LOGS) wrong.push(...(await toldOtherwise(seed, day)));
    expect(wrong).toEqual([]);
  });

  it('does not where another day is asked for: the comparison can fail', async () => {
    const wrong = (await Promise.all([1, 2, 3].map((seed) => toldOtherwise(seed, 9, 12)))).flat();
    expect(wrong.filter((claim) => claim.includes('assertedBy')).length).toBeGreaterThan(0);
    expect(wrong.filter((claim) => claim.includes('validOn')).length).toBeGreaterThan(0);
  });
});
