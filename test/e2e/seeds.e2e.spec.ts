import { createHash } from 'node:crypto';
import { readSeeds } from '../support/seeds.js';
import { TestApp } from '../support/test-app.js';

const seeds = readSeeds();
let app: TestApp;

beforeAll(async () => {
  app = await TestApp.start();
  for (const { file: _file, sha256: _sha256, ...article } of seeds) {
    expect((await app.post('/v1/articles', article)).status).toBe(201);
  }
  await app.link();
});

afterAll(() => app.stop());

describe('the seeds', () => {
  it('are the files that the manifest names', () => {
    for (const { text, sha256 } of seeds)
      expect(createHash('sha256').update(text).digest('hex')).toBe(sha256);
  });

  it('answer how many fled eastern Aleppo, who says so, since when, and where that stands', async () => {
    const { body } = await app.graphql(`{
      figures(place: "Aleppo", metric: DISPLACED) {
        nodes {
          value quantifier measure place
          speaker { name role }
          places { text role place { id name containedIn { name } } }
          period { start end }
          quote { exact } sentence { exact start end }
          article { outlet title }
        }
      }
    }`);
    expect(body.errors).toBeUndefined();
    expect(body.data.figures.nodes).toHaveLength(1);
    const [figure] = body.data.figures.nodes;
    expect(figure).toMatchObject({
      value: 27000,
      quantifier: 'AT_LEAST',
      measure: 'FLOW',
      place: 'eastern Aleppo',
      speaker: { name: 'Jan Egeland', role: expect.stringMatching(/U\.N\./) },
      period: { start: '2016-11-26', end: '2016-12-01' },
      article: { outlet: 'HRO media' },
    });
    expect(figure.places[0]).toEqual({
      text: 'eastern Aleppo',
      role: 'ORIGIN',
      place: {
        id: 'claimtrail:aleppo',
        name: 'Aleppo',
        containedIn: [{ name: 'Aleppo Governorate' }, { name: 'Syria' }],
      },
    });
    expect(figure.quote.exact).toBe('at least 27,000 people');
    const characters = [...seeds[0]!.text];
    expect(characters.slice(figure.sentence.start, figure.sentence.end).join('')).toBe(figure.sentence.exact);
    expect(figure.sentence.exact).toContain('at least 27,000 people have fled');
  });

  it('keep the people who live in the enclave apart from those who fled: a stock with no named source, another claim', async () => {
    const { body } = await app.get('/v1/figures?place=Aleppo');
    const home = body.items.find(({ value }: { value: number }) => value === 275000);
    const fled = body.items.find(({ value }: { value: number }) => value === 27000);
    expect(home).toMatchObject({ measure: 'stock', quantifier: 'approximately', speaker: null });
    expect(home.claimId).not.toBe(fled.claimId);
    const timeline = await app.get(`/v1/claims/${fled.claimId}/timeline`);
    expect(timeline.body).toMatchObject({ reportCount: 1, originCount: 1, lowest: 27000, latest: 27000 });
    expect(timeline.body.entries).toMatchObject([
      {
        reportId: fled.id,
        relation: 'first',
        origin: { name: 'Jan Egeland (U.N.)' },
        report: { id: fled.id },
      },
    ]);
  });

  it('know one Cavusoglu under both spellings, in both articles', async () => {
    const { body } = await app.get('/v1/statements?speaker=Mevlut%20Cavusoglu&first=200');
    expect(new Set(body.items.map((item: { article: { id: string } }) => item.article.id)).size).toBe(2);
    const names = new Set<string>(body.items.map((item: { speaker: { name: string } }) => item.speaker.name));
    expect([...names].sort()).toEqual(['Mevlet Cavusoglu', 'Mevlut Cavusoglu']);
    expect(new Set(body.items.map((item: { speaker: { id: string } }) => item.speaker.id)).size).toBe(1);
  });

  it('link the denial of the Syrian military to the claim it answers', async () => {
    const { body } = await app.graphql(`{ claims(polarity: ASSERTED) { nodes {
      speaker { name } proposition disputed denials { speaker { name } polarity quote { exact } }
    } } }`);
    const disputed = body.data.claims.nodes.filter((claim: { disputed: boolean }) => claim.disputed);
    expect(disputed).toHaveLength(1);
    expect(disputed[0].speaker.name).toMatch(/activists/);
    expect(disputed[0].proposition).toContain('summary killings');
    expect(disputed[0].denials).toEqual([
      {
        speaker: { name: expect.stringMatching(/Syrian military/) },
        polarity: 'DENIED',
        quote: { exact: expect.stringContaining('denied') },
      },
    ]);
  });

  it('hold what Cavusoglu said in both articles in one dossier, oldest first', async () => {
    const { body } = await app.graphql(`{ dossier(speaker: "Mevlut Cavusoglu", first: 200) { nodes {
      text kind assertedAt standing report { speaker { name } article { id } }
    } } }`);
    expect(body.errors).toBeUndefined();
    const { nodes } = body.data.dossier;
    const names = nodes.map(({ report }: { report: { speaker: { name: string } } }) => report.speaker.name);
    expect([...new Set(names)].sort()).toEqual(['Mevlet Cavusoglu', 'Mevlut Cavusoglu']);
    const days = nodes.map(({ assertedAt }: { assertedAt: string }) => assertedAt);
    expect(days).toEqual([...days].sort());
    const rest = await app.get('/v1/dossier?speaker=Mevlut%20Cavusoglu&subject=Syria&first=200');
    expect(rest.body.items.length).toBeGreaterThan(0);
    expect(rest.body.items.length).toBeLessThan(nodes.length);
  });

  it('dispute the claim that the Syrian military denies, and say for and against', async () => {
    const { body } = await app.graphql(`{ claimCards(kind: CLAIM, subject: "summary killings") {
      nodes { id status disputed denialCount text }
    } }`);
    expect(body.errors).toBeUndefined();
    const [claim] = body.data.claimCards.nodes;
    expect(claim).toMatchObject({ status: 'DISPUTED', disputed: true });
    expect(claim.denialCount).toBeGreaterThan(0);
    const { body: answer } = await app.graphql(`{ claimTimeline(id: "${claim.id}", first: 200) {
      status entries { side relation reason origin { name kind } } pageInfo { hasNextPage }
      decisions { type actor reasons field verdict }
    } }`);
    expect(answer.errors).toBeUndefined();
    const sides = answer.data.claimTimeline.entries.map(({ side }: { side: string }) => side);
    expect([...new Set(sides)].sort()).toEqual(['AGAINST', 'FOR']);
    const origins = answer.data.claimTimeline.entries.map(
      ({ origin }: { origin: { name: string } }) => origin.name,
    );
    expect([...new Set(origins)]).toEqual(['Several Syrian opposition activists', 'Syrian military']);
  });

  it('show a claim as it was known: nothing before it was published, and nothing before it was recorded', async () => {
    const cards = async (asOf: string) =>
      (
        await app.graphql(
          `{ claimCards(metric: DISPLACED, place: "Aleppo", asOf: ${asOf}) { nodes { latest reportCount } } }`,
        )
      ).body;
    const known = { data: { claimCards: { nodes: [{ latest: 27000, reportCount: 1 }] } } };
    const unknown = { data: { claimCards: { nodes: [] } } };
    expect(await cards('{ assertedBy: "2016-12-01" }')).toEqual(known);
    expect(await cards('{ assertedBy: "2016-11-30" }')).toEqual(unknown);
    expect(await cards('{ recordedBy: "1" }')).toEqual(unknown);
    expect(await cards('{ recordedBy: "2026-01-01", validOn: "2016-12-02" }')).toEqual(unknown);
    expect(await cards('{ validOn: "2016-11-28" }')).toEqual(unknown);
    expect(await cards('{ validOn: "2016-12-02" }')).toEqual(known);
    const { body } = await app.get('/v1/claim-cards?assertedBy=yesterday');
    expect(body).toMatchObject({ status: 400, errors: [{ field: 'assertedBy' }] });
  });

  it('give the latest figures of a place and of what lies in it, stock and flow apart', async () => {
    const { body } = await app.get('/v1/places/overview?place=Syria');
    expect(body.place.name).toBe('Syria');
    const found = body.figures.map(
      ({ metric, measure }: { metric: string; measure: string }) => `${metric} ${measure}`,
    );
    expect(found).toContain('displaced flow');
    const outlet = await app.get('/v1/outlets/overview?outlet=hro%20media');
    expect(outlet.body).toMatchObject({ outlet: 'HRO media', correctedCount: 0 });
    expect(outlet.body.relations[0]).toMatchObject({ relation: 'first' });
    expect((await app.get('/v1/outlets/overview?outlet=Nobody')).status).toBe(404);
  });

  it('list every change of a claim once, page by page', async () => {
    const all = await app.get('/v1/changes?first=200');
    expect(all.body.items.length).toBeGreaterThan(3);
    const paged: string[] = [];
    for (let after = ''; ;) {
      const { body } = await app.get(`/v1/changes?first=3${after}`);
      paged.push(...body.items.map(({ eventId }: { eventId: string }) => eventId));
      if (!body.pageInfo.hasNextPage) break;
      after = `&after=${body.pageInfo.endCursor}`;
    }
    expect(paged.slice(0, 200)).toEqual(all.body.items.map(({ eventId }: { eventId: string }) => eventId));
    const last = all.body.items.at(-1).seq as string;
    const { body } = await app.graphql(
      `{ changes(since: "${BigInt(last) - 1n}", first: 1) { nodes { seq type summary quote fields { field } undone { type } revisions { quote } claim { id } } } }`,
    );
    expect(body.data.changes.nodes[0].seq).toBe(last);
    for (const queue of ['conflicts', 'proposals', 'review'])
      expect((await app.get(`/v1/queue?queue=${queue}`)).status).toBe(200);
  });

  it('trace every fact back to its characters', async () => {
    const lists = await Promise.all(
      ['figures', 'statements', 'claims'].map((list) => app.get(`/v1/${list}?first=200`)),
    );
    const facts = lists.flatMap(({ body }) => body.items as { id: string; article: { id: string } }[]);
    expect(facts.length).toBeGreaterThan(35);
    const texts = new Map<string, string>();
    for (const seed of seeds) {
      const { body } = await app.get('/v1/articles');
      texts.set(body.items.find(({ title }: { title: string }) => title === seed.title).id, seed.text);
    }
    for (const { id, article } of facts) {
      const { body } = await app.get(`/v1/facts/${id}/provenance`);
      expect(body).toMatchObject({
        id,
        textVerified: true,
        quote: { verified: true },
        sentence: { verified: true },
      });
      const { start, end } = body.quote.utf16;
      expect(texts.get(article.id)?.slice(start, end)).toBe(body.quote.exact);
      expect(body.event.data.reportId).toBe(id);
    }
  });

  it('answer the same by REST and GraphQL', async () => {
    const rest = await app.get('/v1/statements?first=5');
    const graph = await app.graphql(
      '{ statements(first: 5) { edges { cursor node { id } } pageInfo { endCursor hasNextPage } lag { events } } }',
    );
    const { edges, pageInfo, lag } = graph.body.data.statements;
    expect(edges.map(({ node }: { node: { id: string } }) => node.id)).toEqual(
      rest.body.items.map(({ id }: { id: string }) => id),
    );
    expect(pageInfo).toEqual(rest.body.pageInfo);
    expect(lag.events).toBe(0);
  });
});
