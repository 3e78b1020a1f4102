import { isHeadline, type AnchoredFigure, type LinkableArticle } from './figure-anchor.js';

/**
 * Pairs of anchors that an article tells apart: two figures of one kind in other words ("on Monday", "since Saturday"; a city and its
 * district) are two. A headline says in short what stands below it and tells nothing apart.
 */
export function toldApart(
  article: LinkableArticle,
  anchored: readonly AnchoredFigure[],
): (readonly [AnchoredFigure, AnchoredFigure])[] {
  const headline = new Set(article.figures.filter(isHeadline).map(({ reportId }) => reportId));
  return anchored.flatMap((a, at) =>
    anchored
      .slice(at + 1)
      .filter(({ anchor }) => anchor.block === a.anchor.block && anchor.key !== a.anchor.key)
      .filter((b) => headline.has(a.reportId) === headline.has(b.reportId))
      .map((b) => [a, b] as const),
  );
}
