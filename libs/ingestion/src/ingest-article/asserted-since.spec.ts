import { NO_ARTICLE } from '../article/article-stream.js';
import { assertedSince, seenAtOf } from './asserted-since.js';

const PUBLISHED = '2031-03-01';
const SEEN = '2031-11-23T10:00:00.000Z';
const known = (assertedAt: string | null = PUBLISHED, publishedAt: string | null = PUBLISHED) => ({
  ...NO_ARTICLE,
  textSha256: 'old',
  assertedAt,
  metadata: { ...NO_ARTICLE.metadata, publishedAt },
});
const coming = (publishedAt: string | null, textSha256 = 'new') => ({
  textSha256,
  publishedAt,
  seenAt: SEEN,
});

describe('since when an article says a text', () => {
  it.each([
    ['a first text: since it was published', NO_ARTICLE, coming(PUBLISHED), PUBLISHED],
    ['a first text without a date: nobody knows', NO_ARTICLE, coming(null), null],
    ['another text under the same date: since it was seen', known(), coming(PUBLISHED), SEEN],
    ['another text under a later date: since that', known(), coming('2031-03-04'), '2031-03-04'],
    ['another text under an earlier date: since it was seen', known(), coming('2031-02-01'), SEEN],
    ['a third text under the date of all: since it was seen', known('2031-03-09'), coming(PUBLISHED), SEEN],
    ['a text dated ahead: since that date', known(), coming('2031-12-01'), '2031-12-01'],
    ['another text without a date: since it is recorded', known(null, null), coming(null), null],
    ['the known text, dated by now: since that', known(null, null), coming(PUBLISHED, 'old'), PUBLISHED],
    ['the known text of an edit, read again: as before', known(SEEN), coming(PUBLISHED, 'old'), SEEN],
    ['a time of the day that was known: since it was seen', known(), coming('2031-03-01T09:00:00Z'), SEEN],
  ])('%s', (_, state, text, expected) => {
    expect(assertedSince(state, text)).toBe(expected);
  });
});

describe('when a text was seen', () => {
  const now = new Date(SEEN);
  it.each([
    [
      'when its page says that it was changed last',
      { modifiedAt: '2031-03-09T08:00:00Z' },
      '2031-03-09T08:00:00Z',
    ],
    ['now, where the page names a time to come', { modifiedAt: '2032-01-01' }, SEEN],
    ['now, where the page names no time', { modifiedAt: 'lately' }, SEEN],
    ['now, where nothing is said', null, SEEN],
  ])('%s', (_, making, expected) => {
    expect(seenAtOf(making, now)).toBe(expected);
  });
});
