import { eventStoreMigrations, PostgresEventStore } from '#event-store';
import { buildEvent, type DomainError } from '#domain';
import {
  articleIdOf,
  eventsOf,
  reportIdOf,
  WORKSPACE,
  type InventedArticle,
} from '../../../../test/support/invented-articles.js';
import { createTestDatabase, type TestDatabase } from '../../../../test/support/test-database.js';
import { deterministicId } from '#platform';
import { MakeDecision, MakeDecisions, type Decision } from '../index.js';
import type { SettleAnomaly } from './decision.js';
import { MakeDecisionHandler } from './make-decision.handler.js';
import { MakeDecisionsHandler } from './make-decisions.handler.js';

const ARTICLE: InventedArticle = {
  name: 'flood',
  outlet: 'Norvale Courier',
  publishedAt: '2031-05-14',
  text: 'At least 40 people were killed in Norvale on Monday. Some 300 fled. Help came late. The dam held. It did not. Hurt were 9 people. 2 bridges fell.',
  figures: [
    { words: 'At least 40 people', metric: 'killed', value: 40 },
    { words: 'Some 300', metric: 'displaced', value: 300 },
    { words: '9 people', metric: 'injured', value: 9 },
    { words: '2 bridges', metric: 'other', value: 2 },
  ],
  claims: [
    { quote: 'Help came late' },
    { quote: 'The dam held' },
    { quote: 'It did not', answers: 'Help came late' },
  ],
};
const articleId = articleIdOf('flood');
const killed = reportIdOf('flood', 1, 'figure', 'At least 40 people');
const fled = reportIdOf('flood', 1, 'figure', 'Some 300');
const hurt = reportIdOf('flood', 1, 'figure', '9 people');
const said = reportIdOf('flood', 1, 'claim', 'The dam held');
const denied = reportIdOf('flood', 1, 'claim', 'It did not');
const claimA = deterministicId('test-claim', 'a');
const claimB = deterministicId('test-claim', 'b');

let test: TestDatabase;
let store: PostgresEventStore;

beforeEach(async () => {
  test = await createTestDatabase(eventStoreMigrations);
  store = new PostgresEventStore(test.database);
  await store.append({
    workspace: WORKSPACE,
    actor: 'test',
    streams: [{ stream: `article-${articleId}`, expectedVersion: 'no_stream', events: eventsOf(ARTICLE) }],
  });
});
afterEach(async () => {
  await store.close();
  await test.drop();
});

const make = (decision: Decision, actor = 'ada', expectedVersion?: number, key?: string) =>
  new MakeDecisionHandler(store, store).execute(
    new MakeDecision(WORKSPACE, actor, decision, expectedVersion, key),
  );
const refusal = (made: Promise<unknown>): Promise<DomainError> =>
  made.then(
    () => Promise.reject(new Error('It was not refused.')),
    (error: unknown) => error as DomainError,
  );
const correction = (to: number, from?: number): Decision => ({
  type: 'correct_report',
  reportId: killed,
  articleId,
  kind: 'publisher',
  changes: [{ field: 'value', to, ...(from !== undefined && { from }) }],
  reason: `the outlet says ${to} now`,
});
const link = (claimId: string, reportId = killed, fromClaimId?: string): Decision => ({
  type: 'link_report',
  claimId,
  reportId,
  articleId,
  reason: 'the same event',
  ...(fromClaimId !== undefined && { fromClaimId }),
});
const typesOf = async (stream: string) => {
  const types: string[] = [];
  for await (const event of store.readStream(WORKSPACE, stream)) types.push(event.type);
  return types;
};

describe('two people who correct one report at once', () => {
  it('lets one win and tells the other what changed', async () => {
    const both = await Promise.allSettled([make(correction(41), 'ada', 0), make(correction(42), 'ben', 0)]);
    const won = both.find(({ status }) => status === 'fulfilled');
    const lost = both.find(({ status }) => status === 'rejected') as PromiseRejectedResult;
    expect(won).toMatchObject({ value: { outcome: 'recorded', version: 1 } });
    expect(lost.reason).toMatchObject({
      code: 'INGESTION.CHANGED_MEANWHILE',
      expected: 0,
      actual: 1,
      meanwhile: [{ type: 'ReportCorrected', changes: [{ field: 'value', from: 40 }] }],
    });
    expect((lost.reason as Error).message).toMatch(
      /ReportCorrected by (ada|ben) \(the outlet says 4[12] now\)/,
    );
    expect(await typesOf(`report-${killed}`)).toEqual(['ReportCorrected']);
  });

  it('lets both in where neither says what they saw, the second on top of the first', async () => {
    await Promise.all([make(correction(41), 'ada'), make(correction(42), 'ben')]);
    expect(await typesOf(`report-${killed}`)).toEqual(['ReportCorrected', 'ReportCorrected']);
  });

  it('tells of the correction where "from" is what the report said before it', async () => {
    await make(correction(41), 'ada');
    expect(await refusal(make(correction(42, 40), 'ben'))).toMatchObject({
      code: 'INGESTION.CHANGED_MEANWHILE',
      meanwhile: [{ actor: 'ada' }],
    });
    expect(await make(correction(42, 41), 'ben')).toMatchObject({ outcome: 'recorded', version: 2 });
  });
});

describe('a decision on a report', () => {
  it('is recorded once, however often it is asked for', async () => {
    const first = await make(correction(41));
    expect(await make(correction(41))).toMatchObject({ outcome: 'unchanged', decisionId: first.decisionId });
    expect(await typesOf(`report-${killed}`)).toHaveLength(1);
  });

  it('refuses another decision under a key that was used, on the same report and on another', async () => {
    await make(correction(41), 'ada', 0, 'key-2');
    const used = { code: 'EVENT_STORE.IDEMPOTENCY_CONFLICT' };
    await expect(make(correction(43), 'ada', undefined, 'key-2')).rejects.toMatchObject(used);
    await expect(make(link(claimA, fled), 'ada', undefined, 'key-2')).rejects.toMatchObject(used);
    expect(await typesOf(`report-${killed}`)).toHaveLength(1);
  });

  it('answers a retry under its key with the first result, whatever was decided since', async () => {
    const first = await make(correction(41), 'ada', 0, 'key-1');
    await make(correction(42), 'ben');
    expect(await make(correction(41), 'ada', 0, 'key-1')).toMatchObject({ decisionId: first.decisionId });
    expect(await typesOf(`report-${killed}`)).toHaveLength(2);
  });

  it.each([
    ['a report that is not there', { ...correction(41), reportId: claimA }, 'INGESTION.REPORT_NOT_FOUND'],
    [
      'a value that breaks the vocabulary',
      { ...correction(41), changes: [{ field: 'metric', to: 'drowned' }] },
      'DOMAIN.INVALID_FIELDS',
    ],
    [
      'a field that is what the report is',
      { ...correction(41), changes: [{ field: 'quote', to: {} }] },
      'DOMAIN.INVALID_FIELDS',
    ],
    ['a "from" that the report never said', correction(42, 39), 'DOMAIN.INVALID_FIELDS'],
  ] as [string, Decision, string][])('is refused for %s', async (_case, decision, code) => {
    expect((await refusal(make(decision))).code).toBe(code);
    expect(await typesOf(`report-${killed}`)).toEqual([]);
  });

  it('is undone, once, and can be made again', async () => {
    const { decisionId } = await make(correction(41));
    const undo: Decision = { type: 'revert_decision', decisionId: decisionId ?? '', reason: 'misread' };
    expect(await make(undo)).toMatchObject({ outcome: 'recorded', stream: `report-${killed}`, version: 2 });
    expect((await refusal(make(undo))).code).toBe('INGESTION.ALREADY_REVERTED');
    expect(await make(correction(41, 40))).toMatchObject({ outcome: 'recorded', version: 3 });
  });

  it('is not made on a retracted report before the retraction is undone', async () => {
    const retract: Decision = { ...correction(0), type: 'retract_report', kind: 'source' } as Decision;
    const { decisionId } = await make(retract);
    expect(await make(retract)).toMatchObject({ outcome: 'unchanged', decisionId });
    expect(await refusal(make(correction(41)))).toMatchObject({ code: 'INGESTION.REPORT_RETRACTED' });
    await make({ type: 'revert_decision', decisionId: decisionId ?? '', reason: 'it stands' });
    expect(await make(correction(41))).toMatchObject({ outcome: 'recorded' });
  });
});

describe('a decision on claims', () => {
  it("begins a claim with a person's link, and moves a report with both streams or none", async () => {
    await make(link(claimA));
    const moved = await make(link(claimB, killed, claimA));
    expect(await typesOf(`claim-${claimA}`)).toEqual(['ReportLinked', 'ReportUnlinked']);
    await make({ type: 'revert_decision', decisionId: moved.decisionId ?? '', reason: 'not the same' });
    expect(await typesOf(`claim-${claimA}`)).toEqual(['ReportLinked', 'ReportUnlinked', 'DecisionReverted']);
    expect(await typesOf(`claim-${claimB}`)).toEqual(['ReportLinked', 'DecisionReverted']);
  });

  it('merges, refuses what is merged, and undoes the merger', async () => {
    await make(link(claimA));
    await make(link(claimB, fled));
    const merge: Decision = {
      type: 'merge_claims',
      claimId: claimA,
      mergedClaimId: claimB,
      reason: 'one flood',
    };
    const { decisionId } = await make(merge);
    expect(await make(merge)).toMatchObject({ outcome: 'unchanged', decisionId });
    const signOff: Decision = { type: 'sign_off_claim', claimId: claimB, reason: 'checked' };
    expect(await refusal(make(signOff))).toMatchObject({
      code: 'INGESTION.MERGED_ALREADY',
      details: { into: claimA },
    });
    const recommend: Decision = {
      type: 'recommend_figure',
      claimId: claimA,
      linkedClaimId: claimB,
      reportId: fled,
      role: 'recommended',
      calculationLogic: 'as the outlet has it',
      reason: 'newest',
    };
    expect(await make(recommend)).toMatchObject({ outcome: 'recorded' });
    await make({ type: 'revert_decision', decisionId: decisionId ?? '', reason: 'two floods' });
    expect(await make(signOff)).toMatchObject({ outcome: 'recorded' });
  });

  it.each([
    ['a number below zero', [{ field: 'value', to: -3 }]],
    ['part of a person', [{ field: 'value', to: 12.5 }]],
    [
      'a range that ends before it begins',
      [
        { field: 'quantifier', to: 'between' },
        { field: 'max', to: 3 },
      ],
    ],
    ['a range without an end', [{ field: 'quantifier', to: 'between' }]],
    ['an end without a range', [{ field: 'max', to: 50 }]],
  ])('refuses to correct a figure to %s', async (_, changes) => {
    const correct = { ...correction(1), changes } as Decision;
    expect((await refusal(make(correct))).code).toBe('DOMAIN.INVALID_FIELDS');
    const possible = [
      { field: 'quantifier', to: 'between' },
      { field: 'max', to: 50 },
    ];
    expect(await make({ ...correct, changes: possible } as Decision)).toMatchObject({ outcome: 'recorded' });
  });

  it('refuses a comment on a field that the report does not have', async () => {
    const comment = (field: string): Decision => ({
      ...{
        type: 'comment_field',
        reportId: killed,
        articleId,
        field,
        verdict: 'wrong',
        comment: 'of Oster?',
      },
    });
    expect((await refusal(make(comment('nonsense')))).code).toBe('DOMAIN.INVALID_FIELDS');
    expect(await make(comment('value'))).toMatchObject({ outcome: 'recorded' });
  });

  it('makes no claim of a number and a statement', async () => {
    const by = async (process: string, claimId: string) =>
      store.append({
        workspace: WORKSPACE,
        actor: process,
        streams: [
          {
            stream: `claim-${claimId}`,
            expectedVersion: 'any',
            events: [
              buildEvent('ReportLinked', {
                ...{ claimId, reportId: fled, score: null, place: null },
                ...{ decidedBy: process, reasons: ['a test'] },
              }),
            ],
          },
        ],
      });
    await by('figure-linker/1.2.0', claimA);
    await by('proposition-linker/1.0.0', claimB);
    const merge = { type: 'merge_claims', claimId: claimA, mergedClaimId: claimB, reason: 'one' } as const;
    expect((await refusal(make(merge))).code).toBe('INGESTION.OF_OTHER_MATTER');
    expect((await refusal(make(link(claimB)))).code).toBe('INGESTION.OF_OTHER_MATTER');
    expect(await make(link(claimA))).toMatchObject({ outcome: 'recorded' });
  });

  it('knows what a claim is of that only people built', async () => {
    await make(link(claimA, said));
    expect((await refusal(make(link(claimA)))).code).toBe('INGESTION.OF_OTHER_MATTER');
    const split: Decision = { type: 'split_claim', claimId: claimA, reportIds: [said], reason: 'another' };
    const { lastSeq } = await make(split);
    const [part] = await store.readAt(WORKSPACE, [lastSeq ?? 0n]);
    const { claimId } = part?.data as { claimId: string };
    expect((await refusal(make(link(claimId)))).code).toBe('INGESTION.OF_OTHER_MATTER');
    expect(await make(link(claimId, said))).toMatchObject({ outcome: 'unchanged' });
  });

  it('takes for what a denial answers nothing but what is said in its article', async () => {
    const answering = (answers: string): Decision => ({
      ...{ type: 'correct_report', reportId: denied, articleId, kind: 'extraction', reason: 'as it stands' },
      changes: [{ field: 'answers', to: answers }],
    });
    for (const other of [killed, denied, claimA])
      expect((await refusal(make(answering(other)))).code).toBe('DOMAIN.INVALID_FIELDS');
    expect(await make(answering(said))).toMatchObject({ outcome: 'recorded' });
  });

  it('splits into a claim that can be decided on, and takes all of it back', async () => {
    await make(link(claimA));
    await make(link(claimA, fled));
    const split: Decision = {
      type: 'split_claim',
      claimId: claimA,
      reportIds: [fled],
      reason: 'other people',
    };
    const { decisionId } = await make(split);
    const event = await store.findEvent(WORKSPACE, decisionId ?? '');
    const { newClaimId } = event?.data as { newClaimId: string };
    const parts = await typesOf(`claim-${newClaimId}`);
    expect(parts).toEqual(['ReportLinked']);
    expect((await refusal(make(split))).code).toBe('INGESTION.NOT_LINKED');
    await make({ type: 'revert_decision', decisionId: decisionId ?? '', reason: 'the same people' });
    expect(await typesOf(`claim-${newClaimId}`)).toEqual(['ReportLinked', 'DecisionReverted']);
    expect(await make(split)).toMatchObject({ outcome: 'recorded' });
  });

  it('refuses to undo a part of a decision, or what was reported', async () => {
    await make(link(claimA));
    await make(link(claimB, killed, claimA));
    const events = await store.readAll(WORKSPACE);
    const part = events.find(({ meta }) => 'partOf' in meta)?.eventId ?? '';
    const report = events.find(({ type }) => type === 'FigureReported')?.eventId ?? '';
    for (const decisionId of [part, report])
      expect(await refusal(make({ type: 'revert_decision', decisionId, reason: 'no' }))).toMatchObject({
        code: 'INGESTION.NOT_REVERSIBLE',
      });
    expect(await refusal(make({ type: 'revert_decision', decisionId: claimA, reason: 'no' }))).toMatchObject({
      code: 'INGESTION.DECISION_NOT_FOUND',
    });
  });
});

describe('merging claims of figures', () => {
  const at = (reportId: string) => ({ reportId, articleId });
  const merge = (more: object = {}): Decision => ({
    ...{ type: 'merge_claims', claimId: claimA, mergedClaimId: claimB, reason: 'one event' },
    figures: [at(killed), at(fled)],
    ...more,
  });
  const correct = (...changes: { field: string; to: string }[]) =>
    make({ ...correction(0), reportId: fled, changes } as Decision);
  beforeEach(async () => {
    await make(link(claimA));
    await make(link(claimB, fled));
  });

  it('is refused where they count other things, and says which, unless that is meant', async () => {
    await correct({ field: 'population', to: 'children' });
    const refused = await refusal(make(merge()));
    expect(refused).toMatchObject({
      code: 'INGESTION.CLAIMS_DIFFER',
      details: {
        differences: [
          { field: 'metric', own: 'killed', other: 'displaced' },
          { field: 'population', own: 'people', other: 'children' },
        ],
      },
    });
    expect(refused.message).toContain('metric (killed, displaced), population (people, children)');
    expect(await make(merge({ acceptDifferences: true }))).toMatchObject({ outcome: 'recorded' });
    expect(await make(merge())).toMatchObject({ outcome: 'unchanged' });
  });

  it('goes by what the figures are corrected to, and takes civilians for people', async () => {
    await correct({ field: 'metric', to: 'killed' }, { field: 'population', to: 'civilians' });
    expect(await make(merge())).toMatchObject({ outcome: 'recorded' });
  });
});

describe('linking a figure to a claim', () => {
  const at = { figure: { reportId: killed, articleId } };
  const linkFled = (more: object = {}) => ({ ...link(claimA, fled), ...at, ...more }) as Decision;
  beforeEach(() => make(link(claimA)));

  it('is refused where the claim counts something else, and says what, unless that is meant', async () => {
    const refused = await refusal(make(linkFled()));
    expect(refused).toMatchObject({
      code: 'INGESTION.CLAIMS_DIFFER',
      details: {
        claimId: claimA,
        reportId: fled,
        differences: [{ field: 'metric', own: 'killed', other: 'displaced' }],
      },
    });
    expect(refused.message).toMatch(/^Claim \S+ and report \S+ differ in metric .* or link them/);
    expect(await make(linkFled({ acceptDifferences: true }))).toMatchObject({ outcome: 'recorded' });
    expect(await make(linkFled())).toMatchObject({ outcome: 'unchanged' });
  });

  it('goes by what the report is corrected to', async () => {
    const changes = [{ field: 'metric', to: 'killed' }];
    await make({ ...correction(0), reportId: fled, changes } as Decision);
    expect(await make(linkFled())).toMatchObject({ outcome: 'recorded' });
  });
});

describe('settling an anomaly', () => {
  const settle = (given: Partial<SettleAnomaly> = {}): SettleAnomaly => ({
    ...{ type: 'settle_anomaly', claimId: claimA, reportId: killed, articleId, anomaly: 'falls' },
    ...{ againstReportId: fled, againstArticleId: articleId, reason: 'counted by district since' },
    ...given,
  });
  const undo = (decisionId: string | null): Decision => ({
    ...{ type: 'revert_decision', decisionId: decisionId ?? '', reason: 'look again' },
  });
  beforeEach(() => make(link(claimA)));

  it('is refused a second time, with who settled it when, until that is undone', async () => {
    const { decisionId } = await make(settle(), 'ada', undefined, 'key-1');
    const refused = await refusal(make(settle({ reason: 'as I see it' }), 'ben'));
    expect(refused).toMatchObject({
      code: 'INGESTION.ALREADY_SETTLED',
      details: { decisionId, actor: 'ada', recordedAt: expect.stringMatching(/^\d{4}-.*Z$/) as string },
    });
    expect(refused.message).toMatch(/^ada settled this anomaly at \d{4}-/);
    expect(await make(settle(), 'ada', undefined, 'key-1')).toMatchObject({ decisionId });
    expect(await make(settle({ anomaly: 'jumps' }))).toMatchObject({ outcome: 'recorded' });
    await make(undo(decisionId));
    expect(await make(settle(), 'ben')).toMatchObject({ outcome: 'recorded' });
  });

  it('is made again once a report is corrected, and refused once that is undone', async () => {
    await make(settle());
    const { decisionId } = await make(correction(41));
    expect(await make(settle())).toMatchObject({ outcome: 'recorded' });
    await make(undo(decisionId));
    expect(await make(settle())).toMatchObject({ outcome: 'recorded' });
    expect((await refusal(make(settle()))).code).toBe('INGESTION.ALREADY_SETTLED');
  });

  it('is refused whichever claim the report went on to, by a split, a link or a merger', async () => {
    const { decisionId } = await make(settle());
    const again = async (given: Partial<SettleAnomaly>) => {
      const refused = await refusal(make(settle(given), 'ben'));
      expect(refused).toMatchObject({ code: 'INGESTION.ALREADY_SETTLED', details: { decisionId } });
    };
    await make({ type: 'split_claim', claimId: claimA, reportIds: [killed], reason: 'another flood' });
    const [split] = await store.readAll(WORKSPACE, { types: ['ClaimSplit'] });
    const { newClaimId } = split!.data as { newClaimId: string };
    await again({ claimId: newClaimId });
    await make(link(claimB, killed, newClaimId));
    await again({ claimId: claimB });
    const [before, after] = [claimB, deterministicId('test-claim', 'c')];
    await make(link(after, hurt));
    await make({ type: 'merge_claims', claimId: after, mergedClaimId: before, reason: 'the same' });
    await again({ claimId: after, linkedClaimId: before });
    await make(undo(decisionId));
    expect(await make(settle({ claimId: after, linkedClaimId: before }))).toMatchObject({
      outcome: 'recorded',
    });
  });

  it('lets one of two in who settle it at once', async () => {
    const both = await Promise.allSettled([make(settle(), 'ada'), make(settle(), 'ben')]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('is made again once a part that is added up is corrected, and for no other figure of the text', async () => {
    const fallen = reportIdOf('flood', 1, 'figure', '2 bridges');
    const parts = settle({
      ...{ anomaly: 'parts_exceed_total', againstReportId: hurt, partReportIds: [hurt, fled] },
    });
    await make(parts);
    await make({ ...correction(3), reportId: fallen } as Decision);
    expect((await refusal(make(parts))).code).toBe('INGESTION.ALREADY_SETTLED');
    await make({ ...correction(301), reportId: fled } as Decision);
    expect(await make(parts)).toMatchObject({ outcome: 'recorded' });
  });

  it.each([
    ['a report that is not there', { againstReportId: claimB }, 'INGESTION.REPORT_NOT_FOUND'],
    ['one report against itself', { againstReportId: killed }, 'DOMAIN.INVALID_FIELDS'],
    ['a report that is not linked', { reportId: fled, againstReportId: killed }, 'INGESTION.NOT_LINKED'],
  ] as const)('is refused for %s', async (_case, given, code) => {
    expect((await refusal(make(settle(given)))).code).toBe(code);
  });
});

describe('a review', () => {
  const review = (verdict: 'approved' | 'changes_requested', reason = 'looked at'): Decision => ({
    ...{ type: 'give_review', claimId: claimA, verdict, reason },
  });

  it('is one on one request, unless it says something else', async () => {
    await make(link(claimA));
    const request: Decision = { type: 'request_review', claimId: claimA, reason: 'before it is shown' };
    await make(request);
    const { decisionId } = await make(review('changes_requested'));
    const again = { outcome: 'unchanged', decisionId };
    expect(await make(review('changes_requested'), 'ben')).toMatchObject(again);
    expect(await make(review('changes_requested', 'still wrong'))).toMatchObject({ outcome: 'recorded' });
    expect(await make(review('approved'))).toMatchObject({ outcome: 'recorded' });
    expect(await make(request)).toMatchObject({ outcome: 'recorded' });
    expect(await make(review('approved'))).toMatchObject({ outcome: 'recorded' });
  });
});

describe('many decisions at once', () => {
  it('answers each for itself: what one is refused for fails no other', async () => {
    const decisions = Array.from({ length: 30 }, (_, n) => ({
      decision:
        n % 3 === 2 ? { ...correction(n), reportId: claimA } : correction(n, n === 0 ? 40 : undefined),
    }));
    const results = await new MakeDecisionsHandler(store, store).execute(
      new MakeDecisions(WORKSPACE, 'ada', decisions),
    );
    expect(results.map(({ outcome }) => outcome)).toEqual(
      decisions.map((_, n) => (n % 3 === 2 ? 'refused' : 'recorded')),
    );
    expect(await typesOf(`report-${killed}`)).toHaveLength(20);
  });
});
