import type { Anomaly } from '#domain';
import { foldClaim } from './fold-claim.js';
import { CLAIM, idOf, InventedLedger } from './testing/invented-ledger.js';

const total = (name: string, day: number, value: number) => ({
  name,
  on: `2031-05-0${day}`,
  figure: { value },
});

const anomaliesOf = (ledger: InventedLedger) => foldClaim(ledger.ledger()).state.anomalies;

const settle = (ledger: InventedLedger, anomaly: Anomaly, against = 'a') =>
  ledger.decide('AnomalySettled', {
    claimId: CLAIM,
    reportId: idOf('report', 'b'),
    anomaly,
    againstReportId: idOf('report', against),
    decidedBy: 'editor',
    reasons: ['counted by district since'],
  });

const correct = (ledger: InventedLedger, name: string, to: number) =>
  ledger.decide('ReportCorrected', {
    reportId: idOf('report', name),
    articleId: idOf('article', name),
    kind: 'extraction',
    reason: 'read again',
    changes: [{ field: 'value', from: null, to }],
    evidence: null,
  });

describe('what is to be looked at in a number', () => {
  const falling = () => new InventedLedger().report(total('a', 1, 40)).report(total('b', 3, 30));

  it('says what fell, from what to what', () => {
    expect(anomaliesOf(falling())).toEqual([
      {
        reportId: idOf('report', 'b'),
        anomaly: 'falls',
        againstReportId: idOf('report', 'a'),
        ...{ partReportIds: [], from: 40, to: 30, factor: 0.75, threshold: null, settled: null },
        reason: 'a total that was reached falls: 40 -> 30, two days later',
      },
    ]);
  });

  it('says how many times another it is, and from which factor on that is looked at', () => {
    const jumping = new InventedLedger().report(total('a', 1, 8)).report(total('b', 2, 88));
    expect(anomaliesOf(jumping)).toMatchObject([
      {
        anomaly: 'jumps',
        ...{ from: 8, to: 88, factor: 11, threshold: 10 },
        reason: '8 -> 88, one day later: 11 times what was known, looked at from 10 times or a 10th on',
      },
    ]);
  });

  it('says which part comes to more than the total', () => {
    const women = { value: 50, population: 'women' };
    const parts = falling().report({ name: 'c', on: '2031-05-03', article: 'b', position: 9, figure: women });
    const found = anomaliesOf(parts).filter(({ anomaly }) => anomaly === 'parts_exceed_total');
    expect(found).toMatchObject([
      {
        reportId: idOf('report', 'b'),
        againstReportId: idOf('report', 'c'),
        ...{ from: 30, to: 50, factor: 1.67, threshold: 1 },
        reason: '50 in a part of what has 30 in all',
      },
    ]);
  });

  it('is settled by a person, and open again once that is undone', () => {
    const settled = settle(falling(), 'falls');
    expect(anomaliesOf(settled)).toMatchObject([
      { anomaly: 'falls', settled: { actor: 'editor', reasons: ['counted by district since'] } },
    ]);
    expect(foldClaim(settled.ledger()).entries.at(-1)?.anomalies).toEqual(['falls']);
    expect(anomaliesOf(settled.revert())).toMatchObject([{ settled: null }]);
  });

  it('stays settled where both reports are split off into a new claim', () => {
    const newClaimId = idOf('claim', 'new');
    const reportIds = [idOf('report', 'a'), idOf('report', 'b')];
    const split = settle(falling(), 'falls').decide('ClaimSplit', {
      ...{ claimId: CLAIM, newClaimId, reportIds, decidedBy: 'editor', reasons: ['of another shelter'] },
    });
    const anomalies = (ledger: InventedLedger) => foldClaim(ledger.ledger(newClaimId)).state.anomalies;
    expect(anomalies(split)).toMatchObject([{ anomaly: 'falls', settled: { actor: 'editor' } }]);
    expect(anomalies(correct(split, 'b', 20))).toMatchObject([{ settled: null }]);
  });

  it.each(['a', 'b'])(
    'is open again once report %s is corrected, and settled once that is undone',
    (name) => {
      const corrected = correct(settle(falling(), 'falls'), name, name === 'a' ? 50 : 20);
      expect(anomaliesOf(corrected)).toMatchObject([{ anomaly: 'falls', settled: null }]);
      const back = corrected.revert();
      expect(anomaliesOf(back)).toMatchObject([{ settled: { actor: 'editor' } }]);
    },
  );

  it('is open again once the smaller of two parts that are added up is corrected', () => {
    const part = (name: string, population: string, value: number) => ({
      ...{
        name,
        on: '2031-05-03',
        article: 'b',
        position: name.charCodeAt(0),
        figure: { value, population },
      },
    });
    const ledger = falling()
      .report(part('c', 'women', 20))
      .report(part('d', 'men', 15));
    const partsOf = (of: InventedLedger) =>
      anomaliesOf(of).find(({ anomaly }) => anomaly === 'parts_exceed_total');
    const parts = [idOf('report', 'c'), idOf('report', 'd')];
    expect(partsOf(ledger)).toMatchObject({ againstReportId: parts[0], settled: null, to: 35 });
    expect(partsOf(ledger)?.partReportIds.toSorted()).toEqual(parts.toSorted());
    settle(ledger, 'parts_exceed_total', 'c');
    expect(partsOf(ledger)).toMatchObject({ settled: { actor: 'editor' } });
    expect(partsOf(correct(ledger, 'd', 14))).toMatchObject({ settled: null, to: 34 });
    expect(partsOf(ledger.revert())).toMatchObject({ settled: { actor: 'editor' } });
  });

  it('is not settled by what was said of another anomaly, or against another report', () => {
    expect(anomaliesOf(settle(falling(), 'jumps'))).toMatchObject([{ settled: null }]);
    expect(anomaliesOf(settle(falling(), 'falls', 'c'))).toMatchObject([{ settled: null }]);
  });

  it('does not undo a sign-off', () => {
    const signed = falling();
    signed.decide('ClaimSignedOff', { claimId: CLAIM, seenSeq: signed.head, reason: 'looked at' });
    expect(foldClaim(settle(signed, 'falls').ledger()).state.status).toBe('signed_off');
  });
});
