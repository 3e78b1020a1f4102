import type { FigureReported } from '#domain';
import type { StoredEvent } from '#event-store';
import type { RowReader } from '#gazetteer';
import {
  articleIdOf,
  eventsOf,
  trivialEditOf,
  type InventedArticle,
} from '../../../../test/support/invented-articles.js';
import { storedLog } from '../../../../test/support/stored-log.js';
import { PlaceFinder } from './place-finder.js';
import { readArticles } from './read-articles.js';

const NORVALE = { folded: 'norvale', place_id: 'norvale', name: 'Norvale', kind: 'settlement' };
const rows = [{ ...NORVALE, country: null, contained_in: [] }];
const gazetteer = { select: () => Promise.resolve(rows) } as unknown as RowReader;

const article: InventedArticle = {
  name: 'Floods in Norvale',
  publishedAt: '2031-05-04',
  text: 'Some 40 fled, and 12 were hurt.',
  figures: [{ words: '40', places: [] }],
};
const stream = `article-${articleIdOf(article.name)}`;
const logOf = (...events: Parameters<typeof storedLog>[0][number]['events'][]): StoredEvent[] =>
  storedLog(events.map((one) => ({ stream, events: one })));
const told = async (batch: readonly StoredEvent[]) =>
  (await readArticles(batch, new PlaceFinder(gazetteer))).map(({ article: read }) => [
    read.titlePlace?.text,
    read.figures.map(({ reportId }) => reportId),
  ]);
const figuresOf = (events: readonly { readonly type: string; readonly data: unknown }[]): string[] =>
  events.flatMap(({ type, data }) => (type === 'FigureReported' ? [(data as FigureReported).reportId] : []));

describe('the readings of a batch', () => {
  it('give each text its own title and figures, however the texts of an article lie in one another', async () => {
    const [first, second] = [eventsOf(article), eventsOf(article, 2)];
    const [begun, ended] = [second.slice(0, -1), second.slice(-1)];
    const batch = logOf(first.slice(0, 2), begun, first.slice(2), ended);
    expect(await told(batch)).toEqual([
      ['norvale', figuresOf(first)],
      ['norvale', figuresOf(second)],
    ]);
  });

  it('are the same where an edit that leaves the reports comes before a text is read again as where it came long ago', async () => {
    const again = eventsOf({ ...article, figures: [{ words: '12', places: [] }] }).slice(1);
    const edited = logOf(eventsOf(article), [trivialEditOf(article)], again);
    const readAgain = edited.slice(eventsOf(article).length);
    expect(await told(readAgain)).toEqual(await told(readAgain.slice(1)));
    expect(await told(edited)).toEqual([
      ...(await told(edited.slice(0, -readAgain.length))),
      ...(await told(readAgain)),
    ]);
  });
});
