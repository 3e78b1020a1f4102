import { buildEvent, type ClaimtrailEvent } from '#domain';
import { deterministicId } from '#platform';
import { TestApp, type Answer } from '../support/test-app.js';

const PROCESS = { decidedBy: 'figure-linker/1.0.0', reasons: ['invented'] };
const idOf = (name: string): string => deterministicId('test', 'every-kind', name);
const CLAIM = idOf('claim');
const OTHER_CLAIM = idOf('other claim');
const NEW_CLAIM = idOf('new claim');
const [ENTITY, OTHER_ENTITY] = [idOf('entity'), idOf('other entity')];
const CLUSTER = idOf('cluster');

let app: TestApp;
let articleId: string;
let reports: string[];

/** What a process decided, put on the record as it does. */
async function decidedByProcess(stream: string, ...events: ClaimtrailEvent[]): Promise<void> {
  const actor = stream.startsWith('article-') ? 'wire-clusters/1.0.0' : PROCESS.decidedBy;
  const streams = [{ stream, expectedVersion: 'any' as const, events }];
  await app.store.append({ workspace: 'default', actor, streams });
}

beforeAll(async () => {
  app = await TestApp.start();
  const { body } = await app.post('/v1/articles', {
    url: 'https://news.example/flood',
    outlet: 'The Example',
    publishedAt: '2026-03-09',
    text: 'WESTHAVEN — At least 40 people fled Westhaven on Sunday, Mayor Ada Moreno said. The flood killed 3 people.',
  });
  ({ articleId } = body);
  await app.catchUp();
  reports = (await app.get('/v1/figures')).body.items.map(({ id }: { id: string }) => id);
  const [first, second] = reports as [string, string];
  const linked = (claimId: string, reportId: string) =>
    buildEvent('ReportLinked', { ...PROCESS, claimId, reportId, score: 0.9, place: null });
  await decidedByProcess(
    `claim-${CLAIM}`,
    linked(CLAIM, first),
    buildEvent('ReportLinkProposed', { ...PROCESS, claimId: CLAIM, reportId: second, score: 0.5 }),
  );
  await decidedByProcess(`claim-${OTHER_CLAIM}`, linked(OTHER_CLAIM, second));
  const mention = { reportId: first, field: 'attribution' as const, index: 1 };
  const registered = (entityId: string) =>
    buildEvent('EntityRegistered', { ...PROCESS, entityId, kind: 'person', mention });
  await decidedByProcess(
    `entity-${ENTITY}`,
    registered(ENTITY),
    buildEvent('EntityMergeProposed', {
      ...PROCESS,
      entityId: ENTITY,
      otherEntityId: OTHER_ENTITY,
      score: 0.6,
    }),
  );
  await decidedByProcess(`entity-${OTHER_ENTITY}`, registered(OTHER_ENTITY));
  await decidedByProcess(
    `article-${articleId}`,
    buildEvent('ArticleClustered', {
      articleId,
      clusterId: CLUSTER,
      method: 'minhash/1.0.0',
      similarity: 1,
      role: 'copy',
    }),
  );
});
afterAll(() => app.stop());

type Fields = Readonly<Record<string, unknown>>;
type Method = 'POST' | 'DELETE';

interface Kind {
  readonly mutation: string;
  readonly event: string;
  /** Kind and id of what is decided on, and what stands behind them in the path. */
  readonly on: () => readonly [subject: 'report' | 'claim' | 'entity' | 'article', id: string];
  readonly route: readonly [Method, string];
  readonly fields: () => Fields;
}

const onReport = () => ['report', reports[0]!] as const;
const onClaim = () => ['claim', CLAIM] as const;
const onEntity = () => ['entity', ENTITY] as const;
const reason = 'looked at';

/** Every decision there is but the one that undoes, which each of these is put to. */
const KINDS: Readonly<Record<string, Kind>> = {
  correct_report: {
    mutation: 'correctReport',
    event: 'ReportCorrected',
    on: onReport,
    route: ['POST', 'corrections'],
    fields: () => ({ kind: 'publisher', changes: [{ field: 'value', from: 40, to: 60 }], reason }),
  },
  retract_report: {
    mutation: 'retractReport',
    event: 'ReportRetracted',
    on: onReport,
    route: ['POST', 'retraction'],
    fields: () => ({ kind: 'source', reason }),
  },
  confirm_report: {
    mutation: 'confirmReport',
    event: 'ReportConfirmed',
    on: onReport,
    route: ['POST', 'confirmation'],
    fields: () => ({ reason }),
  },
  comment_field: {
    mutation: 'commentField',
    event: 'FieldCommented',
    on: onReport,
    route: ['POST', 'comments'],
    fields: () => ({ field: 'value', verdict: 'unclear', comment: 'counted by whom?' }),
  },
  request_review: {
    mutation: 'requestReview',
    event: 'ReviewRequested',
    on: onClaim,
    route: ['POST', 'review-requests'],
    fields: () => ({ reason }),
  },
  give_review: {
    mutation: 'giveReview',
    event: 'ReviewGiven',
    on: onClaim,
    route: ['POST', 'reviews'],
    fields: () => ({ verdict: 'approved', reason }),
  },
  sign_off_claim: {
    mutation: 'signOffClaim',
    event: 'ClaimSignedOff',
    on: onClaim,
    route: ['POST', 'sign-off'],
    fields: () => ({ reason }),
  },
  recommend_figure: {
    mutation: 'recommendFigure',
    event: 'HeadlineFigureRecommended',
    on: onClaim,
    route: ['POST', 'recommendation'],
    fields: () => ({ reportId: reports[0], role: 'recommended', calculationLogic: 'as printed', reason }),
  },
  merge_claims: {
    mutation: 'mergeClaims',
    event: 'ClaimsMerged',
    on: onClaim,
    route: ['POST', 'merge'],
    fields: () => ({ mergedClaimId: OTHER_CLAIM, reason }),
  },
  split_claim: {
    mutation: 'splitClaim',
    event: 'ClaimSplit',
    on: onClaim,
    route: ['POST', 'split'],
    fields: () => ({ reportIds: [reports[0]], reason }),
  },
  link_report: {
    mutation: 'linkReport',
    event: 'ReportLinked',
    on: () => ['claim', NEW_CLAIM],
    route: ['POST', 'links'],
    fields: () => ({ reportId: reports[1], reason }),
  },
  unlink_report: {
    mutation: 'unlinkReport',
    event: 'ReportUnlinked',
    on: onClaim,
    route: ['DELETE', 'links'],
    fields: () => ({ reportId: reports[0], reason }),
  },
  decline_link: {
    mutation: 'declineLink',
    event: 'ReportLinkDeclined',
    on: onClaim,
    route: ['POST', 'declined-links'],
    fields: () => ({ reportId: reports[1], reason }),
  },
  settle_anomaly: {
    mutation: 'settleAnomaly',
    event: 'AnomalySettled',
    on: onClaim,
    route: ['POST', 'settled-anomalies'],
    fields: () => ({ reportId: reports[0], anomaly: 'falls', againstReportId: reports[1], reason }),
  },
  merge_entities: {
    mutation: 'mergeEntities',
    event: 'EntitiesMerged',
    on: onEntity,
    route: ['POST', 'merge'],
    fields: () => ({ mergedEntityId: OTHER_ENTITY, reason }),
  },
  split_entity: {
    mutation: 'splitEntity',
    event: 'EntitySplit',
    on: onEntity,
    route: ['POST', 'split'],
    fields: () => ({ mentions: [{ reportId: reports[0], field: 'attribution', index: 1 }], reason }),
  },
  decline_merge: {
    mutation: 'declineMerge',
    event: 'EntityMergeDeclined',
    on: onEntity,
    route: ['POST', 'declined-mergers'],
    fields: () => ({ otherEntityId: OTHER_ENTITY, reason }),
  },
  uncluster_article: {
    mutation: 'unclusterArticle',
    event: 'ArticleUnclustered',
    on: () => ['article', articleId],
    route: ['DELETE', 'wire-cluster'],
    fields: () => ({ reason }),
  },
};

const PLURALS = { report: 'reports', claim: 'claims', entity: 'entities', article: 'articles' } as const;

const ENUMS = new Set(['kind', 'verdict', 'role', 'anomaly']);

/** As GraphQL writes values: enums bare and in capitals, of mentions the field too. */
function literal(value: unknown, key = '', inMention = false): string {
  if (Array.isArray(value)) return `[${value.map((item) => literal(item, key)).join(', ')}]`;
  if (typeof value === 'object' && value !== null) {
    const fields = Object.entries(value).map(
      ([name, field]) => `${name}: ${literal(field, name, key === 'mentions')}`,
    );
    return `{ ${fields.join(', ')} }`;
  }
  const isEnum = ENUMS.has(key) || (inMention && key === 'field');
  return isEnum ? String(value).toUpperCase() : JSON.stringify(value);
}

/** 0 of a claim that is not there: a link begins it. */
const versionOf = async ([subject, id]: ReturnType<Kind['on']>): Promise<number> =>
  (await app.get(`/v1/${PLURALS[subject]}/${id}/decisions`)).body.version ?? 0;

/** A merger stands with the one that ends: the one that lives on is decided on by something else. */
const MEANWHILE: Readonly<Record<string, string>> = {
  merge_claims: 'request_review',
  merge_entities: 'decline_merge',
};

/** Somebody else decides on the same stream: it moves by two, and stands where it stood. */
async function somebodyElse(type: string): Promise<void> {
  const kind = KINDS[MEANWHILE[type] ?? type]!;
  const { body } = await rest(kind, {}, { 'claimtrail-actor': 'ada@newsroom.example' });
  expect({ type, ...body }).toMatchObject({ type, outcome: 'recorded' });
  await undo(body.decisionId);
}

function rest(kind: Kind, more: Fields, headers: Record<string, string> = {}): Promise<Answer> {
  const [subject, id] = kind.on();
  const [method, path] = kind.route;
  return app.send(method, `/v1/${PLURALS[subject]}/${id}/${path}`, { ...kind.fields(), ...more }, headers);
}

const undo = (decisionId: string): Promise<Answer> =>
  app.send('DELETE', `/v1/decisions/${decisionId}`, { reason: 'a test' });

const inputOf = (kind: Kind, more: Fields): Fields => {
  const [subject, id] = kind.on();
  return { [`${subject}Id`]: id, ...kind.fields(), ...more };
};

const mutate = (name: string, input: Fields) =>
  app.graphql(`mutation { ${name}(input: ${literal(input)}) { outcome decisionId version } }`);

describe('a decision of every kind', () => {
  it('is among these: one that is new is to be added', async () => {
    const { body } = await app.post('/v1/decisions/bulk', { decisions: [{ type: 'dream' }] });
    const told = JSON.stringify(body.results[0].problem.errors);
    const known = told.match(/[a-z]+(_[a-z]+)+/g);
    expect(known?.sort()).toEqual([...Object.keys(KINDS), 'revert_decision'].sort());
  });

  it.each(Object.entries(KINDS))(
    '%s over REST: refused with what changed, made, undone',
    async (type, kind) => {
      const seen = await versionOf(kind.on());
      await somebodyElse(type);
      expect(await rest(kind, { expectedVersion: seen })).toMatchObject({
        status: 409,
        body: {
          code: 'INGESTION.CHANGED_MEANWHILE',
          expected: seen,
          meanwhile: expect.arrayContaining([
            expect.objectContaining({ actor: 'ada@newsroom.example' }),
            expect.objectContaining({ type: 'DecisionReverted', reason: 'a test' }),
          ]),
        },
      });
      const made = await rest(kind, { expectedVersion: await versionOf(kind.on()) });
      expect(made).toMatchObject({ status: 200, body: { outcome: 'recorded' } });
      const stored = await app.store.findEvent('default', made.body.decisionId);
      expect(stored).toMatchObject({ type: kind.event, actor: 'api' });
      expect((await undo(made.body.decisionId)).body).toMatchObject({ outcome: 'recorded' });
      expect((await undo(made.body.decisionId)).body.code).toBe('INGESTION.ALREADY_REVERTED');
    },
  );

  it.each(Object.entries(KINDS))('%s over GraphQL, the same', async (type, kind) => {
    const seen = await versionOf(kind.on());
    await somebodyElse(type);
    const late = await mutate(kind.mutation, inputOf(kind, { expectedVersion: seen }));
    expect(late.body.errors[0].extensions).toMatchObject({
      code: 'INGESTION.CHANGED_MEANWHILE',
      meanwhile: expect.arrayContaining([expect.objectContaining({ type: 'DecisionReverted' })]),
    });
    const { body } = await mutate(
      kind.mutation,
      inputOf(kind, { expectedVersion: await versionOf(kind.on()) }),
    );
    expect(body).toMatchObject({ data: { [kind.mutation]: { outcome: 'recorded' } } });
    const { decisionId } = body.data[kind.mutation];
    expect((await mutate('revertDecision', { decisionId, reason })).body).toMatchObject({
      data: { revertDecision: { outcome: 'recorded' } },
    });
  });

  it.each(Object.entries(KINDS))('%s in bulk, and undone in bulk', async (type, kind) => {
    const seen = await versionOf(kind.on());
    const one = { type, ...inputOf(kind, {}) };
    const { body } = await app.post('/v1/decisions/bulk', {
      decisions: [{ ...one, expectedVersion: seen + 7 }, { ...one, expectedVersion: seen }, one],
    });
    const [late, made, again] = body.results;
    expect(late).toMatchObject({
      outcome: 'refused',
      problem: { status: 409, code: 'INGESTION.CHANGED_MEANWHILE' },
    });
    expect(made.outcome).toBe('recorded');
    if (again.outcome === 'unchanged') expect(again.decisionId).toBe(made.decisionId);
    const toUndo = [made, again].filter(({ outcome }) => outcome === 'recorded').reverse();
    const undone = await app.post('/v1/decisions/bulk', {
      decisions: toUndo.map(({ decisionId }) => ({ type: 'revert_decision', decisionId, reason })),
    });
    expect(undone.body.results.map(({ outcome }: { outcome: string }) => outcome)).toEqual(
      toUndo.map(() => 'recorded'),
    );
  });
});
