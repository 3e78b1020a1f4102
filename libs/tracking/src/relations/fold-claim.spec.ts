import type { ClaimStatus } from '#domain';
import { foldClaim } from './fold-claim.js';
import type { AsOf } from './ledger.js';
import { CLAIM, idOf, InventedLedger } from './testing/invented-ledger.js';

const OTHER = idOf('claim', 'other');
const said = { reason: 'looked at', articleId: idOf('article', 'a') };
const decided = { decidedBy: 'editor', reasons: [] };
const report = idOf('report', 'a');
const one = (): InventedLedger => new InventedLedger().report({ name: 'a', on: '2031-05-01' });
const two = (by: string, value = 100): InventedLedger =>
  one().report({ name: 'b', by, on: '2031-05-01', figure: { value } });
const statusOf = (ledger: InventedLedger, asOf: AsOf = {}): ClaimStatus =>
  foldClaim(ledger.ledger(), asOf).state.status;
const ids = (ledger: InventedLedger, claimId = CLAIM): string[] =>
  foldClaim(ledger.ledger(claimId)).entries.map(({ reportId }) => reportId.replace('report-', ''));
const signOff = (ledger: InventedLedger): InventedLedger =>
  ledger.decide('ClaimSignedOff', { claimId: CLAIM, seenSeq: ledger.head, reason: 'checked' });
const correct = (ledger: InventedLedger): InventedLedger =>
  ledger.decide('ReportCorrected', {
    reportId: report,
    kind: 'publisher',
    changes: [{ field: 'cause', from: null, to: 'disaster' }],
    evidence: null,
    ...said,
  });

const merge = (ledger: InventedLedger, into = 'ministry', merged = 'mayor'): InventedLedger =>
  ledger.decide('EntitiesMerged', {
    ...decided,
    entityId: idOf('entity', into),
    mergedEntityId: idOf('entity', merged),
  });

const DOZENS = { value: null, quantifier: 'dozens' } as const;

describe('the origin of whom only a pronoun stands for', () => {
  const HE = 'unknown (“he”)';
  const originsOf = (ledger: InventedLedger) =>
    foldClaim(ledger.ledger()).entries.map(({ origin: { key, name } }) => {
      expect(name).toBe(HE);
      return key;
    });
  const ofHim = () =>
    new InventedLedger()
      .report({ name: 'a', by: HE, on: '2031-05-01' })
      .report({ name: 'b', by: HE, on: '2031-05-01' });
  const print = (ledger: InventedLedger, name: string, role: 'original' | 'copy') =>
    ledger.decide('ArticleClustered', {
      ...{ articleId: idOf('article', name), clusterId: idOf('cluster', 'c'), role },
      ...{ method: 'by hand', similarity: 1 },
      ...decided,
    });

  it('is one of its article, and of all printings of a wire story', () => {
    expect(new Set(originsOf(ofHim())).size).toBe(2);
    expect(statusOf(ofHim())).toBe('corroborated');
    const again = ofHim().report({ name: 'c', by: HE, on: '2031-05-02', article: 'b', revision: 2 });
    expect(new Set(originsOf(again)).size).toBe(2);
    const printed = print(print(ofHim(), 'a', 'original'), 'b', 'copy');
    expect(new Set(originsOf(printed)).size).toBe(1);
  });

  it('is whom a person takes him for', () => {
    expect(new Set(originsOf(merge(ofHim(), 'mayor', HE)))).toEqual(new Set([idOf('entity', 'mayor')]));
  });
});

describe('the status of a claim', () => {
  it.each<[ClaimStatus, InventedLedger]>([
    ['unreviewed', one()],
    ['single_origin', one().decide('ReportConfirmed', { reportId: report, ...said })],
    ['single_origin', two('ministry', 120)],
    ['corroborated', two('mayor')],
    ['single_origin', one().report({ name: 'b', by: 'mayor', on: '2031-05-02', figure: { value: 120 } })],
    ['disputed', two('mayor', 120)],
    ['disputed', one().report({ name: 'b', by: 'mayor', on: '2031-05-02', says: 'denied' })],
    ['corrected', correct(two('mayor'))],
    ['retracted', one().decide('ReportRetracted', { reportId: report, kind: 'source', ...said })],
    ['signed_off', signOff(two('mayor', 120))],
    ['signed_off', signOff(one()).decide('ReportConfirmed', { reportId: report, ...said })],
    ['signed_off_but_changed', signOff(one()).report({ name: 'b', on: '2031-05-02' })],
    ['signed_off', signOff(signOff(one()).report({ name: 'b', on: '2031-05-02' }))],
    ['unreviewed', signOff(one()).revert()],
    ['signed_off_but_changed', signOff(correct(one())).revert(correct(one()).head)],
    ['signed_off', signOff(correct(one())).revert(correct(one()).head).revert()],
    ['signed_off', correct(signOff(one())).revert()],
    ['signed_off_but_changed', merge(signOff(two('mayor')))],
    ['signed_off', merge(signOff(two('mayor'))).revert()],
    ['signed_off', signOff(merge(two('mayor')))],
    ['signed_off', merge(signOff(two('interior ministry')), 'council', 'senate')],
  ])('%s', (status, ledger) => expect(statusOf(ledger)).toBe(status));

  it.each<[ClaimStatus, string, object]>([
    ['corroborated', '2031-05-02', { quantifier: 'at_least', value: 90 }],
    ['single_origin', '2031-05-03', { quantifier: 'at_least', value: 90 }],
    ['corroborated', '2031-05-20', { quantifier: 'approximately', value: 105 }],
    ['corroborated', '2031-05-20', { value: 100 }],
  ])('%s by what was given on 1 May, where %s brings %j', (status, on, figure) =>
    expect(statusOf(one().report({ name: 'b', by: 'mayor', on, figure }))).toBe(status),
  );

  it('tells which decisions gave reports other origins than the signer saw', () => {
    const regrouped = (ledger: InventedLedger) => foldClaim(ledger.ledger()).state.regroupedBy.length;
    const [merged, aside] = [merge(signOff(two('mayor'))), merge(signOff(two('mayor')), 'council', 'senate')];
    expect([regrouped(merged), regrouped(aside), regrouped(signOff(merge(two('mayor'))))]).toEqual([1, 0, 0]);
    expect(regrouped(merge(signOff(two('mayor'))).revert())).toBe(0);
    expect(regrouped(merge(merge(signOff(two('mayor'))), 'mayor', 'ministry').revert())).toBe(1);
    const thereAndBack = merge(signOff(two('mayor'))).revert();
    expect(regrouped(merge(thereAndBack))).toBe(1);
  });

  it('tells of a dispute that was seen and signed', () =>
    expect(foldClaim(signOff(two('mayor', 120)).ledger()).state).toMatchObject({
      disputed: true,
      conflicts: [{ reportId: idOf('report', 'b'), againstReportId: report }],
    }));

  it('keeps what is denied, and counts who denies it apart', () => {
    const ledger = one().report({ name: 'b', by: 'mayor', on: '2031-05-02', says: 'denied' });
    const { entries, state } = foldClaim(ledger.ledger());
    expect(state).toMatchObject({
      reportCount: 2,
      originCount: 2,
      denyingOriginCount: 1,
      denials: [idOf('report', 'b')],
    });
    expect(state.headline).toMatchObject({ value: 100, by: 'latest' });
    expect(entries[1]).toMatchObject({ side: 'against', relation: 'denies', against: report });
  });
});

describe('a denial that is read as a statement and as a claim', () => {
  const article = { article: 'x', by: 'mayor', on: '2031-05-02', says: 'denied' } as const;
  const ledger = (): InventedLedger =>
    one()
      .report({ ...article, name: 'b', kind: 'statement' })
      .report({ ...article, name: 'c', kind: 'claim' });

  it('counts once, and is not said again', () => {
    const { entries, state } = foldClaim(ledger().ledger());
    expect(state).toMatchObject({ reportCount: 2, denials: [idOf('report', 'c')] });
    expect(entries.slice(1).map(({ reason }) => reason)).toContain(
      'the same words, read as a statement and as a claim',
    );
  });

  it('counts twice in two articles', () => {
    const again = ledger().report({ ...article, name: 'd', article: 'y', kind: 'claim' });
    expect(foldClaim(again.ledger()).state.denials).toEqual(['c', 'd'].map((name) => idOf('report', name)));
  });
});

describe('which reports a claim has', () => {
  const three = (): InventedLedger => two('mayor').report({ name: 'c', on: '2031-05-03' });

  it('follows a report that is linked elsewhere', () => {
    const ledger = three().link('b', OTHER, 'editor');
    expect([ids(ledger), ids(ledger, OTHER)]).toEqual([['a', 'c'], ['b']]);
    expect(ids(ledger.revert())).toEqual(['a', 'b', 'c']);
  });

  it('gives those of a merged claim to the one that lives on, and tells which that is', () => {
    const ledger = three()
      .link('b', OTHER)
      .decide('ClaimsMerged', { claimId: CLAIM, mergedClaimId: OTHER, ...decided });
    ledger.report({ name: 'd', on: '2031-05-04', linked: false }).link('d', OTHER);
    expect(ids(ledger)).toEqual(['a', 'b', 'c', 'd']);
    expect(foldClaim(ledger.ledger(OTHER)).state).toMatchObject({ mergedInto: CLAIM, reportCount: 0 });
  });

  it('merges back the other way', () => {
    const ledger = three()
      .link('b', OTHER)
      .decide('ClaimsMerged', { claimId: CLAIM, mergedClaimId: OTHER, ...decided })
      .decide('ClaimsMerged', { claimId: OTHER, mergedClaimId: CLAIM, ...decided });
    expect(ids(ledger, OTHER)).toEqual(['a', 'b', 'c']);
  });

  it('splits some off', () => {
    const reportIds = [idOf('report', 'b'), idOf('report', 'c')];
    const ledger = three().decide('ClaimSplit', { claimId: CLAIM, newClaimId: OTHER, reportIds, ...decided });
    expect([ids(ledger), ids(ledger, OTHER)]).toEqual([['a'], ['b', 'c']]);
  });

  it('shows a proposed link until it is made, declined, or a person puts the report elsewhere', () => {
    const propose = (): InventedLedger =>
      one()
        .report({ name: 'p', on: '2031-05-02', linked: false })
        .decide('ReportLinkProposed', {
          claimId: CLAIM,
          reportId: idOf('report', 'p'),
          score: 0.5,
          decidedBy: 'x',
          reasons: ['near'],
        });
    const open = (ledger: InventedLedger): number => foldClaim(ledger.ledger()).state.proposals.length;
    const declined = { claimId: CLAIM, reportId: idOf('report', 'p'), ...decided };
    expect(open(propose())).toBe(1);
    const early = { assertedBy: '2031-05-01' };
    expect(foldClaim(propose().ledger(), early).state.proposals).toEqual([]);
    expect(open(propose().link('p', CLAIM, 'editor'))).toBe(0);
    expect(open(propose().link('p', OTHER, 'editor'))).toBe(0);
    expect(open(propose().link('p', OTHER))).toBe(1);
    expect(open(propose().decide('ReportLinkDeclined', declined))).toBe(0);
    expect(open(propose().decide('ReportLinkDeclined', declined).revert())).toBe(1);
    const merged = propose()
      .link('p', OTHER)
      .decide('ClaimsMerged', { claimId: CLAIM, mergedClaimId: OTHER, ...decided });
    expect([open(merged), open(merged.revert())]).toEqual([0, 1]);
    const retracted = propose().decide('ReportRetracted', {
      ...said,
      reportId: idOf('report', 'p'),
      kind: 'source',
    });
    expect([open(retracted), open(retracted.revert())]).toEqual([0, 1]);
  });
});

describe('origins', () => {
  const origins = (ledger: InventedLedger): number => foldClaim(ledger.ledger()).state.originCount;
  const clustered = (ledger: InventedLedger, article: string, role: 'original' | 'copy'): InventedLedger =>
    ledger.decide('ArticleClustered', {
      articleId: idOf('article', article),
      clusterId: 'wire',
      method: 'm/1',
      similarity: 1,
      role,
    });
  const ownVoice = (): InventedLedger =>
    new InventedLedger()
      .report({ name: 'a', on: '2031-05-01', by: null, outlet: 'Northwire' })
      .report({ name: 'b', on: '2031-05-02', by: null, outlet: 'Coast Mail' });

  it('counts a source that fifteen outlets quote once', () => {
    const ledger = new InventedLedger();
    for (let index = 0; index < 15; index += 1)
      ledger.report({ name: String(index), on: '2031-05-01', outlet: `Outlet ${index}` });
    expect(foldClaim(ledger.ledger()).state).toMatchObject({
      reportCount: 15,
      originCount: 1,
      status: 'single_origin',
    });
  });

  it('counts outlets that speak in their own voice, and a wire story once', () => {
    expect(origins(ownVoice())).toBe(2);
    const printed = clustered(clustered(ownVoice(), 'a', 'original'), 'b', 'copy');
    expect(origins(printed)).toBe(1);
    expect(foldClaim(printed.ledger()).entries[1]).toMatchObject({
      relation: 'repeats',
      origin: { name: 'Northwire' },
    });
    const taken = printed.decide('ArticleUnclustered', {
      articleId: idOf('article', 'b'),
      clusterId: 'wire',
      ...decided,
    });
    expect(origins(taken)).toBe(2);
  });

  it('knows who prints a story on days of which the story does not speak', () => {
    const printed = clustered(clustered(new InventedLedger(), 'a', 'original'), 'b', 'copy').report({
      name: 'b',
      on: '2031-05-01',
      by: null,
      outlet: 'Coast Mail',
    });
    const later = { name: 'a', on: '2031-05-03', by: null, outlet: 'Northwire' };
    const [original] = new InventedLedger().report(later).reports;
    const of = (asOf: AsOf) =>
      foldClaim({ ...printed.ledger(), originals: [{ ...original!, seq: 5 }] }, asOf).entries[0]?.origin.name;
    expect(of({ validOn: '2031-05-01', assertedBy: '2031-05-01' })).toBe('Northwire');
    expect(of({ recordedSeq: 5 })).toBe('Northwire');
    expect(of({ recordedSeq: 4 })).toBeNull();
  });

  it.each([
    ['one number', {}, { quantifier: 'at_least' }, 1],
    ['two numbers', {}, { value: 41 }, 2],
    ['one word', DOZENS, DOZENS, 1],
    ['two words', DOZENS, { value: null, quantifier: 'hundreds' }, 2],
  ] as const)('gives a title the source of its text where they give %s', (_what, title, text, count) =>
    expect(
      origins(
        new InventedLedger()
          .report({ name: 'title', article: 'x', on: '2031-05-01', by: null, figure: title })
          .report({ name: 'text', article: 'x', on: '2031-05-01', position: 80, figure: text }),
      ),
    ).toBe(count),
  );

  it('follows merges of sources', () => {
    const ledger = two('interior ministry').decide('EntitiesMerged', {
      entityId: idOf('entity', 'ministry'),
      mergedEntityId: idOf('entity', 'interior ministry'),
      ...decided,
    });
    expect([origins(ledger), origins(ledger.revert())]).toEqual([1, 2]);
  });

  it('follows splits of sources to every mention spelled alike, also where they point at a report of another claim', () => {
    const spelled = ['Ada Tarnov', 'Adda Tarnov', 'Adda Tarnov'];
    const ledger = new InventedLedger();
    spelled.forEach((by, day) => ledger.report({ name: `${day}`, by, on: `2031-05-0${day + 1}` }));
    for (const name of spelled.slice(1))
      ledger.decide('EntitiesMerged', {
        entityId: idOf('entity', 'Ada Tarnov'),
        mergedEntityId: idOf('entity', name),
        ...decided,
      });
    ledger.decide('EntitySplit', {
      entityId: idOf('entity', 'Ada Tarnov'),
      newEntityId: idOf('entity', 'cousin'),
      mentions: [{ reportId: idOf('report', 'elsewhere'), field: 'attribution', index: 1 }],
      ...decided,
    });
    const mentioned = [{ reportId: idOf('report', 'elsewhere'), index: 1, name: 'ADDA TARNOV' }];
    const keys = () => foldClaim({ ...ledger.ledger(), mentioned }).entries.map(({ origin: { key } }) => key);
    const [ada, cousin] = [idOf('entity', 'Ada Tarnov'), idOf('entity', 'cousin')];
    expect(keys()).toEqual([ada, cousin, cousin]);
    ledger.revert();
    expect(keys()).toEqual([ada, ada, ada]);
  });

  it('keeps an article out of its wire story once people said so or undid that it is in one, whatever comes later', () => {
    const inStory = () => clustered(clustered(ownVoice(), 'a', 'original'), 'b', 'copy');
    const taken = (decidedBy: string) =>
      inStory().decide('ArticleUnclustered', {
        articleId: idOf('article', 'b'),
        clusterId: 'wire',
        decidedBy,
        reasons: [],
      });
    expect(origins(clustered(taken('editor'), 'b', 'copy'))).toBe(2);
    expect(origins(clustered(taken('wire-clusters/1.0.0'), 'b', 'copy'))).toBe(1);
    expect(origins(clustered(inStory().revert(), 'b', 'copy'))).toBe(2);
    expect(origins(clustered(taken('editor').revert(), 'b', 'copy'))).toBe(1);
  });
});

describe('the three clocks', () => {
  const series = (): InventedLedger =>
    one()
      .report({ name: 'late', on: '2031-05-09', figure: { value: 300 } })
      .report({ name: 'b', on: '2031-05-03', figure: { value: 200 } });
  const latest = (asOf: AsOf): number | null | undefined =>
    foldClaim(series().ledger(), asOf).state.latest?.value;

  it('as asserted by a day, to its end', () => {
    expect([latest({}), latest({ assertedBy: '2031-05-03' }), latest({ assertedBy: '2031-05-02' })]).toEqual([
      300, 200, 100,
    ]);
    expect(latest({ assertedBy: '2031-04-30' })).toBeUndefined();
  });
  it('as recorded by an event: in the order in which they came', () =>
    expect([latest({ recordedSeq: 2 }), latest({ recordedSeq: 4 }), latest({ recordedSeq: 1 })]).toEqual([
      100,
      300,
      undefined,
    ]));
  it('puts a late article where it belongs', () => expect(ids(series())).toEqual(['a', 'b', 'late']));
  it('as valid on a day: of a closed period what takes it in, else what was known for the day', () => {
    const period = { start: '2031-05-02', end: '2031-05-03', accuracy: 'day' as const, text: '' };
    const flow = one().report({ name: 'b', on: '2031-05-05', figure: { value: 7, period } });
    const valid = (ledger: InventedLedger, validOn: string): number =>
      foldClaim(ledger.ledger(), { validOn }).entries.length;
    expect(['2031-05-01', '2031-05-02', '2031-05-03', '2031-05-04'].map((day) => valid(flow, day))).toEqual([
      1, 2, 2, 1,
    ]);
    const since = { ...period, end: '2031-05-05', text: 'since 2 May' };
    const total = new InventedLedger().report({ name: 't', on: '2031-05-05', figure: { period: since } });
    expect(['2031-05-03', '2031-05-04', '2031-05-05', '2031-06-01'].map((day) => valid(total, day))).toEqual([
      0, 0, 1, 1,
    ]);
    const stock = new InventedLedger().report({
      name: 's',
      on: '2031-05-05',
      figure: { measure: 'stock', asOf: '2031-05-03' },
    });
    expect(['2031-05-02', '2031-05-03', '2031-06-01'].map((day) => valid(stock, day))).toEqual([0, 1, 1]);
  });
});
