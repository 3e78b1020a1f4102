import fc from 'fast-check';
import { foldClaim } from './fold-claim.js';
import type { ClaimLedger, LedgerDecision, Retirement } from './ledger.js';
import { CLAIM, idOf, InventedLedger } from './testing/invented-ledger.js';

const OTHER = idOf('claim', 'other');
const REPORTS = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];

const report = fc.record({
  day: fc.integer({ min: 1, max: 9 }),
  by: fc.constantFrom('ministry', 'Red Crescent', 'mayor', null),
  outlet: fc.constantFrom('Harbour Post', 'Coast Mail', null),
  article: fc.constantFrom('x', 'y', 'z', 'v', 'w'),
  position: fc.integer({ min: 0, max: 900 }),
  value: fc.option(fc.integer({ min: 1, max: 40 }), { freq: 8 }),
  quantifier: fc.constantFrom(
    'exact' as const,
    'at_least' as const,
    'approximately' as const,
    'less_than' as const,
  ),
  unit: fc.constantFrom('person' as const, 'person' as const, 'household' as const),
  validDay: fc.option(fc.integer({ min: 1, max: 9 })),
  says: fc.option(fc.constantFrom('asserted' as const, 'denied' as const), { freq: 3 }),
  retired: fc.option(fc.constantFrom('revised' as const, 'reread' as const, 'withdrawn' as const), {
    freq: 3,
  }),
});

const which = fc.constantFrom(...REPORTS);
const claim = fc.constantFrom(CLAIM, OTHER);
const decided = { decidedBy: 'editor', reasons: [] };
const said = { reason: 'looked at', articleId: idOf('article', 'x') };

type Step = (ledger: InventedLedger) => void;

const decision: fc.Arbitrary<Step> = fc.oneof(
  fc.tuple(which, claim).map(
    ([name, id]): Step =>
      (ledger) =>
        ledger.link(name, id, 'editor'),
  ),
  fc.tuple(which, claim).map(
    ([name, claimId]): Step =>
      (ledger) =>
        ledger.decide('ReportUnlinked', { claimId, reportId: idOf('report', name), ...decided }),
  ),
  fc.constant<Step>((ledger) =>
    ledger.decide('ClaimsMerged', { claimId: CLAIM, mergedClaimId: OTHER, ...decided }),
  ),
  which.map(
    (name): Step =>
      (ledger) =>
        ledger.decide('ClaimSplit', {
          claimId: CLAIM,
          newClaimId: OTHER,
          reportIds: [idOf('report', name)],
          ...decided,
        }),
  ),
  which.map(
    (name): Step =>
      (ledger) =>
        ledger.decide('ReportRetracted', { reportId: idOf('report', name), kind: 'source', ...said }),
  ),
  fc.tuple(which, fc.integer({ min: 1, max: 40 })).map(
    ([name, to]): Step =>
      (ledger) =>
        ledger.decide('ReportCorrected', {
          reportId: idOf('report', name),
          kind: 'extraction',
          changes: [{ field: 'value', from: 1, to }],
          evidence: null,
          ...said,
        }),
  ),
  fc.constant<Step>((ledger) =>
    ledger.decide('ClaimSignedOff', { claimId: CLAIM, seenSeq: ledger.head, reason: 'looked at' }),
  ),
  fc.nat().map((chance): Step => (ledger) => {
    const { anomalies } = foldClaim(ledger.ledger()).state;
    const found = anomalies[chance % anomalies.length];
    if (!found) return;
    const { reportId, anomaly, againstReportId } = found;
    ledger.decide('AnomalySettled', { claimId: CLAIM, reportId, anomaly, againstReportId, ...decided });
  }),
  fc.constantFrom('x', 'y', 'z').map(
    (article): Step =>
      (ledger) =>
        ledger.decide('ArticleClustered', {
          articleId: idOf('article', article),
          clusterId: 'wire',
          method: 'minhash/1',
          similarity: 0.9,
          role: article === 'x' ? 'original' : 'copy',
        }),
  ),
);

const undone: fc.Arbitrary<Step> = fc
  .nat()
  .map((chance) => (ledger) => void (ledger.head > 0 && ledger.revert(1 + (chance % ledger.head))));

/** Decisions of any kind on eight reports, in any order, some of them undone. */
const anyDecisions = fc.array(
  fc.oneof({ weight: 5, arbitrary: decision }, { weight: 1, arbitrary: undone }),
  {
    maxLength: 12,
  },
);

/** A ledger of eight reports of figures, claims and denials with decisions among them. */
const anyLedger = fc
  .tuple(
    fc.array(report, { minLength: 8, maxLength: 8 }),
    fc.array(anyDecisions, { minLength: 8, maxLength: 8 }),
  )
  .map(([reports, decisions]) => {
    const ledger = new InventedLedger();
    reports.forEach(({ value, quantifier, unit, validDay, day, retired, says, ...given }, index) => {
      const retirements: Retirement[] = retired
        ? [{ kind: retired, seq: ledger.head + 3, assertedAt: null }]
        : [];
      ledger.report({
        ...given,
        name: REPORTS[index]!,
        on: `2031-05-0${day}`,
        retirements,
        ...(says ? { says } : {}),
        figure: {
          value,
          quantifier: value === null ? 'dozens' : quantifier,
          unit,
          asOf: validDay === null ? null : `2031-05-0${validDay}`,
        },
      });
      decisions[index]!.slice(0, 2).forEach((step) => step(ledger));
    });
    return ledger;
  });

/** Undoes what was decided behind `seq`, the last decision first. */
function undoSince(ledger: InventedLedger, seq: number): void {
  const made: readonly LedgerDecision[] = ledger.decisions.filter((one) => one.seq > seq);
  for (const { seq: each } of [...made].reverse()) ledger.revert(each);
}

const shuffled = ({ claimId, reports, decisions }: ClaimLedger): fc.Arbitrary<ClaimLedger> =>
  fc
    .tuple(
      fc.shuffledSubarray([...reports], { minLength: reports.length }),
      fc.shuffledSubarray([...decisions], { minLength: decisions.length }),
    )
    .map(([some, others]) => ({ claimId, reports: some, decisions: others }));

describe('the fold of a claim', () => {
  it('is the same for any order of its rows', () => {
    const both = anyLedger.chain((ledger) =>
      fc.tuple(fc.constant(ledger.ledger()), shuffled(ledger.ledger())),
    );
    fc.assert(
      fc.property(both, ([one, other]) => expect(foldClaim(other)).toEqual(foldClaim(one))),
      { numRuns: 120 },
    );
  });

  it('as recorded by an event is the fold of the log up to it', () => {
    fc.assert(
      fc.property(anyLedger, fc.nat(), (ledger, chance) => {
        const recordedSeq = chance % (ledger.head + 1);
        const upTo = ({ seq }: { readonly seq: number }): boolean => seq <= recordedSeq;
        const { claimId, reports, decisions } = ledger.ledger();
        const prefix: ClaimLedger = {
          claimId,
          reports: reports
            .filter(upTo)
            .map((report) => ({ ...report, retirements: report.retirements.filter(upTo) })),
          decisions: decisions.filter(upTo),
        };
        expect(foldClaim(ledger.ledger(), { recordedSeq })).toEqual(foldClaim(prefix));
      }),
      { numRuns: 120 },
    );
  });

  it('has nothing of decisions that were undone, but that an undone clustering keeps its article out', () => {
    fc.assert(
      fc.property(anyLedger, anyDecisions, (ledger, more) => {
        const before = foldClaim(ledger.ledger());
        const seq = ledger.head;
        more.forEach((step) => step(ledger));
        fc.pre(!ledger.decisions.some((made) => made.seq > seq && made.type === 'ArticleClustered'));
        undoSince(ledger, seq);
        expect(foldClaim(ledger.ledger())).toEqual(before);
      }),
      { numRuns: 120 },
    );
  });

  it('sees what was decided as long as it is not undone: the check above can fail', () => {
    const changes = fc
      .sample(fc.tuple(anyLedger, anyDecisions), { numRuns: 100, seed: 1 })
      .filter(([ledger, more]) => {
        const before = JSON.stringify(foldClaim(ledger.ledger()));
        more.forEach((step) => step(ledger));
        return JSON.stringify(foldClaim(ledger.ledger())) !== before;
      });
    expect(changes.length).toBeGreaterThan(50);
  });

  it('has every report of the claim once, and counts those in force', () => {
    fc.assert(
      fc.property(anyLedger, (ledger) => {
        const claims = ['claim-main', 'claim-other'].map((claimId) => foldClaim(ledger.ledger(claimId)));
        const ids = claims.flatMap(({ entries }) => entries.map(({ reportId }) => reportId));
        expect(new Set(ids).size).toBe(ids.length);
        for (const { entries, state } of claims) {
          const inForce = entries.filter(({ standing }) => standing === 'current');
          expect(state.reportCount).toBeLessThanOrEqual(inForce.length);
          expect(state.originCount).toBeLessThanOrEqual(inForce.length);
          const firsts = inForce.filter(({ relation, kind }) => relation === 'first' && kind === 'figure');
          expect(firsts.length).toBeLessThanOrEqual(1);
          for (const { against } of entries) if (against) expect(ids).toContain(against);
        }
      }),
      { numRuns: 120 },
    );
  });

  it('tells every conflict of the claim on the report that it came with, whatever else that adds', () => {
    const oneDay = fc.array(
      fc.record({
        by: fc.constantFrom('ministry', 'Red Crescent', 'mayor', 'governor'),
        value: fc.constantFrom(10, 20, 30),
      }),
      { minLength: 4, maxLength: 8 },
    );
    const told = new Set<string>();
    // The last repeats what its own source said, and is at odds with another.
    const [ten, twenty] = [{ by: 'ministry', value: 10 } as const, { by: 'mayor', value: 20 } as const];
    const known = [ten, twenty, twenty, ten];
    fc.assert(
      fc.property(oneDay, (figures) => {
        const ledger = new InventedLedger();
        figures.forEach(({ by, value }, n) =>
          ledger.report({ name: REPORTS[n]!, by, on: '2031-05-01', figure: { value, asOf: '2031-05-01' } }),
        );
        const { entries, state } = foldClaim(ledger.ledger());
        const byId = new Map(entries.map((entry) => [entry.reportId, entry]));
        for (const { reportId, againstReportId } of state.conflicts) {
          const { relation, against, otherRelations } = byId.get(reportId)!;
          const all = [{ relation, reportId: against }, ...otherRelations];
          expect(all).toContainEqual(
            expect.objectContaining({ relation: 'conflicts', reportId: againstReportId }),
          );
          told.add(relation);
        }
      }),
      { numRuns: 100, examples: [[known]] },
    );
    // CONTROL: one relation a report would have lost those of reports that are first of all something else.
    expect([...told].some((relation) => relation !== 'conflicts')).toBe(true);
  });
});
