import { sourceParts, type AttributionLink, type SourceKind } from '#domain';
import { deterministicId } from '#platform';
import { WORKSPACE, type InventedArticle } from './invented-articles.js';

/** Who said a figure, by the name the article gives. */
export const source = (name: string, kind: SourceKind, role: string | null = null): AttributionLink => ({
  name,
  role,
  kind,
  verb: 'said',
  span: null,
});

/** An article with one figure, told by a chain of sources. */
export const sourcedArticle = (name: string, sources: AttributionLink[], words = ''): InventedArticle => ({
  name,
  publishedAt: '2031-03-07T10:00:00Z',
  text: `Some 40 people fled. ${words}`,
  figures: [{ words: 'Some 40 people', metric: 'displaced', value: 40, attribution: sources }],
});

/** The entity that a name of this kind becomes. */
export const entityIdOf = (name: string, kind: SourceKind) =>
  deterministicId(...sourceParts(WORKSPACE, { name, kind }));
