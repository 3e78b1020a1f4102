import { deterministicId } from '#platform';
import { TestApp } from '../support/test-app.js';

const FLOOD = {
  url: 'https://news.example/flood',
  outlet: 'The Example',
  publishedAt: '2026-03-09',
  text: 'WESTHAVEN — At least 40 people fled Westhaven on Sunday, Mayor Ada Moreno said. The flood killed 3 people.',
};
const claimId = deterministicId('test-claim', 'flood');

let app: TestApp;
let reports: string[];
beforeAll(async () => {
  app = await TestApp.start();
  await app.post('/v1/articles', FLOOD);
  await app.catchUp();
  const { body } = await app.get('/v1/figures');
  reports = body.items.map(({ id }: { id: string }) => id);
});
afterAll(() => app.stop());

const correct = (value: number, more = {}) =>
  app.post(`/v1/reports/${reports[0]}/corrections`, {
    kind: 'PUBLISHER',
    changes: [{ field: 'value', to: value }],
    reason: `the outlet says ${value} now`,
    ...more,
  });
const undo = (id: string) => app.send('DELETE', `/v1/decisions/${id}`, { reason: 'it was right' });

describe('decisions over REST', () => {
  it('corrects a report, tells a second editor what changed, and undoes', async () => {
    const { status, body } = await correct(42, { expectedVersion: 0 });
    expect({ status, body }).toMatchObject({ status: 200, body: { outcome: 'recorded', version: 1 } });
    expect(await correct(43, { expectedVersion: 0 })).toMatchObject({
      status: 409,
      body: {
        code: 'INGESTION.CHANGED_MEANWHILE',
        expected: 0,
        actual: 1,
        meanwhile: [{ type: 'ReportCorrected', actor: 'api', reason: 'the outlet says 42 now' }],
      },
    });
    expect(await undo(body.decisionId)).toMatchObject({ status: 200, body: { version: 2 } });
    expect(await undo(body.decisionId)).toMatchObject({
      status: 409,
      body: { code: 'INGESTION.ALREADY_REVERTED' },
    });
    await app.catchUp();
    const traced = async (asOf = '') => (await app.get(`/v1/facts/${reports[0]}/provenance${asOf}`)).body;
    const fields = [{ field: 'value', from: 40, to: 42 }];
    expect(await traced()).toMatchObject({
      retractedSeq: null,
      decisions: [
        { type: 'ReportCorrected', fields, reasons: ['the outlet says 42 now'], undone: true },
        { type: 'DecisionReverted', undone: false },
      ],
    });
    const [correction] = (await traced()).decisions;
    const taken = await app.post(`/v1/reports/${reports[0]}/retraction`, {
      kind: 'source',
      reason: 'no source',
    });
    await app.catchUp();
    const retraction = await traced();
    expect(retraction.retractedSeq).toBe(retraction.decisions.at(-1).seq);
    await undo(taken.body.decisionId);
    await app.catchUp();
    expect(await traced()).toMatchObject({ retractedSeq: null });
    expect((await traced(`?recordedBy=${correction.seq}`)).decisions).toMatchObject([{ undone: false }]);
    expect(await traced('?recordedBy=1')).toMatchObject({ status: 404, code: 'API.NOT_KNOWN_THEN' });
    const unknown = await app.get(`/v1/facts/${claimId}/provenance?recordedBy=1`);
    expect(unknown.body).toMatchObject({ status: 404, code: 'API.NOT_FOUND' });
    const asked = await app.graphql(`{
      known: provenance(factId: "${reports[0]}") { id }
      then: provenance(factId: "${reports[0]}", asOf: { recordedBy: "1" }) { id }
      article: article(id: "${claimId}", asOf: { recordedBy: "1" }) { id }
      unknown: provenance(factId: "${claimId}", asOf: { recordedBy: "1" }) { id }
    }`);
    const none = { then: null, article: null, unknown: null };
    expect(asked.body.data).toEqual({ known: { id: reports[0] }, ...none });
    expect(asked.body.errors).toMatchObject([{ path: ['then'], extensions: { code: 'API.NOT_KNOWN_THEN' } }]);
    expect(asked.body.errors).toHaveLength(1);
    const decided = await app.get(`/v1/reports/${reports[0]}/decisions`);
    expect(decided.body).toMatchObject({
      version: 4,
      decisions: [
        { type: 'ReportCorrected', revertedBy: expect.any(String) },
        { type: 'DecisionReverted' },
        { type: 'ReportRetracted' },
        { type: 'DecisionReverted' },
      ],
    });
  });

  it('records who acts where the request says so, and refuses a name that a process would sign with', async () => {
    const path = `/v1/reports/${reports[1]}/confirmation`;
    const as = (actor: string) => app.post(path, { reason: 'checked' }, { 'claimtrail-actor': actor });
    expect(await as('figure-linker/1.0.0')).toMatchObject({
      status: 400,
      body: { code: 'DOMAIN.INVALID_FIELDS', errors: [{ field: 'claimtrail-actor' }] },
    });
    const { status, body } = await as('ada@example.org');
    expect(status).toBe(200);
    const decided = await app.get(`/v1/reports/${reports[1]}/decisions`);
    expect(decided.body).toMatchObject({ decisions: [{ actor: 'ada@example.org' }] });
    await undo(body.decisionId);
  });

  it.each([
    ['retraction', { kind: 'source', reason: 'withdrawn' }],
    ['confirmation', { reason: 'checked' }],
    ['comments', { field: 'value', verdict: 'UNCLEAR', comment: 'counted by whom?' }],
  ])('takes POST /v1/reports/ID/%s, with a key once', async (what, body) => {
    const post = () =>
      app.post(`/v1/reports/${reports[1]}/${what}`, body, { 'idempotency-key': `test ${what}` });
    const first = await post();
    expect(first).toMatchObject({ status: 200, body: { outcome: 'recorded' } });
    expect((await post()).body.decisionId).toBe(first.body.decisionId);
    await undo(first.body.decisionId);
  });

  it('takes what is decided on claims: link, review, recommendation, sign-off, split, unlink', async () => {
    const on = `/v1/claims/${claimId}`;
    const reason = 'the same flood';
    for (const reportId of reports)
      expect((await app.post(`${on}/links`, { reportId, reason })).status).toBe(200);
    const figure = { reportId: reports[0], role: 'recommended', calculationLogic: 'as printed' };
    for (const [what, body] of [
      ['review-requests', {}],
      ['reviews', { verdict: 'approved' }],
      ['recommendation', figure],
      ['sign-off', {}],
      ['split', { reportIds: [reports[1]] }],
    ] as const)
      expect(await app.post(`${on}/${what}`, { reason, ...body })).toMatchObject({ status: 200 });
    expect(await app.send('DELETE', `${on}/links`, { reportId: reports[0], reason })).toMatchObject({
      status: 200,
    });
    const { body } = await app.get(`${on}/decisions`);
    expect(body.decisions.map(({ type }: { type: string }) => type)).toEqual([
      'ReportLinked',
      'ReportLinked',
      'ReviewRequested',
      'ReviewGiven',
      'HeadlineFigureRecommended',
      'ClaimSignedOff',
      'ClaimSplit',
      'ReportUnlinked',
    ]);
  });

  it.each([
    ['a report that is not there', 'POST', `/v1/reports/${claimId}/confirmation`, { reason: 'a' }, 404],
    ['an id that is none', 'POST', '/v1/reports/one/confirmation', { reason: 'a' }, 400],
    ['no reason', 'DELETE', `/v1/decisions/${claimId}`, {}, 400],
    ['a decision that is not there', 'DELETE', `/v1/decisions/${claimId}`, { reason: 'a' }, 404],
    [
      'a field too many',
      'POST',
      `/v1/claims/${claimId}/reviews`,
      { reason: 'a', verdict: 'approved', by: 'me' },
      400,
    ],
    [
      'a claim that is not there',
      'POST',
      `/v1/claims/${deterministicId('no')}/sign-off`,
      { reason: 'a' },
      404,
    ],
    [
      'an entity that is not there',
      'POST',
      `/v1/entities/${claimId}/merge`,
      { reason: 'a', mergedEntityId: claimId },
      404,
    ],
    ['no list', 'POST', '/v1/decisions/bulk', {}, 400],
  ] as const)('refuses %s', async (_case, method, url, body, status) => {
    expect((await app.send(method, url, body)).status).toBe(status);
  });

  it('answers each of many for itself', async () => {
    const comment = { type: 'comment_field', reportId: reports[0], field: 'value', verdict: 'right' };
    const { body } = await app.post('/v1/decisions/bulk', {
      decisions: [
        { ...comment, comment: 'one' },
        { ...comment, comment: 'two', verdict: 'perhaps' },
        { ...comment, comment: 'three', expectedVersion: 0 },
        { type: 'dream', reason: 'a' },
        { ...comment, comment: 'five', reportId: claimId },
        { ...comment, comment: 'one' },
      ],
    });
    expect(
      body.results.map(({ outcome, problem }: { outcome: string; problem: { code: string } | null }) =>
        problem ? problem.code : outcome,
      ),
    ).toEqual([
      'recorded',
      'DOMAIN.INVALID_FIELDS',
      'INGESTION.CHANGED_MEANWHILE',
      'DOMAIN.INVALID_FIELDS',
      'INGESTION.REPORT_NOT_FOUND',
      'unchanged',
    ]);
  });
});

describe('decisions over GraphQL', () => {
  it('corrects, gives the conflict in extensions, lists and undoes', async () => {
    const mutation = (to: string, more = '') =>
      app.graphql(`mutation { correctReport(input: { reportId: "${reports[1]}", kind: EXTRACTION,
        changes: [{ field: "value", ${more} to: ${to} }], reason: "misread" }) { outcome decisionId version } }`);
    const first = await mutation('4', 'from: 3,');
    expect(first.body).toMatchObject({ data: { correctReport: { outcome: 'recorded' } } });
    expect((await mutation('5', 'from: 3,')).body.errors[0].extensions).toMatchObject({
      code: 'INGESTION.CHANGED_MEANWHILE',
      meanwhile: [{ changes: [{ field: 'value', from: 3, to: 4 }] }],
    });
    const { decisionId } = first.body.data.correctReport;
    const { body } = await app.graphql(
      `mutation { revertDecision(input: { decisionId: "${decisionId}", reason: "read well" }) { outcome } }`,
    );
    expect(body).toEqual({ data: { revertDecision: { outcome: 'recorded' } } });
    const decided = await app.graphql(
      `{ decided(reportId: "${reports[1]}") { decisions { id revertedBy } } }`,
    );
    expect(decided.body.data.decided.decisions).toContainEqual({
      id: decisionId,
      revertedBy: expect.any(String),
    });
  });

  it('makes many', async () => {
    const { body } = await app.graphql(`mutation { decideMany(decisions: [
      { type: "request_review", input: { claimId: "${claimId}", reason: "newer figures" } },
      { type: "request_review", input: { claimId: "${claimId}" } }]) { results { outcome problem } } }`);
    expect(body.data.decideMany.results).toMatchObject([
      { outcome: 'recorded', problem: null },
      { outcome: 'refused', problem: { code: 'DOMAIN.INVALID_FIELDS', errors: [{ field: 'reason' }] } },
    ]);
  });
});

describe('entities', () => {
  const named = async (name: string) =>
    (await app.get(`/v1/entities?name=${encodeURIComponent(name)}`)).body.items;

  it('are found under every spelling, merged by people and set apart again', async () => {
    const said = (speaker: string, words: string) => ({
      url: `https://news.example/${words.replaceAll(' ', '-')}`,
      outlet: 'The Example',
      publishedAt: '2026-03-10',
      text: `WESTHAVEN — “We ${words},” ${speaker} said on Tuesday.`,
    });
    await app.post('/v1/articles', said('Mohammed Tarnov', 'need more boats'));
    await app.post('/v1/articles', said('Mohamed Tarnov', 'wait for the water to fall'));
    await app.post('/v1/articles', said('Ada Tarnov', 'saw no boats'));
    await app.link();
    const [first, second, ...others] = await named('tarnov');
    expect(others).toEqual([]);
    expect(first).toMatchObject({
      kind: 'person',
      names: [{ name: 'Mohamed Tarnov', mentions: 1, articles: 1 }, { name: 'Mohammed Tarnov' }],
    });
    expect(second.name).toBe('Ada Tarnov');
    const merge = { mergedEntityId: second.id, reason: 'one spokesman in three spellings' };
    const { body } = await app.post(`/v1/entities/${first.id}/merge`, merge);
    await app.catchUp();
    const { data } = (await app.graphql(`{ entity(id: "${second.id}") { id mergedIds names { name } } }`))
      .body;
    expect(data.entity).toMatchObject({ id: first.id, mergedIds: [second.id] });
    expect(data.entity.names).toHaveLength(3);
    await undo(body.decisionId);
    await app.catchUp();
    expect(await named('tarnov')).toHaveLength(2);
  });

  it('give up a spelling that people find to be of another', async () => {
    const [tarnov] = await named('mohammed');
    const { body } = await app.get('/v1/statements?speaker=Mohamed');
    const mention = (reportId: string, index: number) => ({ reportId, field: 'attribution', index });
    const statement = body.items.find(
      ({ speaker }: { speaker: { name: string } }) => speaker.name === 'Mohamed Tarnov',
    );
    const index = statement.attribution.findIndex(({ name }: { name: string }) => name === 'Mohamed Tarnov');
    const split = await app.post(`/v1/entities/${tarnov.id}/split`, {
      mentions: [mention(statement.id, index)],
      reason: 'a cousin',
    });
    expect(split.status).toBe(200);
    await app.catchUp();
    const decided = await app.get(`/v1/entities/${tarnov.id}/decisions`);
    const { newEntityId } = decided.body.decisions.find(
      ({ type }: { type: string }) => type === 'EntitySplit',
    ).data;
    const namesOf = async (id: string) =>
      (await app.get(`/v1/entities/${id}`)).body.names.map(({ name }: { name: string }) => name);
    expect(await namesOf(tarnov.id)).toEqual(['Mohammed Tarnov']);
    expect(await namesOf(newEntityId)).toEqual(['Mohamed Tarnov']);
    await undo(split.body.decisionId);
    await app.catchUp();
    expect(await namesOf(tarnov.id)).toHaveLength(2);
  });

  it('are places too', async () => {
    const [place] = await named('westhaven');
    expect(place).toMatchObject({ kind: 'place', names: [{ name: 'Westhaven' }] });
  });

  it.each([
    ['no name', '/v1/entities', 400],
    ['an entity that is not there', `/v1/entities/${claimId}`, 404],
  ])('refuse %s', async (_case, url, status) => {
    expect((await app.get(url)).status).toBe(status);
  });
});
