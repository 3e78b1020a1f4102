import { buildEvent, type ArticleMetadata, type ClaimtrailEvent } from '#domain';
import type { ArticleReading } from '#reading';
import type { RevisionComparison } from '#tracking';
import type { ArticleState } from '../article/article-stream.js';
import type { ArticleSubmission } from './article-submission.js';
import { assertedSince } from './asserted-since.js';
import {
  changedMetadata,
  mustBeReadAnew,
  withKnownMetadata,
  type MetadataField,
} from './changed-metadata.js';
import { readingEvents } from './reading-events.js';
import type { ReadArticle } from './report-events.js';
import {
  compareWithStanding,
  comparisonEvent,
  isTrivial,
  revisionEvents,
  type ReadAgain,
} from './revise-text.js';

/** A submission with what was found out about it: everything a decision needs, so that deciding reads nothing. */
export interface ReadSubmission {
  readonly articleId: string;
  readonly sourceKey: string;
  readonly textSha256: string;
  readonly submission: ArticleSubmission;
  readonly reading: ArticleReading;
  /** When it was seen, or when its page says that it was changed last; null where it is recorded again. */
  readonly seenAt: string | null;
}

export type IngestionOutcome = 'ingested' | 'revised' | 'metadata_changed' | 'duplicate';

export interface IngestionPlan {
  readonly outcome: IngestionOutcome;
  readonly revision: number;
  /** The asserted clock of its events: see `assertedSince`. */
  readonly assertedAt: string | null;
  /** What another text changed; null where there is no text to compare it with. */
  readonly comparison: RevisionComparison | null;
  /** Each is built and checked when it is asked for. */
  readonly events: Iterable<ClaimtrailEvent>;
}

export interface IngestionDecision extends IngestionPlan {
  readonly events: readonly ClaimtrailEvent[];
}

/**
 * New article: ingested. Known one with another text: revised. With the text it already has: a duplicate and no events, unless
 * something else is known of it by now: then its metadata changes, and where the reading depends on that it is revised.
 */
export function decideIngestion(
  state: ArticleState,
  read: ReadSubmission,
  again: ReadAgain | null = null,
): IngestionDecision {
  const plan = planIngestion(state, read, again);
  return { ...plan, events: [...plan.events] };
}

/** The same decision before its events are built: for a caller that has others to serve meanwhile. */
export function planIngestion(
  state: ArticleState,
  read: ReadSubmission,
  again: ReadAgain | null = null,
): IngestionPlan {
  if (state.textSha256 !== read.textSha256)
    return again ? reviseText(state, read, again) : recordText(state, read);
  const changed = changedMetadata(state.metadata, read.submission);
  if (changed.length === 0) {
    const { revision, assertedAt } = state;
    return { outcome: 'duplicate', revision, assertedAt, comparison: null, events: [] };
  }
  return isReadAnew(state, read)
    ? recordText(state, { ...read, submission: withKnownMetadata(state.metadata, read.submission) })
    : changeMetadata(state, read, changed);
}

/** True where a known text has to be read again with what is known of it by now. Of a withdrawn article nothing is relied on. */
export function isReadAnew(
  { textSha256, withdrawn, metadata }: ArticleState,
  read: Pick<ReadSubmission, 'textSha256' | 'submission'>,
): boolean {
  return (
    textSha256 === read.textSha256 && !withdrawn && mustBeReadAnew(changedMetadata(metadata, read.submission))
  );
}

function recordText(state: ArticleState, read: ReadSubmission): IngestionPlan {
  const revision = state.revision + 1;
  return {
    outcome: revision === 1 ? 'ingested' : 'revised',
    revision,
    assertedAt: assertedAtOf(state, read),
    comparison: null,
    events: textEvents(state, read, revision),
  };
}

/** Another text of an article. A trivial edit leaves the reports and what is known of the article as they are. */
function reviseText(state: ArticleState, read: ReadSubmission, again: ReadAgain): IngestionPlan {
  const revision = state.revision + 1;
  const comparison = compareWithStanding(state, read.submission, again);
  const trivial = !again.wanted && isTrivial(state, read.submission, comparison);
  const recorded = trivial
    ? { ...read, submission: withKnownMetadata(state.metadata, read.submission) }
    : read;
  const article = articleOf(read, revision);
  const text = articleEvent(state, recorded, revision, trivial);
  const events = trivial
    ? [text, comparisonEvent(article, comparison)]
    : [text, ...revisionEvents(article, read.reading, again.reports, comparison)];
  const assertedAt = trivial ? state.assertedAt : assertedAtOf(state, read);
  return { outcome: 'revised', revision, assertedAt, comparison, events };
}

function* textEvents(state: ArticleState, read: ReadSubmission, revision: number): Iterable<ClaimtrailEvent> {
  yield articleEvent(state, read, revision);
  yield* readingEvents(articleOf(read, revision), read.reading);
}

export const articleOf = ({ articleId, submission }: ReadSubmission, revision: number): ReadArticle => ({
  articleId,
  revision,
  outlet: submission.outlet ?? null,
  text: submission.text,
});

function changeMetadata(
  { metadata, revision }: ArticleState,
  { articleId, submission }: ReadSubmission,
  changed: MetadataField[],
): IngestionPlan {
  const now = metadataOf(withKnownMetadata(metadata, submission));
  const event = buildEvent('ArticleMetadataChanged', { articleId, revision, ...now, changed });
  const { publishedAt: assertedAt } = now;
  return { outcome: 'metadata_changed', revision, assertedAt, comparison: null, events: [event] };
}

const assertedAtOf = (state: ArticleState, read: ReadSubmission): string | null =>
  assertedSince(state, { ...read, publishedAt: publishedAtOf(read) });

const publishedAtOf = ({ submission, reading }: ReadSubmission): string | null =>
  submission.publishedAt ?? reading.extraction.publishedOn;

function articleEvent(
  state: ArticleState,
  read: ReadSubmission,
  revision: number,
  keepsReports = false,
): ClaimtrailEvent {
  const { submission, articleId, textSha256, sourceKey } = read;
  const text = {
    articleId,
    revision,
    ...metadataOf(submission),
    publishedAt: publishedAtOf(read),
    text: submission.text,
    textSha256,
  };
  return state.textSha256 === null
    ? buildEvent('ArticleIngested', { ...text, sourceKey })
    : buildEvent('ArticleRevised', { ...text, previousTextSha256: state.textSha256, keepsReports });
}

const metadataOf = (submission: ArticleSubmission): ArticleMetadata => ({
  url: submission.url ?? null,
  outlet: submission.outlet ?? null,
  title: submission.title ?? null,
  byline: submission.byline ?? null,
  language: submission.language ?? null,
  publishedAt: submission.publishedAt ?? null,
});
