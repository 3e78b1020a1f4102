import { Chance } from '../../../../test/support/chance.js';
import {
  inventName,
  inventSeries,
  inventStory,
  wireVariant,
  writeBulletin,
  writeArticle,
} from '../../../../test/support/wire-news/index.js';
import type { Cluster } from './clusters.js';
import { findClusters } from './find-clusters.js';
import { printingOf, type PrintedArticle } from './printing.js';
import { wordsOf } from './words.js';

const STORIES = 100;
const VARIANTS = 10;
const AGENCY = 'Northwire';

interface Sample extends PrintedArticle {
  /** The agency text it was made from; its own id where it was written for itself. */
  readonly source: string;
}

/** Days after the agency that its text is printed: mostly at once, now and then a week later, and dug up again a year later. */
const LATER = [0, 0, 0, 0, 0, 1, 1, 3, 7, 365] as const;
const SERIES = 40;
const ISSUES = [0, 1, 2, 3, 7, 364] as const;
const DAY = 86_400_000;

const dayAfter = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10);

/**
 * Agency texts with 1,000 printings of them. Not printings: of each story two articles by authors of their own, of that day or the next;
 * the issues of daily bulletins, one text with other numbers; as many articles about something else.
 */
function inventPress(seed: number): Sample[] {
  const chance = new Chance(seed);
  const samples: Sample[] = [];
  const add = (outlet: string, text: string, day: string, source?: string): string => {
    const articleId = `article-${samples.length}`;
    samples.push({ articleId, outlet, byline: null, publishedAt: day, text, source: source ?? articleId });
    return articleId;
  };
  const house = () => `${inventName(chance)} Post`;
  for (let at = 0; at < STORIES; at += 1) {
    const story = inventStory(chance);
    const original = writeArticle(chance, story);
    const source = add(AGENCY, original, story.day);
    for (let copy = 0; copy < VARIANTS; copy += 1)
      add(house(), wireVariant(chance, original, AGENCY), dayAfter(story.day, LATER[copy] ?? 0), source);
    for (let own = 0; own < 2; own += 1)
      add(house(), writeArticle(chance, story, 0.8), dayAfter(story.day, own));
  }
  for (let at = 0; at < SERIES; at += 1) {
    const series = inventSeries(chance);
    for (const later of ISSUES)
      add(series.outlet, writeBulletin(chance, series), dayAfter('2031-02-01', later));
  }
  for (let other = 0; other < STORIES * VARIANTS; other += 1) {
    const story = inventStory(chance);
    add(house(), writeArticle(chance, story), story.day);
  }
  return samples;
}

/** Over pairs of articles: how many of those put together belong together, and how many that belong together were put so. */
function score(samples: readonly Sample[], clusters: readonly (readonly string[])[]) {
  const sourceOf = new Map(samples.map(({ articleId, source }) => [articleId, source]));
  const pairs = (sizes: Iterable<number>) =>
    [...sizes].reduce((sum, size) => sum + (size * (size - 1)) / 2, 0);
  const counted = (ids: readonly string[]) => {
    const sizes = new Map<string, number>();
    for (const id of ids) sizes.set(sourceOf.get(id)!, (sizes.get(sourceOf.get(id)!) ?? 0) + 1);
    return sizes.values();
  };
  const right = clusters.reduce((sum, ids) => sum + pairs(counted(ids)), 0);
  const found = pairs(clusters.map(({ length }) => length));
  return {
    precision: right / Math.max(1, found),
    recall: right / pairs(counted(samples.map(({ articleId }) => articleId))),
  };
}

const idsOf = (cluster: Cluster): string[] => cluster.map(({ articleId }) => articleId);

/** What is there without all this: the same words are the same article. */
function sameWords(samples: readonly Sample[]): string[][] {
  const byWords = new Map<string, string[]>();
  for (const { articleId, text } of samples) {
    const words = wordsOf(text).join(' ');
    byWords.set(words, [...(byWords.get(words) ?? []), articleId]);
  }
  return [...byWords.values()];
}

describe('1,000 printings of 100 agency texts among 1,440 other articles', () => {
  const samples = inventPress(20310307);
  const clusters = findClusters(samples.map(printingOf));

  it('are found: precision 0.98 and recall 0.95 at least', () => {
    const { precision, recall } = score(samples, clusters.map(idsOf));
    expect(precision).toBeGreaterThanOrEqual(0.98);
    expect(recall).toBeGreaterThanOrEqual(0.95);
  });

  it('are not found by their words as a whole (control)', () => {
    expect(score(samples, sameWords(samples)).recall).toBeLessThan(0.1);
  });

  it('come from the agency text where that credits nobody and they do', () => {
    const originals = clusters.flat().filter(({ role }) => role === 'original');
    const right = originals.filter(({ articleId }) => samples.some((one) => one.source === articleId));
    expect(right.length / originals.length).toBeGreaterThanOrEqual(0.98);
  });
});
