import { buildEvent } from '#domain';
import { TestApp } from '../support/test-app.js';

/** Long enough to be known again in another paper: in each paper's own voice. */
const WIRE = `WESTHAVEN — At least 12 boats sank off Westhaven during the night, and the harbour stays closed until the wind turns.
Crews pulled nets from the water until dawn, and the fish market opened without fish for the first time since the war.
Fishermen said the warning came too late for the small boats, which had left the harbour before the evening bell.
About 300 people fled Westhaven on Monday. The road to the hills was open all day and nobody was turned back at the bridge.`;

const article = (id: string, outlet: string, day: string, text: string) => ({
  url: `https://news.example/${id}`,
  outlet,
  publishedAt: `2026-03-${day}`,
  text,
});
const said = (id: string, speaker: string, words: string) =>
  article(id, 'The Example', '10', `WESTHAVEN — “We ${words},” ${speaker} said on Tuesday.`);

const ARTICLES = [
  article(
    'k1',
    'Harbour Post',
    '09',
    `WESTHAVEN — More than 60 people were killed in Westhaven on Sunday, the Harbour Police said.`,
  ),
  article(
    'k2',
    'Coast Mail',
    '09',
    `WESTHAVEN — Fewer than 50 people were killed in Westhaven on Sunday, the defence ministry said.`,
  ),
  said('s1', 'Foreign Minister Mevlin Sarkhov', 'need more boats'),
  said('s2', 'Foreign Minister Sarkhov', 'wait for the water to fall'),
  said('s3', 'Mayor Tarnik Belov', 'opened the schools'),
  said('s4', 'Mayor Belov', 'have bread for two days'),
  article('w1', 'Northwire', '10', WIRE),
  article('w2', 'Dale Gazette', '11', WIRE),
];

let app: TestApp;
const articleIds = new Map<string, string>();

beforeAll(async () => {
  app = await TestApp.start();
  for (const one of ARTICLES) {
    const { body } = await app.post('/v1/articles', one);
    articleIds.set(one.url.split('/').at(-1)!, body.articleId);
  }
  await app.link();
});
afterAll(() => app.stop());

const queue = async (name: string, more = '') => (await app.get(`/v1/queue?queue=${name}${more}`)).body;
const proposals = async (more = '') => (await app.get(`/v1/entity-proposals${more}`)).body;
const undo = async (decisionId: string) => {
  const { status } = await app.send('DELETE', `/v1/decisions/${decisionId}`, { reason: 'a test' });
  expect(status).toBe(200);
  await app.link();
};
/** Every page of a list, one item a page: ids in order. */
async function paged(path: string, idOf: (item: never) => string): Promise<string[]> {
  const ids: string[] = [];
  for (let after = ''; ;) {
    const { body } = await app.get(`${path}first=1${after}`);
    ids.push(...body.items.map(idOf));
    if (!body.pageInfo.hasNextPage) return ids;
    after = `&after=${body.pageInfo.endCursor}`;
  }
}

describe('the conflict queue', () => {
  it('has claims that two origins contradict each other on, until one report is retracted', async () => {
    const { items } = await queue('conflicts');
    expect(items).toMatchObject([{ claim: { disputed: true, originCount: 2 }, conflicts: [{}] }]);
    const [{ conflicts, reports }] = items;
    expect(reports.map(({ id }: { id: string }) => id).sort()).toEqual(
      [conflicts[0].reportId, conflicts[0].againstReportId].sort(),
    );
    const body = { kind: 'source', reason: 'counted twice' };
    const retracted = await app.post(`/v1/reports/${reports[0].id}/retraction`, body);
    await app.link();
    expect((await queue('conflicts')).items).toEqual([]);
    await undo(retracted.body.decisionId);
    expect((await queue('conflicts')).items).toHaveLength(1);
  });
});

describe('the review queue', () => {
  it('has claims that somebody asked a look at, with who and why, page by page, until it was given', async () => {
    const cards = (await app.get('/v1/claim-cards?first=2')).body.items.map(({ id }: { id: string }) => id);
    for (const id of cards)
      await app.post(
        `/v1/claims/${id}/review-requests`,
        { reason: 'before it is shown' },
        { 'claimtrail-actor': 'ada' },
      );
    await app.link();
    const { items } = await queue('review');
    expect(items[0]).toMatchObject({
      claim: { review: 'requested' },
      request: { actor: 'ada', reason: 'before it is shown' },
    });
    const ids = await paged('/v1/queue?queue=review&', ({ claim }: { claim: { id: string } }) => claim.id);
    expect(ids.sort()).toEqual([...cards].sort());
    const { body } = await app.graphql(
      '{ queue(queue: REVIEW) { nodes { claim { id } request { actor } } } }',
    );
    expect(body.data.queue.nodes).toHaveLength(2);
    for (const id of cards)
      await app.post(`/v1/claims/${id}/reviews`, { verdict: 'approved', reason: 'read' });
    await app.link();
    expect((await queue('review')).items).toEqual([]);
  });
});

describe('the queue of link proposals', () => {
  it('has what is neither accepted nor declined, and has it again when that is undone', async () => {
    const [{ id: claimId }] = (await queue('conflicts')).items.map(({ claim }: { claim: object }) => claim);
    const figures = (await app.get('/v1/figures')).body.items;
    const { id: reportId } = figures.find(({ metric }: { metric: string }) => metric !== 'killed');
    const decided = { decidedBy: 'figure-linker/1.0.0', reasons: ['the same days'] };
    const proposed = buildEvent('ReportLinkProposed', { ...decided, claimId, reportId, score: 0.5 });
    const streams = [{ stream: `claim-${claimId}`, expectedVersion: 'any' as const, events: [proposed] }];
    await app.store.append({ workspace: 'default', actor: 'figure-linker/1.0.0', streams });
    await app.link();
    const isOpen = async () => {
      const { items } = await queue('proposals');
      if (items.length > 0)
        expect(items).toMatchObject([{ claim: { id: claimId }, proposals: [{ reportId, score: 0.5 }] }]);
      return items.length > 0;
    };
    expect(await isOpen()).toBe(true);
    for (const path of ['declined-links', 'links']) {
      const { body } = await app.post(`/v1/claims/${claimId}/${path}`, { reportId, reason: 'read both' });
      expect(body.outcome).toBe('recorded');
      await app.link();
      expect(await isOpen()).toBe(false);
      await undo(body.decisionId);
      expect(await isOpen()).toBe(true);
    }
  });
});

describe('the queue of proposed mergers of entities', () => {
  const PATH = '/v1/entity-proposals?';

  it('has entities under all their names, page by page, over REST and GraphQL', async () => {
    const { items, lag } = await proposals();
    expect(lag.events).toBe(0);
    expect(items).toMatchObject([
      { score: 0.6, entity: { name: 'Mevlin Sarkhov' }, other: { name: 'Sarkhov' } },
      { score: 0.6, entity: { name: 'Tarnik Belov' }, other: { name: 'Belov' } },
    ]);
    const ids = items.map(({ id }: { id: string }) => id);
    expect(await paged(PATH, ({ id }: { id: string }) => id)).toEqual(ids);
    const { body } = await app.graphql(
      '{ entityProposals(first: 1) { nodes { id reasons entity { name } other { name } } pageInfo { hasNextPage } } }',
    );
    expect(body.data.entityProposals).toMatchObject({
      nodes: [{ id: ids[0], other: { name: 'Sarkhov' } }],
      pageInfo: { hasNextPage: true },
    });
    expect((await app.get(`${PATH}after=nothing`)).status).toBe(400);
  });

  it('has them no more once one is merged or declined, and again when that is undone', async () => {
    const [first, second] = (await proposals()).items;
    const open = async () => (await proposals()).items.map(({ id }: { id: string }) => id);
    const merged = await app.post(`/v1/entities/${first.entity.id}/merge`, {
      mergedEntityId: first.other.id,
      reason: 'one minister',
    });
    // The surname alone is the other's too: whoever names the two may name them in either order.
    const declined = await app.post(`/v1/entities/${second.otherEntityId}/declined-mergers`, {
      otherEntityId: second.entityId,
      reason: 'brothers',
    });
    expect([merged.body.outcome, declined.body.outcome]).toEqual(['recorded', 'recorded']);
    await app.link();
    expect(await open()).toEqual([]);
    expect((await app.get(`/v1/entities/${second.entityId}`)).body.proposals).toEqual([]);
    await undo(declined.body.decisionId);
    expect(await open()).toEqual([second.id]);
    await undo(merged.body.decisionId);
    expect(await open()).toEqual([first.id, second.id]);
  });

  it('refuses to decline what nobody proposes', async () => {
    const [first, second] = (await proposals()).items;
    const answer = await app.post(`/v1/entities/${first.entityId}/declined-mergers`, {
      otherEntityId: second.entityId,
      reason: 'two',
    });
    expect(answer).toMatchObject({ status: 409, body: { code: 'INGESTION.NOT_PROPOSED' } });
  });
});

describe('an article that people take out of its wire story', () => {
  const claims = async () => (await app.get('/v1/claim-cards?metric=displaced')).body.items;
  const printed = async () =>
    (await app.get('/v1/wire-clusters')).body.items.map(
      ({ articleCount }: { articleCount: number }) => articleCount,
    );

  it('is an origin of its own, stays out when it is looked at anew, and is back when that is undone', async () => {
    const path = `/v1/articles/${articleIds.get('w2')}/wire-cluster`;
    expect(await printed()).toEqual([2]);
    expect(await claims()).toMatchObject([{ reportCount: 2, originCount: 1 }]);
    const taken = await app.send('DELETE', path, { reason: 'their own reporter was there' });
    expect(taken.body.outcome).toBe('recorded');
    expect((await app.send('DELETE', path, { reason: 'again' })).body.outcome).toBe('unchanged');
    await app.link();
    expect(await printed()).toEqual([]);
    expect(await claims()).toMatchObject([{ reportCount: 2, originCount: 2 }]);
    const more = await app.post('/v1/articles', article('w3', 'Hill Courier', '11', WIRE));
    await app.link();
    expect(await printed()).toEqual([2]);
    expect(await claims()).toMatchObject([{ reportCount: 3, originCount: 2 }]);
    await undo(taken.body.decisionId);
    expect(await printed()).toEqual([3]);
    expect(await claims()).toMatchObject([{ reportCount: 3, originCount: 1 }]);
    expect(
      await app.send('DELETE', `/v1/articles/${articleIds.get('k1')}/wire-cluster`, { reason: 'alone' }),
    ).toMatchObject({ status: 409, body: { code: 'INGESTION.NOT_CLUSTERED' } });
    expect(more.status).toBeLessThan(300);
  });
});

describe('names of a source that people split off or merge', () => {
  const spoke = async (speaker: string) =>
    (await app.get(`/v1/dossier?speaker=${encodeURIComponent(speaker)}`)).body.items.map(
      ({ text }: { text: string }) => /boats|water|schools|bread/.exec(text)?.[0],
    );

  it('move in dossiers, entities and origins, and back when it is undone', async () => {
    const [first] = (await proposals()).items;
    expect([await spoke('Mevlin Sarkhov'), await spoke('Sarkhov')]).toEqual([['boats'], ['water']]);
    const merged = await app.post(`/v1/entities/${first.entity.id}/merge`, {
      mergedEntityId: first.other.id,
      reason: 'one minister',
    });
    await app.link();
    expect([await spoke('Mevlin Sarkhov'), await spoke(first.other.id)]).toEqual([
      ['boats', 'water'],
      ['boats', 'water'],
    ]);
    const { body } = await app.get('/v1/statements?speaker=Sarkhov');
    const { id, attribution } = body.items.find(
      ({ speaker }: { speaker: { name: string } }) => speaker.name === 'Sarkhov',
    );
    const index = attribution.findIndex(({ name }: { name: string }) => name === 'Sarkhov');
    const split = await app.post(`/v1/entities/${first.entity.id}/split`, {
      mentions: [{ reportId: id, field: 'attribution', index }],
      reason: 'his cousin',
    });
    await app.link();
    const { decisions } = (await app.get(`/v1/entities/${first.entity.id}/decisions`)).body;
    const { newEntityId } = decisions.at(-1).data;
    expect([await spoke('Mevlin Sarkhov'), await spoke('Sarkhov'), await spoke(newEntityId)]).toEqual([
      ['boats'],
      ['water'],
      ['water'],
    ]);
    const named = async (entityId: string) =>
      (await app.get(`/v1/entities/${entityId}`)).body.names.map(({ name }: { name: string }) => name);
    expect([await named(first.entity.id), await named(newEntityId)]).toEqual([
      ['Mevlin Sarkhov'],
      ['Sarkhov'],
    ]);
    const found = (await app.get('/v1/entities?name=sarkhov')).body.items;
    expect(found.map((entity: { id: string }) => entity.id).sort()).toEqual(
      [first.entity.id, newEntityId].sort(),
    );
    await undo(split.body.decisionId);
    expect(await spoke('Mevlin Sarkhov')).toEqual(['boats', 'water']);
    expect(await named(first.entity.id)).toHaveLength(2);
    await undo(merged.body.decisionId);
    expect(await spoke('Mevlin Sarkhov')).toEqual(['boats']);
  });

  it('are one origin of a claim where outlets are merged, two again where that is undone', async () => {
    const origins = async () =>
      (await app.get('/v1/claim-cards?metric=killed')).body.items.map(
        ({ originCount }: { originCount: number }) => originCount,
      );
    const idOf = async (name: string) =>
      (await app.get(`/v1/entities?name=${encodeURIComponent(name)}`)).body.items[0].id;
    expect(await origins()).toEqual([2]);
    const [police, office] = [await idOf('Harbour Police'), await idOf('defence ministry')];
    const { body } = await app.post(`/v1/entities/${police}/merge`, {
      mergedEntityId: office,
      reason: 'one',
    });
    await app.link();
    expect(await origins()).toEqual([1]);
    await undo(body.decisionId);
    expect(await origins()).toEqual([2]);
  });
});
