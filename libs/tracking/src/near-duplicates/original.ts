import { compareText } from '../compare-text.js';
import type { PrintingFacts } from './printing.js';

/**
 * The printing that a story comes from. In this order: what others' credit lines name and what names nobody else comes before what
 * credits another outlet; then the earliest published (a day without a time counts as its end, no date comes last); then the
 * longest; then the lower article id. Where all of them credit an outlet that is not among them, the earliest stands for it.
 */
export function originalOf(printings: readonly PrintingFacts[]): PrintingFacts {
  const credited = new Set(printings.flatMap((printing) => foreignCredits(printing)));
  const outlets = new Set(printings.map(({ outlet }) => outlet).filter((outlet) => outlet !== null));
  const ranks = printings.map((printing) => ({
    printing,
    rank: rankOf(printing, credited, outlets),
    published: publishedBy(printing),
  }));
  const [first] = ranks.toSorted(
    (a, b) =>
      a.rank - b.rank ||
      compareText(a.published, b.published) ||
      b.printing.length - a.printing.length ||
      compareText(a.printing.articleId, b.printing.articleId),
  );
  if (!first) throw new Error('A cluster has printings.');
  return first.printing;
}

/** Credited by others 0, own 1, credits another 2. Bylines say that a text is another outlet's where that outlet printed it too. */
function rankOf(
  printing: PrintingFacts,
  credited: ReadonlySet<string>,
  outlets: ReadonlySet<string>,
): number {
  const { outlet, bylined } = printing;
  if (foreignCredits(printing).length > 0) return 2;
  if (bylined.some((name) => name !== outlet && outlets.has(name))) return 2;
  return outlet !== null && credited.has(outlet) ? 0 : 1;
}

const foreignCredits = ({ credited, outlet }: PrintingFacts): string[] =>
  credited.filter((name) => name !== outlet);

/** The moment by which it was published, as text that sorts. */
function publishedBy({ publishedAt }: PrintingFacts): string {
  if (publishedAt === null) return '~';
  return publishedAt.length === 10 ? `${publishedAt}T23:59:59.999Z` : new Date(publishedAt).toISOString();
}
