import { beginsWithHeadline } from '#domain';
import { visibleText, type TextNode } from './visible-text.js';

/** As much of a document as its headline is looked for in. */
export interface HeadedDocument {
  querySelectorAll(selector: string): Iterable<unknown>;
}

/** Sets the headline and names of the site and its sections apart; a dash may as well stand before who said it. */
const BAR = /\s(?:\||»|::)\s/u;
const DASH = /\s[-–—]\s/u;

/**
 * The headline as a reader of the page sees it: the first heading of the page that says what its title says, else the title without
 * the name of the site. Readability leaves headings of this kind out of the text.
 */
export function headlineOfPage(
  document: HeadedDocument,
  title: string | undefined,
  outlet: string | undefined,
): string | null {
  if (title === undefined) return null;
  const named = withoutSite(title, outlet);
  for (const heading of document.querySelectorAll('h1')) {
    const shown = visibleText(heading as TextNode).replace(/\s+/g, ' ');
    if (shown !== '' && (beginsWithHeadline(shown, named) || beginsWithHeadline(named, shown))) return shown;
  }
  return named;
}

/** Of what bars set apart the longest is the headline. */
function withoutSite(title: string, outlet: string | undefined): string {
  const parts = title.split(BAR).map((part) => part.trim());
  const longest = parts.reduce((best, part) => (part.length > best.length ? part : best));
  const site = longest.split(DASH).at(-1) ?? '';
  if (site === longest || site.trim().toLowerCase() !== outlet?.toLowerCase()) return longest;
  return longest.slice(0, -site.length).replace(/\s[-–—]\s$/u, '');
}
