import type { NotExtracted } from '#domain';

/** An article with its newest text. */
export interface ArticleView {
  readonly id: string;
  readonly revision: number;
  readonly url: string | null;
  readonly outlet: string | null;
  readonly title: string | null;
  readonly byline: string | null;
  readonly language: string | null;
  readonly publishedAt: string | null;
  readonly textSha256: string;
  readonly extractor: string | null;
  readonly extractorVersion: string | null;
  /** How many of each were found in the newest text. */
  readonly figures: number;
  readonly statements: number;
  readonly claims: number;
  /** Why the newest text was stored and not read; null where it was read. */
  readonly notExtracted: NotExtracted | null;
  readonly withdrawnReason: string | null;
  readonly seq: string;
  readonly recordedAt: string;
  /** In lists null; the raw text where one article is asked for. */
  readonly text: string | null;
}

export interface ArticleRow {
  readonly article_id: string;
  readonly revision: number;
  readonly url: string | null;
  readonly outlet: string | null;
  readonly title: string | null;
  readonly byline: string | null;
  readonly language: string | null;
  readonly published_at: string | null;
  readonly text_sha256: string;
  readonly extractor: string | null;
  readonly extractor_version: string | null;
  readonly figures: number;
  readonly statements: number;
  readonly claims: number;
  readonly not_extracted: NotExtracted | null;
  readonly withdrawn_reason: string | null;
  readonly seq: string;
  readonly first_recorded_at: Date;
  readonly text?: string;
}

export const articleView = (row: ArticleRow): ArticleView => ({
  id: row.article_id,
  revision: row.revision,
  url: row.url,
  outlet: row.outlet,
  title: row.title,
  byline: row.byline,
  language: row.language,
  publishedAt: row.published_at,
  textSha256: row.text_sha256,
  extractor: row.extractor,
  extractorVersion: row.extractor_version,
  figures: row.figures,
  statements: row.statements,
  claims: row.claims,
  notExtracted: row.not_extracted,
  withdrawnReason: row.withdrawn_reason,
  seq: row.seq,
  recordedAt: row.first_recorded_at.toISOString(),
  text: row.text ?? null,
});
