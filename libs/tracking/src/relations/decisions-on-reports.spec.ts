import { foldClaim } from './fold-claim.js';
import { DECISION_TYPES } from './ledger.js';
import { CLAIM, idOf, InventedLedger } from './testing/invented-ledger.js';

const report = idOf('report', 'a');
const said = { reportId: report, articleId: idOf('article', 'a'), reason: 'looked at' };
const one = (): InventedLedger => new InventedLedger().report({ name: 'a', on: '2031-05-01' });
const APRIL = { start: '2031-04-01', end: '2031-04-30', accuracy: 'day', text: 'in April' };

const correct = (ledger: InventedLedger, field: string, to: unknown): InventedLedger =>
  ledger.decide('ReportCorrected', {
    ...said,
    kind: 'extraction',
    evidence: null,
    changes: [{ field, from: null, to }],
  });
const recommend = (
  ledger: InventedLedger,
  role: 'recommended' | 'triangulation',
  value: number | null,
): InventedLedger =>
  ledger.decide('HeadlineFigureRecommended', {
    claimId: CLAIM,
    reportId: report,
    role,
    value,
    calculationLogic: '20 households of 5',
    decidedBy: 'editor',
    reasons: [],
  });

describe('corrections', () => {
  it('change the day that a report speaks of', () => {
    const ledger = correct(correct(one(), 'measure', 'stock'), 'asOf', '2031-04-20');
    const valid = (validOn: string) => foldClaim(ledger.ledger(), { validOn }).entries.length;
    expect([valid('2031-04-19'), valid('2031-04-20')]).toEqual([0, 1]);
    const inApril = correct(one(), 'period', APRIL).ledger();
    expect(foldClaim(inApril, { validOn: '2031-04-20' }).entries).toHaveLength(1);
    expect(foldClaim(inApril, { validOn: '2031-05-01' }).entries).toEqual([]);
    expect(foldClaim(one().ledger(), { validOn: '2031-05-01' }).entries).toHaveLength(1);
  });
  it('change what is compared, and are shown', () => {
    const ledger = correct(correct(one(), 'value', 90), 'quantifier', 'at_least');
    const [entry] = foldClaim(ledger.ledger()).entries;
    expect(entry?.figure).toMatchObject({ value: 90, quantifier: 'at_least', metric: 'displaced' });
    expect(entry?.corrections).toHaveLength(2);
    expect(foldClaim(ledger.revert().ledger()).entries[0]?.figure).toMatchObject({
      value: 90,
      quantifier: 'exact',
    });
  });

  it('of an attribution give the report the origin of that name', () => {
    const ledger = one().report({ name: 'b', by: 'Red Crescent', on: '2031-05-01' });
    correct(ledger, 'attribution', [
      { name: 'Red Crescent', role: null, kind: 'organisation', verb: 'said', span: null },
    ]);
    expect(foldClaim(ledger.ledger()).state.originCount).toBe(1);
  });

  it('of places compare by the words', () => {
    const ledger = correct(one(), 'places', [{ text: 'the Selmouth', role: 'origin', span: null }]);
    expect(foldClaim(ledger.ledger()).entries[0]?.figure?.places).toEqual([
      { key: 'selmouth', text: 'the Selmouth', role: 'origin', within: [] },
    ]);
  });

  it('of propositions turn what is claimed into a denial', () => {
    const ledger = new InventedLedger().report({ name: 'a', on: '2031-05-01', says: 'asserted' });
    correct(correct(ledger, 'polarity', 'denied'), 'proposition', 'the dam broke');
    const { entries, state } = foldClaim(ledger.ledger());
    expect(entries[0]).toMatchObject({ side: 'against', relation: 'denies', against: null });
    expect(state).toMatchObject({
      status: 'disputed',
      proposition: { text: 'the dam broke', polarity: 'denied' },
    });
  });
});

describe('the headline figure', () => {
  const later = (): InventedLedger => one().report({ name: 'b', on: '2031-05-05', figure: { value: 300 } });

  it('is the latest unless somebody recommends another', () => {
    expect(foldClaim(later().ledger()).state.headline).toMatchObject({ value: 300, by: 'latest' });
    expect(foldClaim(recommend(later(), 'recommended', null).ledger()).state.headline).toMatchObject({
      reportId: report,
      value: 100,
      by: 'recommended',
      decidedBy: 'editor',
    });
  });
  it('is the number that was calculated', () =>
    expect(foldClaim(recommend(later(), 'recommended', 104).ledger()).state.headline).toMatchObject({
      value: 104,
      quantifier: 'exact',
      calculationLogic: '20 households of 5',
    }));
  it('keeps evidence beside it', () => {
    const { headline, evidence } = foldClaim(recommend(later(), 'triangulation', null).ledger()).state;
    expect(headline).toMatchObject({ value: 300, by: 'latest' });
    expect(evidence).toMatchObject([{ reportId: report, role: 'triangulation' }]);
  });
  it('goes with its report', () => {
    const ledger = recommend(later(), 'recommended', 104).decide('ReportRetracted', {
      ...said,
      kind: 'source',
    });
    expect(foldClaim(ledger.ledger()).state).toMatchObject({
      headline: { value: 300, by: 'latest' },
      evidence: [],
    });
  });
  it('does not go by a report of an earlier day that came later', () => {
    const ledger = later().report({
      name: 'c',
      on: '2031-05-09',
      figure: { value: 200, asOf: '2031-05-03' },
    });
    expect(foldClaim(ledger.ledger()).state.headline).toMatchObject({ value: 300 });
  });
});

describe('reviews', () => {
  it('tell the last word', () => {
    const review = (ledger: InventedLedger) => foldClaim(ledger.ledger()).state.review;
    const asked = one().decide('ReviewRequested', { claimId: CLAIM, reason: 'please' });
    expect(review(one())).toBeNull();
    expect(review(asked)).toBe('requested');
    expect(review(asked.decide('ReviewGiven', { claimId: CLAIM, verdict: 'approved', reason: 'fine' }))).toBe(
      'approved',
    );
  });

  it('are waited for until somebody signs off, and keep who asked as long', () => {
    const ask = (ledger: InventedLedger): InventedLedger =>
      ledger.decide('ReviewRequested', { claimId: CLAIM, reason: 'please' });
    const signOff = (ledger: InventedLedger): InventedLedger =>
      ledger.decide('ClaimSignedOff', { claimId: CLAIM, seenSeq: ledger.head, reason: 'checked' });
    expect(foldClaim(ask(signOff(one())).ledger()).state).toMatchObject({
      review: 'requested',
      request: { actor: 'editor', reason: 'please' },
    });
    const settled = { review: null, request: null };
    expect(foldClaim(signOff(ask(one())).ledger()).state).toMatchObject(settled);
  });

  it('ask for changes until somebody signs off', () => {
    const review = (ledger: InventedLedger) => foldClaim(ledger.ledger()).state.review;
    const signOff = (ledger: InventedLedger): InventedLedger =>
      ledger.decide('ClaimSignedOff', { claimId: CLAIM, seenSeq: ledger.head, reason: 'checked' });
    const refuse = (ledger: InventedLedger): InventedLedger =>
      ledger.decide('ReviewGiven', { claimId: CLAIM, verdict: 'changes_requested', reason: 'which day?' });
    expect(review(refuse(signOff(one())))).toBe('changes_requested');
    expect(review(signOff(refuse(one())))).toBeNull();
  });
});

it('knows each type of decision once', () =>
  expect(new Set(DECISION_TYPES).size).toBe(DECISION_TYPES.length));
