import { foldName, type ArticleText, type ExtractionCompleted, type FigureReported } from '#domain';
import type { StoredEvent } from '#event-store';
import type { LinkableArticle } from '#tracking';
import type { PlaceFinder } from './place-finder.js';

/** One reading of one article: its figures, and the event that ended it. */
export interface ArticleReading {
  readonly cause: StoredEvent;
  readonly article: LinkableArticle;
  /** Report -> its event. */
  readonly events: ReadonlyMap<string, StoredEvent>;
}

interface OpenReading {
  title: string;
  publishedAt: string | null;
  readonly figures: StoredEvent[];
}

/** The readings of a batch that hold figures, in the order they were ended in; each is of one text of its article. */
export async function readArticles(
  batch: readonly StoredEvent[],
  places: PlaceFinder,
): Promise<ArticleReading[]> {
  const figures = batch.filter(({ type }) => type === 'FigureReported');
  const texts = batch.filter(isText);
  await places.load(
    figures.flatMap(({ data }) => (data as FigureReported).places.map(({ text }) => text)),
    texts.map(titleOf),
  );
  const open = new Map<string, OpenReading>();
  const readings: ArticleReading[] = [];
  for (const event of batch) {
    const { articleId, revision } = event.data as ExtractionCompleted;
    // A later text that leaves the reports as they are is no title of what is read of the one before.
    const text = `${articleId} ${revision}`;
    const reading = open.get(text) ?? { title: '', publishedAt: null, figures: [] };
    open.set(text, reading);
    if (isText(event)) {
      reading.title = titleOf(event);
      reading.publishedAt = (event.data as ArticleText).publishedAt;
    }
    if (event.type === 'FigureReported') reading.figures.push(event);
    if (event.type !== 'ExtractionCompleted') continue;
    if (reading.figures.length > 0) readings.push(readingOf(event, articleId, reading, places));
    open.delete(text);
  }
  return readings;
}

const isText = ({ type }: StoredEvent): boolean => type === 'ArticleIngested' || type === 'ArticleRevised';

/** What the article is called, and where that is not told, its first line. */
function titleOf({ data }: StoredEvent): string {
  const { title, text } = data as ArticleText;
  return title ?? text.slice(0, 200).split('\n', 1)[0] ?? '';
}

/** The last one quoted, as `originOfReport` takes it. */
function sourceIn({ attribution }: FigureReported): string | null {
  const last = attribution.findLast(({ kind }) => kind !== 'publisher');
  return last ? foldName(last.name) : null;
}

function readingOf(
  cause: StoredEvent,
  articleId: string,
  { title, publishedAt, figures }: OpenReading,
  places: PlaceFinder,
): ArticleReading {
  const article: LinkableArticle = {
    articleId,
    // What a later text says is of the days around the article's own, whenever that text was seen.
    assertedOn: publishedAt ?? figures[0]?.occurredAt ?? null,
    titlePlace: places.findInTitle(title),
    figures: figures.map(({ data }) => {
      const figure = data as FigureReported;
      const named = figure.places.map(({ text }) => places.find(text)).find((place) => place !== null);
      return {
        ...figure,
        place: named ?? null,
        source: sourceIn(figure),
        sentence: figure.sentence.start,
        position: figure.quote.start,
      };
    }),
  };
  const events = new Map(figures.map((event) => [(event.data as FigureReported).reportId, event]));
  return { cause, article, events };
}
