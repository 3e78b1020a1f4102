import fc from 'fast-check';
import { foldClaim } from './fold-claim.js';
import type { ClaimLedger } from './ledger.js';
import { anyDecisions, anyLedger, undoSince } from './testing/any-ledger.js';

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

  it('has nothing of decisions that were undone', () => {
    fc.assert(
      fc.property(anyLedger, anyDecisions, (ledger, more) => {
        const before = foldClaim(ledger.ledger());
        const seq = ledger.head;
        more.forEach((step) => step(ledger));
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
});
