import fc from 'fast-check';
import type { FigureReported, Report } from '#domain';
import type { ClaimMention, Extraction, FigureMention } from '#extraction';
import { NO_ARTICLE, type ArticleState } from '../article/article-stream.js';
import { decideIngestion, type ReadSubmission } from './decide-ingestion.js';

const ARTICLE_ID = '7f9c24e8-3b12-5fef-91e0-56a2d5a1b2c3';

const figure = (start: number, end: number): FigureMention => ({
  quote: { start, end },
  sentence: { start: 0, end },
  attribution: [
    {
      name: 'Ada Moreno',
      role: 'mayor',
      kind: 'person',
      verb: 'said',
      range: { start: 0, end: 1 },
      verbRange: null,
    },
  ],
  rule: 'digits',
  cues: [{ kind: 'number', range: { start, end } }],
  metric: 'displaced',
  measure: 'flow',
  term: 'FORCED_TO_FLEE',
  category: 'NEW_DISPLACEMENT',
  value: 10,
  max: null,
  quantifier: 'exact',
  unit: 'person',
  unitText: 'people',
  population: null,
  status: 'reported',
  cause: null,
  places: [{ text: 'Westhaven', role: 'origin', range: null }],
  period: null,
  asOf: null,
});

const claim = (start: number, end: number, answers: ClaimMention['answers']): ClaimMention => ({
  quote: { start, end },
  sentence: { start: 0, end },
  attribution: [],
  rule: 'claimed-that',
  cues: [],
  polarity: answers ? 'denied' : 'asserted',
  proposition: 'words',
  attributionMode: 'none',
  hedge: null,
  cue: null,
  answers,
});

function read(text: string, found: Partial<Extraction> = {}, sha = 'a'.repeat(64)): ReadSubmission {
  const nothing = { figures: [], statements: [], claims: [], publishedOn: null };
  return {
    articleId: ARTICLE_ID,
    sourceKey: 'id:a',
    textSha256: sha,
    submission: { text, outlet: 'The Example' },
    seenAt: '2031-05-20T08:00:00.000Z',
    reading: {
      language: 'en',
      notExtracted: null,
      extraction: { extractor: 'rules', extractorVersion: '1', ...nothing, ...found },
    },
  };
}

const known = (): ArticleState => ({
  ...NO_ARTICLE,
  version: 2,
  revision: 1,
  textSha256: 'a'.repeat(64),
  metadata: {
    ...NO_ARTICLE.metadata,
    outlet: 'The Example',
    url: 'https://a.example/x',
    publishedAt: '2026-03-09T10:00:00Z',
  },
});

describe('decideIngestion', () => {
  it('begins a new article: the text, its reports in text order, and the end of the reading', () => {
    const { outcome, revision, events } = decideIngestion(
      NO_ARTICLE,
      read('Ten people, ten people.', { figures: [figure(12, 22), figure(0, 10)] }),
    );
    expect({ outcome, revision }).toEqual({ outcome: 'ingested', revision: 1 });
    expect(events.map(({ type }) => type)).toEqual([
      'ArticleIngested',
      'FigureReported',
      'FigureReported',
      'ExtractionCompleted',
    ]);
    expect(events.slice(1, 3).map(({ data }) => (data as Report).quote.start)).toEqual([0, 12]);
  });

  it('records nothing for a text it has', () => {
    expect(decideIngestion(known(), read('Ten people.'))).toEqual({
      outcome: 'duplicate',
      revision: 1,
      assertedAt: null,
      comparison: null,
      events: [],
    });
    const lessSaid = {
      text: 'Ten people.',
      outlet: null,
      publishedAt: '2026-03-09',
      url: 'http://a.example/x/',
    };
    expect(decideIngestion(known(), { ...read('Ten people.'), submission: lessSaid }).outcome).toBe(
      'duplicate',
    );
  });

  it('records another title, byline or address of a known text, and leaves its reports', () => {
    const submission = { text: 'Ten people.', title: 'Flood in Westhaven' };
    const { outcome, events } = decideIngestion(known(), { ...read('Ten people.'), submission });
    expect(outcome).toBe('metadata_changed');
    expect(events).toMatchObject([
      {
        type: 'ArticleMetadataChanged',
        data: {
          revision: 1,
          changed: ['title'],
          title: 'Flood in Westhaven',
          outlet: 'The Example',
          publishedAt: '2026-03-09T10:00:00Z',
        },
      },
    ]);
  });

  it.each([
    ['outlet', 'The Other'],
    ['language', 'en-GB'],
    ['publishedAt', '2026-03-10'],
  ])('revises a known text of another %s: its reports depend on it', (field, value) => {
    const submission = { text: 'Ten people.', [field]: value };
    const { outcome, events } = decideIngestion(known(), { ...read('Ten people.'), submission });
    expect(outcome).toBe('revised');
    const kept = { outlet: 'The Example', url: 'https://a.example/x', title: null };
    expect(events[0]).toMatchObject({
      type: 'ArticleRevised',
      data: { ...kept, [field]: value, textSha256: 'a'.repeat(64), previousTextSha256: 'a'.repeat(64) },
    });
    const withdrawn = decideIngestion(
      { ...known(), withdrawn: true },
      { ...read('Ten people.'), submission },
    );
    expect(withdrawn.outcome).toBe('metadata_changed');
  });

  it('revises an article whose text changed', () => {
    const state = { ...NO_ARTICLE, version: 2, revision: 1, textSha256: 'b'.repeat(64) };
    const { outcome, revision, events } = decideIngestion(state, read('Twelve people.'));
    expect({ outcome, revision }).toEqual({ outcome: 'revised', revision: 2 });
    expect(events[0]).toMatchObject({ type: 'ArticleRevised', data: { previousTextSha256: 'b'.repeat(64) } });
  });

  it('puts the publisher first in every attribution', () => {
    const { events } = decideIngestion(NO_ARTICLE, read('Ten people.', { figures: [figure(0, 10)] }));
    expect((events[1]?.data as FigureReported).attribution.map(({ name }) => name)).toEqual([
      'The Example',
      'Ada Moreno',
    ]);
  });

  it('links a denial to the claim it answers by id', () => {
    const claims = [claim(0, 3, null), claim(4, 10, { kind: 'claim', index: 0 })];
    const { events } = decideIngestion(NO_ARTICLE, read('Ten people.', { claims }));
    const [asserted, denied] = events
      .filter(({ type }) => type === 'ClaimRecorded')
      .map(({ data }) => data as Report);
    expect(denied).toMatchObject({ polarity: 'denied', answers: asserted?.reportId });
  });

  it('gives the same ids for the same text, and different ids to two reports of the same words', () => {
    const found = { figures: [figure(0, 10), figure(0, 10)] };
    const ids = () =>
      decideIngestion(NO_ARTICLE, read('Ten people.', found))
        .events.filter(({ type }) => type === 'FigureReported')
        .map(({ data }) => (data as Report).reportId);
    expect(ids()).toEqual(ids());
    expect(new Set(ids()).size).toBe(2);
  });

  it('every span holds exactly the code points it names, whatever the text', () => {
    const text = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 200 })
      .filter((words) => !/\p{Surrogate}/u.test(words));
    fc.assert(
      fc.property(text, fc.nat(), fc.nat(), (words, a, b) => {
        const characters = [...words];
        const from = a % characters.length;
        const to = from + 1 + (b % (characters.length - from));
        const start = characters.slice(0, from).join('').length;
        const end = characters.slice(0, to).join('').length;
        const { events } = decideIngestion(NO_ARTICLE, read(words, { figures: [figure(start, end)] }));
        const { quote, cues } = events[1]?.data as FigureReported;
        expect(cues).toEqual([{ kind: 'number', span: quote }]);
        expect([...words].slice(quote.start, quote.end).join('')).toBe(quote.exact);
        expect(quote.exact).toBe(words.slice(start, end));
      }),
    );
  });
});
