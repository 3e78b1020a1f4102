import { ARTICLE_METADATA, type ArticleMetadata } from '#domain';
import type { ArticleSubmission } from './article-submission.js';
import { canonicalUrl } from './source-key.js';

export type MetadataField = keyof ArticleMetadata;

/** What the reports of an article depend on: who publishes them, when they were asserted, what the reader may read. */
const READ_WITH: readonly MetadataField[] = ['outlet', 'language', 'publishedAt'];

/** The fields of which a submission says something else than is known. What it leaves out it does not deny. */
export function changedMetadata(known: ArticleMetadata, submission: ArticleSubmission): MetadataField[] {
  return ARTICLE_METADATA.filter((field) => {
    const said = submission[field] ?? null;
    return said !== null && !saysTheSame(field, known[field], said);
  });
}

export const mustBeReadAnew = (changed: readonly MetadataField[]): boolean =>
  changed.some((field) => READ_WITH.includes(field));

/** The submission with what is known where it says nothing, and what is known where it says no more than that. */
export function withKnownMetadata(known: ArticleMetadata, submission: ArticleSubmission): ArticleSubmission {
  const changed = changedMetadata(known, submission);
  const kept = ARTICLE_METADATA.filter((field) => !changed.includes(field));
  return Object.assign({ ...submission }, Object.fromEntries(kept.map((field) => [field, known[field]])));
}

function saysTheSame(field: MetadataField, known: string | null, said: string): boolean {
  if (known === null) return false;
  // A day says nothing against a time of that day.
  if (field === 'publishedAt') return known.startsWith(said);
  return field === 'url' ? canonicalUrl(known) === canonicalUrl(said) : known === said;
}
