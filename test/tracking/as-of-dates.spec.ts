import {
  cardRow,
  claimCardTable,
  ledgerOf,
  loadFamilies,
  projections,
  trackedReportTable,
  type ClaimFamily,
  type LoadRows,
} from '#projections';
import { foldClaim, type AsOf } from '#tracking';
import { MemoryWriter } from '../../libs/projections/src/testing/index.js';
import { Chance } from '../support/chance.js';
import { WORKSPACE } from '../support/invented-articles.js';
import { generatedLog } from './generated-log.js';

const STEPS = 100;
const DATES = 1_000;
/** Claims that are compared at each date. */
const CLAIMS = 3;

const chance = new Chance(5);
const log = generatedLog(STEPS, chance);
const claimCards = projections.find(({ name }) => name === 'claim-cards')!;

/** What a card and the reports on its timeline look like, without where rows stand in the log. */
type Shown = Readonly<Record<string, unknown>>;

/** The view after each event, replayed one event after the other: what each claim looked like by then. */
const replayed: ReadonlyMap<string, Shown>[] = [];
const view = new MemoryWriter();
const claimIds = [...new Set(log.flatMap(({ data }) => claimsIn(data)))];
/** The rows of every claim as they are today, with all that came after the dates asked for. */
const families = new Map<string, ClaimFamily>();

beforeAll(async () => {
  for (const event of log) {
    await claimCards.apply([event], view);
    replayed.push(await present());
  }
  const load: LoadRows = (table, column, values) => view.load(table, WORKSPACE, column, values);
  for (const family of await loadFamilies(load, claimIds))
    for (const claimId of family.claimIds) families.set(claimId, family);
});

describe('as known on a date', () => {
  it(`equals a replay of the log up to it, on ${DATES} random dates`, () => {
    const { wrong, compared, seqs } = compare(DATES, (recordedSeq) => ({ recordedSeq }));
    expect(wrong).toEqual([]);
    expect(compared).toBe(DATES * CLAIMS);
    expect(seqs).toBeGreaterThan(log.length / 2);
  });

  it('does not where a date is read one event off: the comparison can fail', () => {
    const { wrong } = compare(200, (recordedSeq) => ({ recordedSeq: recordedSeq + 1 }));
    expect(wrong.length).toBeGreaterThan(10);
  });
});

function compare(count: number, clock: (seq: number) => AsOf) {
  const dates = new Chance(9);
  const [first, last] = [log[0]!.recordedAt.getTime(), log.at(-1)!.recordedAt.getTime()];
  const wrong: string[] = [];
  const seqs = new Set<number>();
  let compared = 0;
  for (let n = 0; n < count; n += 1) {
    const date = first + dates.below(last - first);
    const seq = log.findLastIndex(({ recordedAt }) => recordedAt.getTime() <= date) + 1;
    seqs.add(seq);
    for (let other = 0; other < CLAIMS; other += 1) {
      const claimId = dates.pick(claimIds as [string, ...string[]]);
      const then = shownAt(claimId, clock(seq));
      compared += 1;
      if (JSON.stringify(then) !== JSON.stringify(replayed[seq - 1]?.get(claimId) ?? null))
        wrong.push(`${claimId} at ${seq}`);
    }
  }
  return { wrong, compared, seqs: seqs.size };
}

/** A claim as its ledger folds today at the clocks asked for; null where there was none by then. */
function shownAt(claimId: string, asOf: AsOf): Shown | null {
  const family = families.get(claimId)!;
  const begun = family.decisions.some(
    (row) =>
      Number(row['seq']) <= (asOf.recordedSeq ?? Infinity) &&
      (row['claim_id'] === claimId || row['other_claim_id'] === claimId),
  );
  if (!begun) return null;
  const timeline = foldClaim(ledgerOf(claimId, family), asOf);
  const reports = timeline.entries.map(({ reportId, relation, standing }) => ({
    reportId,
    relation,
    standing,
  }));
  return shown(cardRow(WORKSPACE, timeline, family), reports);
}

/** Every card as the view has it now. */
async function present(): Promise<ReadonlyMap<string, Shown>> {
  const cards = await view.load(claimCardTable, WORKSPACE, 'claim_id', claimIds);
  const reports = await view.load(trackedReportTable, WORKSPACE, 'claim_id', claimIds);
  return new Map(
    cards.map((card) => {
      const own = reports.filter((row) => row['claim_id'] === card['claim_id']);
      const told = own.map((row) => ({
        reportId: row['report_id'],
        relation: row['relation'],
        standing: row['standing'],
      }));
      return [card['claim_id'] as string, shown(card, told)];
    }),
  );
}

/** The seqs of a row say what the log holds, not what a claim looked like. */
function shown(
  { first_seq, last_seq, ...card }: Readonly<Record<string, unknown>>,
  reports: readonly Readonly<Record<string, unknown>>[],
): Shown {
  void first_seq;
  void last_seq;
  const inOrder = [...reports].sort((a, b) => (String(a['reportId']) < String(b['reportId']) ? -1 : 1));
  return { ...card, reports: inOrder };
}

function claimsIn(data: unknown): string[] {
  const { claimId, newClaimId, mergedClaimId } = data as Readonly<Record<string, unknown>>;
  return [claimId, newClaimId, mergedClaimId].filter((id) => typeof id === 'string');
}
