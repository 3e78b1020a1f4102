import { extractArticle } from '../extract-article.js';
import { figuresOf } from './testing/read-figures.js';

// Told on Thursday 15 July 2021.
const timesOf = (text: string): string[] =>
  figuresOf(text).map(({ value, period, asOf }) => `${value}: ${period?.start} to ${period?.end}, ${asOf}`);

describe('the day of an event', () => {
  it.each<[string, string]>([
    ['The toll from Monday’s landslide in Tovia has climbed to 61.', '61: 2021-07-12 to null, null'],
    ["Some 61 people were killed in Monday's huge market blast in Tovia.", '61: 2021-07-12 to null, null'],
    ['About 61 people died in the storm that swept Tovia on Monday.', '61: 2021-07-12 to null, null'],
  ])('begins the count, which is as of the telling: %s', (text, time) =>
    expect(timesOf(text)).toEqual([time]),
  );

  it.each<[string, string]>([
    ['The toll rose to 61 on Monday.', '61: null to 2021-07-12, 2021-07-12'],
    ['A blast killed 61 people in Tovia on Monday.', '61: 2021-07-12 to 2021-07-12, null'],
    ['Some 61 people died in a storm that swept Tovia on Monday.', '61: 2021-07-12 to 2021-07-12, null'],
    ["Monday's count showed that 61 people had died.", '61: 2021-07-12 to 2021-07-12, null'],
  ])('but a day of the number itself is its own: %s', (text, time) => expect(timesOf(text)).toEqual([time]));
});

describe('a number that was said before the article', () => {
  const asOf = (text: string): (string | null)[] =>
    extractArticle({ text, publishedAt: '2021-07-15' }).figures.map((figure) => figure.asOf);

  it.each<[string, string | null]>([
    ['Harbour Post reported on Monday that 44 people were killed in the blast in Tovia.', '2021-07-12'],
    ['The mayor said on Tuesday that 44 people had died in Tovia.', '2021-07-13'],
    ['The mayor said on Thursday that 44 people had died in Tovia.', null],
    ['The mayor said that 44 people had died in Tovia.', null],
    ['The mayor said on Tuesday that 44 people had died in Tovia since Sunday.', null],
  ])('is as of that day: %s', (text, day) => expect(asOf(text)).toEqual([day]));
});
