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
      { reportId: fled.id, relation: 'first', origin: { name: 'Jan Egeland' }, report: { id: fled.id } },
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
