import { NO_ARTICLE } from '../article/article-stream.js';
import { asKnown, sha256Of } from './added-headline.js';
import type { ReadSubmission } from './decide-ingestion.js';
import { MASK } from './masked-text.js';

const BODY = 'Ada Moreno fled Westhaven.';
const WHOLE = `Mayor flees\n\n${BODY}`;
const MADE = { format: 'html', headlineFirst: true };

const read = (text: string) => ({ submission: { text }, textSha256: sha256Of(text) }) as ReadSubmission;
const textOf = (
  state: Parameters<typeof asKnown>[0],
  making: Readonly<Record<string, unknown>> | null,
): string => asKnown(state, read(WHOLE), making).read.submission.text;

describe('asKnown', () => {
  const body = { ...NO_ARTICLE, textSha256: sha256Of(BODY) };

  it('knows a text that is on record without its headline, and says no longer that this was put first', () => {
    expect(asKnown(body, read(WHOLE), MADE)).toEqual({ read: read(BODY), making: { format: 'html' } });
  });

  it('leaves a text that was given with its headline, and an article that is new or has other words', () => {
    expect(textOf(body, { format: 'html' })).toBe(WHOLE);
    expect(textOf(body, null)).toBe(WHOLE);
    expect(textOf(NO_ARTICLE, MADE)).toBe(WHOLE);
    expect(textOf({ ...NO_ARTICLE, textSha256: sha256Of(WHOLE) }, MADE)).toBe(WHOLE);
  });

  it('knows the words of an article whose names were masked, so that no name comes back with a headline', () => {
    const text = BODY.replace('Ada Moreno', MASK.repeat(10));
    expect(textOf({ ...NO_ARTICLE, masked: { text, erasure: 7n } }, MADE)).toBe(BODY);
  });
});
