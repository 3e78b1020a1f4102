import { ArticleErased } from '#domain';
import type { ArticleState } from '../article/article-stream.js';
import type { ReadSubmission } from './decide-ingestion.js';
import { fitsMasked } from './masked-text.js';

const ADVICE =
  'It came in again and was not recorded. Take it out of the source, or allow it with "claimtrail ingest --allow-erased".';

/**
 * What was erased does not come back by the next run of whoever hands it in. An article whose person was masked is known again by
 * its other words; a text of other words is a revision, and goes in.
 * @throws {ArticleErased}
 */
export function refuseErased({ erasure, masked }: ArticleState, read: ReadSubmission): void {
  if (erasure) throw new ArticleErased(read.articleId, erasure.seq, ADVICE);
  if (masked !== null && fitsMasked(masked.text, read.submission.text))
    throw new ArticleErased(read.articleId, masked.erasure, ADVICE);
}
