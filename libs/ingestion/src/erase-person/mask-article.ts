import type { ArticleMetadata } from '#domain';
import type { ArticleSubmission } from '../ingest-article/article-submission.js';
import { MASK } from '../ingest-article/masked-text.js';
import type { NameFinder } from './find-names.js';

/** An article as it was handed in last, and as it is known. */
export interface KnownArticle {
  readonly articleId: string;
  readonly sourceKey: string;
  readonly text: string;
  readonly metadata: ArticleMetadata;
  /** Since when it says its text. */
  readonly assertedAt: string | null;
  /** Why it was withdrawn; null where it was not. */
  readonly withdrawal: string | null;
}

export interface MaskedArticle {
  readonly sourceKey: string;
  readonly submission: ArticleSubmission;
  readonly assertedAt: string | null;
  readonly withdrawal: string | null;
  /** How many names were masked in the text. */
  readonly masked: number;
}

/** As many code points as before, so that the spans of all other words stay where they are. */
export function maskNames(text: string, finder: NameFinder): string {
  const codePoints = [...text];
  for (const { start, end } of finder.find(text)) codePoints.fill(MASK, start, end);
  return codePoints.join('');
}

/** Masks the names in all that is known of the article. An address cannot be masked: one that holds a name is left out. */
export function maskArticle(article: KnownArticle, finder: NameFinder): MaskedArticle {
  const { metadata, text, sourceKey, assertedAt, withdrawal } = article;
  const mask = (line: string | null): string | null => line && maskNames(line, finder);
  const url = metadata.url !== null && finder.isIn(decoded(metadata.url)) ? null : metadata.url;
  return {
    sourceKey: finder.isIn(decoded(sourceKey)) ? `erased:${article.articleId}` : sourceKey,
    submission: {
      text: maskNames(text, finder),
      url,
      outlet: mask(metadata.outlet),
      title: mask(metadata.title),
      byline: mask(metadata.byline),
      language: metadata.language,
      publishedAt: metadata.publishedAt,
    },
    assertedAt,
    withdrawal: mask(withdrawal),
    masked: finder.find(text).length,
  };
}

/** Addresses write letters beyond ASCII as escapes. */
function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}
