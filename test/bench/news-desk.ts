import { CodePointIndex } from '#domain';
import { bulkAppend, type StreamAppend } from '#event-store';
import type { Database } from '#platform';
import {
  dateOf,
  InventedNews,
  toldOn,
  type FilledClaims,
  type Story,
} from '../../libs/linking/src/testing/index.js';
import { articleIdOf, eventsOf } from '../support/invented-articles.js';

export const FIGURES_EACH = 10;
/** Of ten figures so many begin a claim of their own; the others are of claims that are known. */
const NEW_EACH = 2;

/**
 * Tells news that follow on a filled log, as many a day as that has: what linking costs follows how much is told of a place and a week, so
 * that only then two logs differ in nothing but their length.
 */
export class NewsDesk {
  private readonly news: InventedNews;
  private readonly stories: ReadonlyMap<number, Story[]>;
  private articles = 0;

  constructor(
    private readonly database: Database,
    private readonly workspace: string,
    private readonly filled: FilledClaims,
    private readonly reportsADay: number,
  ) {
    this.news = new InventedNews(filled.anchors);
    this.stories = new Map([...filled.stories].map(([country, stories]) => [country, [...stories]]));
  }

  /** Appends so many articles of ten figures each, one country an article. */
  async tell(articles: number): Promise<void> {
    const { workspace } = this;
    const idempotencyKey = `behind-${this.articles}`;
    const streams = Array.from({ length: articles }, () => this.article());
    await bulkAppend(this.database.login, { workspace, actor: 'bench', idempotencyKey, streams });
  }

  private article(): StreamAppend {
    const name = `${this.workspace}-${this.articles}`;
    const today = this.filled.days + Math.floor((this.articles * FIGURES_EACH) / this.reportsADay);
    this.articles += 1;
    const [country, day] = [this.news.country(), this.dayAt(today)];
    const told = Array.from({ length: FIGURES_EACH }, (_, index) => {
      const known = index < NEW_EACH ? null : this.storyAround(country, day);
      return toldOn(known ?? this.begin(country, day), day);
    });
    const sentences = told.map((_, index) => `${index + 100} people.`);
    const text = ['Latest.', ...sentences].join(' ');
    const index = new CodePointIndex(text);
    const figures = told.map(({ place, ...figure }, at) => {
      const start = text.indexOf(sentences[at]!);
      return {
        ...figure,
        words: `${at + 100} people`,
        sentence: index.spanOf({ start, end: start + sentences[at]!.length }),
        places: [{ text: place, role: 'origin' as const, span: null }],
      };
    });
    const events = eventsOf({ name, publishedAt: dateOf(day), text, figures });
    return { stream: `article-${articleIdOf(name)}`, expectedVersion: 'no_stream', events };
  }

  /** Most articles are of today and yesterday, some of weeks before and a few of any day. */
  private dayAt(today: number): number {
    const of = this.news.next();
    if (of < 0.7) return Math.max(0, today - this.news.below(2));
    return of < 0.9 ? Math.max(0, today - this.news.below(30)) : this.news.below(today + 1);
  }

  /** One of the stories that began within the last weeks before the day. */
  private storyAround(country: number, day: number): Story | null {
    const stories = this.stories.get(country) ?? [];
    const [from, to] = [firstFrom(stories, day - 60), firstFrom(stories, day + 1)];
    return from >= to ? null : stories[from + this.news.below(to - from)]!;
  }

  private begin(country: number, day: number): Story {
    const story = this.news.story(country, day);
    const stories = this.stories.get(country);
    stories?.splice(firstFrom(stories, story.first + 1), 0, story);
    return story;
  }
}

/** Where in the stories the first is that began on the day or later. */
function firstFrom(stories: readonly Story[], day: number): number {
  let [from, to] = [0, stories.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (stories[middle]!.first < day) from = middle + 1;
    else to = middle;
  }
  return from;
}
