import fc from 'fast-check';
import type { FigureReported } from '#domain';
import {
  anchorFigures,
  type LinkableArticle,
  type LinkableFigure,
  type PlacedAnchor,
} from './figure-anchor.js';
import { knownPlace } from './known-place.js';
import { partition } from './partition.js';
import type { LinkedPlace } from './place-relation.js';
import { Neighbourhood } from './neighbours.js';
import type { ClaimedAnchor, Move } from './claimed-anchor.js';
import { regroup } from './regroup.js';
import { areApart, LINKED, PROPOSED, scoreOf, scorePair } from './score-pair.js';
import { toldApart } from './told-apart.js';

const westhaven = { id: 'w', name: 'Westhaven', kind: 'settlement', country: 'XK', containedIn: [] } as const;
const kestria = { id: 'k', name: 'Kestria', kind: 'country', country: 'XK', containedIn: [] } as const;
const harbour = {
  ...westhaven,
  id: 'h',
  name: 'Harbour',
  kind: 'district',
  containedIn: [westhaven],
} as const;
const norvale = { ...westhaven, id: 'n', name: 'Norvale' } as const;
const PLACES: Readonly<Record<string, LinkedPlace>> = {
  westhaven: { text: 'westhaven', place: westhaven, names: ['westhaven'] },
  eastern: { text: 'eastern westhaven', place: westhaven, names: ['eastern westhaven', 'westhaven'] },
  western: { text: 'western westhaven', place: westhaven, names: ['western westhaven', 'westhaven'] },
  harbour: { text: 'harbour', place: harbour, names: ['harbour'] },
  norvale: { text: 'norvale', place: norvale, names: ['norvale'] },
  kestria: { text: 'kestria', place: kestria, names: ['kestria'] },
  melbury: { text: 'old melbury', place: null, names: ['old melbury', 'melbury'] },
  melburyToo: { text: 'melbury', place: null, names: ['melbury'] },
};

type Told = Partial<Omit<LinkableFigure, 'place'>> & { readonly at?: keyof typeof PLACES | null };

let reports = 0;
const article = (day: number, ...figures: Told[]): LinkableArticle => ({
  articleId: `article-${reports}`,
  assertedOn: `2031-05-${String(day).padStart(2, '0')}`,
  titlePlace: null,
  figures: figures.map(({ at = 'westhaven', ...figure }, index) => ({
    reportId: `report-${reports++}`,
    metric: 'displaced',
    measure: 'flow',
    value: 100 + index,
    quantifier: 'exact',
    unit: 'person',
    population: null,
    cause: null,
    period: null,
    asOf: null,
    status: 'reported',
    rule: 'figure/subject-of-verb',
    place: at === null ? null : PLACES[at]!,
    source: null,
    sentence: 100 * (index + 1),
    position: 100 * (index + 1),
    ...figure,
  })),
});

const period = (start: string | null, end: string | null, text: string): FigureReported['period'] => ({
  start,
  end,
  text,
  accuracy: 'day',
});
const sinceFirst = period('2031-05-01', null, 'since 1 May');

const score = (one: LinkableArticle, other: LinkableArticle): number => {
  const [a, b] = [anchorFigures(one)[0]!.anchor, anchorFigures(other)[0]!.anchor];
  return a.key === b.key ? 1 : (scorePair(a, b)?.score ?? 0);
};

describe('figures of an article that nobody dated', () => {
  const undated = (...figures: Told[]): LinkableArticle => ({ ...article(9, ...figures), assertedOn: null });
  const byEighth = { period: period(null, '2031-05-08', 'by 8 May') };
  const total = { rule: 'figure/toll' };

  it('go by the day that its text gives, less surely than those of one with a date', () =>
    expect(score(undated(byEighth), article(9, {}))).toBeCloseTo(
      score(article(8, {}), article(9, {})) * 0.95,
    ));

  it('are no claim with others where the text gives none', () =>
    expect(score(undated({}), article(9, {}))).toBe(0));

  it('take the only day of their kind where they are totals', () => {
    const timesOf = (one: LinkableArticle) => anchorFigures(one).map(({ anchor }) => anchor.time.kind);
    const byNinth = { period: period(null, '2031-05-09', 'by 9 May') };
    expect(timesOf(undated(byEighth, total, {}))).toEqual(['running', 'running', 'undated']);
    expect(timesOf(undated(byEighth, byNinth, total))).toEqual(['running', 'running', 'undated']);
    expect(timesOf(undated(byEighth, { ...total, metric: 'killed' }))).toEqual(['running', 'undated']);
  });
});

describe('what a link keeps of a place', () => {
  const country = 'country:XK';
  it.each<[keyof typeof PLACES, ReturnType<typeof knownPlace>]>([
    ['kestria', { id: country, within: [] }],
    ['westhaven', { id: 'w', within: [country] }],
    ['eastern', { id: 'w/east', within: ['w', country] }],
    ['harbour', { id: 'h', within: ['w', country] }],
    ['melbury', null],
  ])('%s', (name, known) => expect(knownPlace(PLACES[name]!)).toEqual(known));

  it('gives a part without a direction no id: another may be another part', () =>
    expect(knownPlace({ ...PLACES['westhaven']!, text: 'rebel-held part of westhaven' })).toEqual({
      id: null,
      within: ['w', country],
    }));
});

describe('the score of two figures', () => {
  it.each<[string, number, Told, Told, number]>([
    ['one beginning, days apart', 9, { period: sinceFirst }, { period: sinceFirst }, 1],
    ['a part of a city', 3, { period: sinceFirst, at: 'eastern' }, { period: sinceFirst }, 0.9],
    ['a district of it', 3, { period: sinceFirst, at: 'harbour' }, { period: sinceFirst }, 0.9],
    ['no window, six days apart', 9, {}, {}, 0.91],
    ['households and people', 3, { unit: 'household' }, {}, 1],
    ['civilians and people', 3, { population: 'civilians' }, {}, 1],
    [
      'a country and its city, a disaster',
      3,
      { at: 'kestria', cause: 'disaster' },
      { cause: 'disaster' },
      0.85,
    ],
    ['a name that holds the other', 3, { at: 'melbury' }, { at: 'melburyToo' }, 0.9],
    ['a feared and a reported number', 3, { status: 'feared' }, {}, 1],
    [
      'a running count and what it had come to by a day',
      3,
      { period: sinceFirst },
      { period: period('2031-05-01', '2031-05-03', 'in the past two days') },
      0.9,
    ],
    [
      'recent days and a count since one of them',
      5,
      { period: period(null, '2031-05-05', 'in recent days') },
      { period: sinceFirst },
      0.85,
    ],
    [
      'a day of a disaster and its toll',
      3,
      { cause: 'disaster', period: period('2031-05-02', '2031-05-02', 'on 2 May') },
      { cause: 'disaster' },
      1,
    ],
    ['an attack and the day after', 4, { metric: 'killed' }, { metric: 'killed' }, 0.9],
  ])('links %s', (_case, day, one, other, expected) => {
    expect(score(article(day, one), article(3, other))).toBeCloseTo(expected, 1);
    expect(score(article(3, other), article(day, one))).toBeGreaterThanOrEqual(LINKED);
  });

  it.each<[string, number, Told, Told]>([
    ['stock and flow', 3, { measure: 'stock' }, {}],
    ['another metric', 3, { metric: 'killed' }, {}],
    ['children and people', 3, { population: 'children' }, {}],
    ['another city', 3, { at: 'norvale' }, {}],
    ['east and west', 3, { at: 'eastern' }, { at: 'western' }],
    ['a country and its city in a war', 3, { at: 'kestria', cause: 'conflict' }, { cause: 'conflict' }],
    ['another beginning', 3, { period: sinceFirst }, { period: period('2031-05-02', null, 'since 2 May') }],
    [
      'a day alone and a running count',
      3,
      { period: period('2031-05-01', '2031-05-01', 'on 1 May') },
      { period: sinceFirst },
    ],
    [
      'recent days and a count since weeks ago',
      20,
      { period: period(null, '2031-05-20', 'in recent days') },
      { period: sinceFirst },
    ],
    [
      'recent weeks and a count since one of their days',
      5,
      { period: period(null, '2031-05-05', 'in recent weeks') },
      { period: sinceFirst },
    ],
    [
      'what a day of a disaster added and its toll',
      3,
      { cause: 'disaster', period: period('2031-05-02', '2031-05-02', 'on 2 May alone') },
      { cause: 'disaster' },
    ],
    [
      'what some hours of a disaster added and its toll',
      3,
      { cause: 'disaster', period: period('2031-05-02', '2031-05-03', 'in the past 24 hours') },
      { cause: 'disaster' },
    ],
    ['attacks a week apart', 10, { metric: 'killed' }, { metric: 'killed' }],
    ['a war and a flood', 3, { cause: 'conflict' }, { cause: 'disaster' }],
    ['a time that cannot be resolved', 3, { period: period(null, null, 'on 18 December') }, {}],
    ['a part of a total', 3, { rule: 'figure/part-of-total' }, {}],
  ])('does not link %s', (_case, day, one, other) => {
    expect(score(article(day, one), article(3, other))).toBeLessThan(LINKED);
  });
});

describe('an article', () => {
  it('lends a headline no window beside a total that goes on', () => {
    const onSecond = { period: period('2031-05-02', '2031-05-02', 'on 2 May alone') };
    const timesOf = (...figures: Told[]) =>
      anchorFigures(article(3, { sentence: 0 }, ...figures)).map(({ anchor }) => anchor.time.kind);
    expect(timesOf(onSecond)).toEqual(['window', 'window']);
    expect(timesOf(onSecond, {})).toEqual(['running', 'window', 'running']);
  });

  it('lends a figure without a place its principal one, and a headline its only window', () => {
    const told = article(
      3,
      { sentence: 0, at: null },
      { period: sinceFirst },
      { metric: 'killed', at: 'eastern' },
    );
    const [headline, body] = anchorFigures(told).map(({ anchor }) => anchor);
    expect(headline).toMatchObject({ time: body!.time, place: { text: 'westhaven' }, contextual: true });
    expect(scorePair(headline!, body!)?.score).toBeCloseTo(0.9);
  });

  it('tells civilians from people where it gives both, and two numbers of one sentence from each other', () => {
    const both = anchorFigures(article(3, {}, { population: 'civilians' }));
    expect(both[0]!.anchor.block).not.toBe(both[1]!.anchor.block);
    const [a, b] = anchorFigures(article(3, { sentence: 5 }, { sentence: 5 }));
    expect(a!.anchor.key).not.toBe(b!.anchor.key);
    const [now, before] = anchorFigures(
      article(3, { sentence: 5 }, { sentence: 5, rule: 'figure/earlier-total' }),
    );
    expect(before!.anchor.key).toBe(now!.anchor.key);
    const [one, again] = anchorFigures(article(3, { sentence: 5, value: 6 }, { sentence: 5, value: 6 }));
    expect(again!.anchor.key).toBe(one!.anchor.key);
  });

  it('holds what two sources give in one sentence against each other', () => {
    const keys = (...sources: (string | null)[]): string[] =>
      anchorFigures(article(3, ...sources.map((source) => ({ sentence: 5, source })))).map(
        ({ anchor }) => anchor.key,
      );
    const distinct = (...sources: (string | null)[]): number => new Set(keys(...sources)).size;
    expect(distinct('mayor', 'red cross')).toBe(1);
    expect(distinct('mayor', 'mayor')).toBe(2);
    expect(distinct(null, 'mayor')).toBe(2);
    expect(distinct('mayor', 'red cross', 'mayor')).toBe(2);
  });

  it('counts the toll of an event from its day, whenever it is told', () => {
    const ofEvent = { metric: 'killed', cause: 'conflict' } as const;
    const [struck] = anchorFigures(
      article(2, { ...ofEvent, period: period('2031-05-02', '2031-05-02', 'on 2 May') }),
    );
    const [later] = anchorFigures(
      article(6, { ...ofEvent, period: { start: '2031-05-02', end: null, accuracy: 'day', text: '2 May' } }),
    );
    expect(scorePair(struck!.anchor, later!.anchor)).toMatchObject({
      score: 1,
      reasons: ['same place', 'same period'],
    });
  });

  it('keeps what comes on top of a total in claims of its own, one a day', () => {
    const flood = { cause: 'disaster' } as const;
    const more = (day: number) =>
      anchorFigures(article(day, { ...flood, rule: 'figure/increment' }))[0]!.anchor;
    const [total] = anchorFigures(article(3, flood));
    expect([scoreOf(total!.anchor, more(3)), scoreOf(more(3), more(4))]).toEqual([0, 0]);
    expect(scoreOf(more(3), { ...more(3), key: 'another' })).toBe(1);
  });

  it('asks about tolls of attacks that were told some days apart', () => {
    const told = (day: number) =>
      anchorFigures(article(day, { metric: 'killed', cause: 'conflict' }))[0]!.anchor;
    const score = (day: number): number => scoreOf(told(1), told(day));
    expect(score(2)).toBeGreaterThanOrEqual(LINKED);
    expect([score(3), score(4)].every((one) => one >= PROPOSED && one < LINKED)).toBe(true);
    expect(score(5)).toBe(0);
  });

  it('tells its own figures apart, but for what its headline says in short', () => {
    const told = article(3, { sentence: 0 }, { at: 'eastern' }, { at: 'harbour' });
    expect(
      toldApart(told, anchorFigures(told)).map((pair) => pair.map(({ anchor }) => anchor.place?.text)),
    ).toEqual([['eastern westhaven', 'harbour']]);
  });
});

const someFigure = fc.record({
  at: fc.constantFrom(
    'westhaven',
    'eastern',
    'western',
    'harbour',
    'kestria',
    'norvale',
    'melbury',
    'melburyToo',
  ),
  metric: fc.constantFrom('displaced' as const, 'killed' as const),
  cause: fc.constantFrom('disaster' as const, 'conflict' as const, null),
  period: fc.constantFrom(
    null,
    null,
    sinceFirst,
    period('2031-05-02', '2031-05-02', 'on 2 May'),
    period('2031-05-02', '2031-05-20', 'from 2 to 20 May'),
  ),
});
const someArticles = fc.array(
  fc.tuple(fc.integer({ min: 1, max: 28 }), fc.array(someFigure, { minLength: 1, maxLength: 3 })),
  { minLength: 1, maxLength: 12 },
);

/** What a linker does with articles one after the other, that looks up what is around an anchor when it is asked to. */
function grow(articles: readonly LinkableArticle[]): ClaimedAnchor[] {
  const known = new Map<string, ClaimedAnchor>();
  const places = new Neighbourhood<ClaimedAnchor>();
  const ofClaim = new Map<string, Set<ClaimedAnchor>>();
  let seq = 0n;
  for (const told of articles) {
    const anchored = anchorFigures(told);
    const met: ClaimedAnchor[] = [];
    for (const { anchor } of anchored) {
      if (known.has(anchor.key)) continue;
      const one = { anchor, founded: seq++, claimId: null, apart: new Set<string>() };
      known.set(anchor.key, one);
      places.add(one);
      met.push(one);
    }
    const parted = toldApart(told, anchored).map(([a, b]) => {
      const [one, other] = [known.get(a.anchor.key)!, known.get(b.anchor.key)!];
      one.apart.add(b.anchor.key);
      other.apart.add(a.anchor.key);
      return [one, other] as const;
    });
    const lookedUp = new Set<unknown>();
    for (;;) {
      const surroundings = {
        linkable: (one: ClaimedAnchor) => (lookedUp.has(one) ? places.linkable(one) : null),
        members: (claimId: string) => (lookedUp.has(claimId) ? [...(ofClaim.get(claimId) ?? [])] : null),
        moved: ({ anchor, from, to }: Move<ClaimedAnchor>) => {
          ofClaim.get(from ?? '')?.delete(anchor);
          ofClaim.set(to, (ofClaim.get(to) ?? new Set()).add(anchor));
        },
      };
      const begin = ({ anchor }: ClaimedAnchor) => `${anchor.key} ${seq++}`;
      const { missing } = regroup(surroundings, { met, parted }, begin);
      if (!missing) break;
      for (const one of [...missing.around, ...missing.claims]) lookedUp.add(one);
    }
  }
  return [...known.values()];
}

const groups = (anchors: readonly PlacedAnchor[][]): string =>
  JSON.stringify(anchors.map((group) => group.map(({ anchor }) => anchor.key).sort()).sort());

function byClaim(anchors: readonly ClaimedAnchor[]): ClaimedAnchor[][] {
  const claims = new Map<string | null, ClaimedAnchor[]>();
  for (const anchor of anchors) claims.set(anchor.claimId, [...(claims.get(anchor.claimId) ?? []), anchor]);
  return [...claims.values()];
}

describe('which figures are one claim', () => {
  it('does not depend on the order of the articles, nor on what was decided before', () => {
    fc.assert(
      fc.property(someArticles, fc.integer(), (told, seed) => {
        const articles = told.map(([day, figures]) => article(day, ...figures));
        const shuffled = [...articles].sort((a, b) => hash(a.articleId, seed) - hash(b.articleId, seed));
        const grown = groups(byClaim(grow(articles)));
        expect(groups(byClaim(grow(shuffled)))).toBe(grown);
        expect(groups(partition(grow(articles)))).toBe(grown);
      }),
      { numRuns: 300 },
    );
  });

  it('finds all that a figure may be linked to or proposed for by its place and its days', () => {
    fc.assert(
      fc.property(someArticles, (told) => {
        const anchors = grow(told.map(([day, figures]) => article(day, ...figures)));
        const known = new Neighbourhood<ClaimedAnchor>();
        for (const one of anchors) known.add(one);
        for (const one of anchors) {
          const near = new Set(known.near(one));
          const linkable = new Set(known.linkable(one));
          for (const other of anchors) {
            const score = other === one ? 0 : scoreOf(one.anchor, other.anchor);
            expect(scorePair(one.anchor, other.anchor)?.score ?? 0).toBe(scoreOf(one.anchor, other.anchor));
            if (score >= PROPOSED) expect(near).toContain(other);
            if (score >= LINKED) expect(linkable).toContain(other);
          }
        }
      }),
      { numRuns: 200 },
    );
  });

  it('never joins what is apart', () => {
    fc.assert(
      fc.property(someArticles, (told) => {
        const anchors = grow(told.map(([day, figures]) => article(day, ...figures)));
        for (const claim of byClaim(anchors))
          for (const [at, a] of claim.entries())
            for (const b of claim.slice(at + 1))
              expect(areApart(a.anchor, b.anchor) || a.apart.has(b.anchor.key)).toBe(false);
      }),
      { numRuns: 100 },
    );
  });

  it('CONTROL: taking each figure to the first claim that fits depends on the order', () => {
    const greedy = (articles: readonly LinkableArticle[]): string => {
      const claims: PlacedAnchor[][] = [];
      for (const { anchor } of articles.flatMap(anchorFigures)) {
        const claim = claims.find((one) =>
          one.some((a) => (scorePair(a.anchor, anchor)?.score ?? 0) >= LINKED),
        );
        if (claim) claim.push({ anchor, apart: new Set() });
        else claims.push([{ anchor, apart: new Set() }]);
      }
      return groups(claims);
    };
    const told = [article(1, {}), article(14, {}), article(8, {})];
    expect(greedy(told)).not.toBe(greedy([told[0]!, told[2]!, told[1]!]));
  });
});

const hash = (text: string, seed: number): number =>
  [...text].reduce((sum, letter) => Math.imul(sum ^ letter.charCodeAt(0), 0x01000193) >>> 0, seed >>> 0);
