import fc from 'fast-check';
import {
  anchorFigures,
  dayOf,
  placeKeys,
  PROPOSED,
  scoreOf,
  timeKindOf,
  type FigureAnchor,
  type LinkedPlace,
} from '#tracking';
import {
  dateOf,
  InventedNews,
  inventedPlaces,
  toldOn,
  type InventedPlace,
} from '../testing/invented-news.js';
import { LoadedPages, type AskedPages } from './loaded-pages.js';

/** Anchors of news of one country, within some weeks. */
function anchorsOf(seed: number, count: number): FigureAnchor[] {
  const news = new InventedNews(seed);
  return Array.from({ length: count }, (_, at) => {
    const story = news.story(0, news.below(60));
    const day = news.daysOf(story).at(-1)!;
    const { place, ...figure } = toldOn(story, day);
    const [anchored] = anchorFigures({
      articleId: `${at}`,
      assertedOn: dateOf(day),
      titlePlace: null,
      figures: [
        {
          ...figure,
          ...{ reportId: `${at}`, value: 1, quantifier: 'exact', population: null, status: 'reported' },
          ...{ rule: 'by-hand', place: linkedPlace(place), source: null, sentence: 1, position: 1 },
        },
      ],
    });
    return anchored!.anchor;
  });
}

const known = new Map(inventedPlaces().map((place) => [place.id, place]));

/** As the gazetteer knows it. */
function linkedPlace(text: string): LinkedPlace {
  const name = text.replace('eastern ', '');
  const { within, ...place } = known.get(`invented:${name}`)!;
  const outer: InventedPlace[] = [];
  for (let at = within; at !== null; at = outer.at(-1)!.within) outer.push(known.get(at)!);
  return { text: text.toLowerCase(), names: [name.toLowerCase()], place: { ...place, containedIn: outer } };
}

const holds = (pages: readonly AskedPages[], anchor: FigureAnchor): boolean =>
  pages.some((page) => {
    const { own, around } = placeKeys(anchor.place!);
    const isOnIt = page.block === anchor.block && page.kind === timeKindOf(anchor.time);
    const isThen = page.from <= dayOf(anchor) && dayOf(anchor) <= page.to;
    const isThere =
      own.some((key) => page.own.includes(key)) || around.some((key) => page.around.includes(key));
    return isOnIt && isThen && isThere;
  });

describe('pages of anchors', () => {
  it('holds all that may be linked to an anchor or proposed for it once its pages were asked for', () => {
    let related = 0;
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const anchors = anchorsOf(seed, 60);
        const pages = new LoadedPages();
        const asked: AskedPages[] = [];
        for (const one of anchors) {
          asked.push(...pages.ask([one]));
          for (const other of anchors) {
            if (other === one || scoreOf(one, other) < PROPOSED) continue;
            related += 1;
            expect(holds(asked, other)).toBe(true);
          }
        }
      }),
      { numRuns: 30 },
    );
    expect(related).toBeGreaterThan(100);
  });

  it('asks for nothing twice', () => {
    const anchors = anchorsOf(7, 60);
    const pages = new LoadedPages();
    expect(pages.ask(anchors)).not.toEqual([]);
    expect(pages.ask(anchors)).toEqual([]);
  });

  it('CONTROL: pages of other places do not hold what is near', () => {
    const [one, ...others] = anchorsOf(7, 300);
    const near = others.find((other) => scoreOf(one!, other) >= PROPOSED)!;
    const elsewhere = new LoadedPages().ask([
      { ...one!, place: { text: 'nowhere', place: null, names: ['nowhere'] } },
    ]);
    expect(holds(new LoadedPages().ask([one!]), near)).toBe(true);
    expect(holds(elsewhere, near)).toBe(false);
  });
});
