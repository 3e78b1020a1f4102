import fc from 'fast-check';
import type { ReportLinked } from '#domain';
import type { StoredEvent } from '#event-store';
import { liveDecisions, membershipOf, type LedgerDecision } from '#tracking';
import { eventsOf } from '../../../../test/support/invented-articles.js';
import type { MemoryOf } from '../membership/claim-reports.js';
import { PropositionClaims } from './proposition-claims.js';

const SAFE = 'The dam of Westhaven is safe and will hold the spring flood';
const UNSAFE = 'The dam of Westhaven is not safe and will not hold the spring flood';
const TEXTS = [
  SAFE,
  `${SAFE} of the river`,
  'dam of Westhaven is safe and will hold',
  UNSAFE,
  `${UNSAFE} of the river`,
  'Northern troops shelled the harbour hospital of Westhaven on Monday night',
  'Northern troops shelled the harbour hospital',
  'harbour hospital of Westhaven on Monday night',
  'Northern troops never shelled the harbour hospital',
];

const reports: readonly Omit<StoredEvent, 'seq'>[] = TEXTS.flatMap((text, at) =>
  eventsOf({ name: `told ${at}`, publishedAt: `2031-05-0${1 + at}`, text, claims: [{ quote: text }] })
    .filter(({ type }) => type === 'ClaimRecorded')
    .map((event) => ({ ...event, eventId: `event ${at}` }) as unknown as Omit<StoredEvent, 'seq'>),
);

/** Nothing was decided before, and all is told in one batch: the memory is never asked for what it holds. */
const memory = {
  workspace: 'test',
  process: 'test',
  client: { query: () => Promise.resolve({ rows: [] }) },
} as unknown as MemoryOf;

/** The texts of each claim. */
async function claimsTold(order: readonly Omit<StoredEvent, 'seq'>[]): Promise<string[][]> {
  const events = order.map((event, at) => ({ ...event, seq: BigInt(at + 1) }));
  const claims = await PropositionClaims.load(memory, 'test/1', events);
  const decisions: LedgerDecision[] = [];
  for (const event of events)
    for (const { event: decided } of await claims.decide(event))
      decisions.push({
        ...decided,
        eventId: `decision ${decisions.length}`,
        seq: decisions.length + 1,
        recordedAt: '2031-05-20T00:00:00Z',
        actor: 'test/1',
      } as unknown as LedgerDecision);
  const { claimOf } = membershipOf(liveDecisions(decisions));
  const groups = new Map<string, string[]>();
  for (const { data } of order) {
    const { reportId, proposition } = data as ReportLinked & { proposition: string };
    const claimId = claimOf(reportId) ?? '';
    groups.set(claimId, [...(groups.get(claimId) ?? []), proposition]);
  }
  return [...groups.values()].map((texts) => texts.sort()).sort();
}

describe('the claims of statements', () => {
  it('are the same for any order of the reports, and opposites are never one', async () => {
    const told = await claimsTold(reports);
    expect(told.find((texts) => texts.includes(SAFE))).toEqual([...TEXTS.slice(0, 3)].sort());
    expect(told.find((texts) => texts.includes(UNSAFE))).toEqual([...TEXTS.slice(3, 5)].sort());
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray([...reports], { minLength: reports.length }), async (order) =>
        expect(await claimsTold(order)).toEqual(told),
      ),
      { numRuns: 50 },
    );
  });
});
