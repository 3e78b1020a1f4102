import { createHash } from 'node:crypto';
import { beginsWithHeadline, withoutHeadline } from '#domain';
import { hasHeadlineFirst } from '../article/article-making.js';
import type { ArticleState } from '../article/article-stream.js';
import type { ReadReport } from '../reextract-article/compare-reports.js';
import type { StandingReading } from '../reextract-article/standing-reading.js';
import type { ReadSubmission } from './decide-ingestion.js';
import type { IngestArticle } from './ingest-article.command.js';
import { fitsMasked } from './masked-text.js';

export const sha256Of = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

/** A submission as its article is known; where its text is another one by that, the reading is still that of what came in. */
export interface KnownText {
  readonly read: ReadSubmission;
  readonly making: IngestArticle['making'];
}

/**
 * What came in as the article is known: one that is on record without the headline that is put first by now has not become another
 * text by that, and one whose names were masked is known by its words all the same. Where the headline is left out, the making says
 * nothing of it either.
 */
export function asKnown(
  state: ArticleState,
  read: ReadSubmission,
  making: IngestArticle['making'],
): KnownText {
  if (!hasHeadlineFirst(making) || state.textSha256 === read.textSha256) return { read, making };
  const text = withoutHeadline(read.submission.text);
  const textSha256 = sha256Of(text);
  const isKnown =
    state.textSha256 === textSha256 || (state.masked !== null && fitsMasked(state.masked.text, text));
  if (!isKnown) return { read, making };
  const { headlineFirst: _, ...bodyMaking } = making;
  return { read: { ...read, textSha256, submission: { ...read.submission, text } }, making: bodyMaking };
}

/** Whether a headline was put before this text and not before the one that stands, which does not begin with one either. */
export function headlineCame({ text, state, headlineFirst }: StandingReading, read: ReadSubmission): boolean {
  const { title } = state.metadata;
  const [headline = ''] = read.submission.text.split('\n', 1);
  const begins = [headline, title ?? ''].some(
    (words) => words !== '' && beginsWithHeadline(text ?? '', words),
  );
  return !headlineFirst && !begins;
}

/** A text and its reports as they are without the headline that was put first. */
export function bodyOf(
  text: string,
  reports: readonly ReadReport[],
): { text: string; reports: ReadReport[] } {
  const body = withoutHeadline(text);
  const from = [...text].length - [...body].length;
  return { text: body, reports: reports.filter(({ data }) => data.quote.start >= from) };
}
