import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { decodeText } from '../bytes/decode-text.js';
import { NoArticle } from '../errors.js';
import { headed, type ArticleFields, type Making } from '../found-article.js';
import { PAGE_LIMITS } from '../limits.js';
import { guardMarkup } from '../markup/guard-markup.js';
import { headlineOfPage } from './headline-of-page.js';
import { readPageMetadata, type MetadataDocument } from './page-metadata.js';
import { visibleText, type TextNode } from './visible-text.js';

export interface PageHints {
  /** The encoding that the transport names. */
  readonly charset?: string;
  /** Where the page was fetched from. */
  readonly url?: string;
  /** For dates that lie in the future. */
  readonly now: Date;
}

export interface ReadPage {
  readonly fields: ArticleFields;
  readonly making: Making;
}

/** What makes the text of a page; the versions are those of package.json, which a test compares. */
export const PAGE_TOOLS = { readability: '0.6.0', linkedom: '0.18.12' } as const;

const HAS_BODY = /<(?:html|body)[\s>]/i;

/**
 * The article of an HTML page: its headline, its visible text without menus and advertisements, and what the page says of it.
 * @throws {UndecodableText | TooComplex | NoArticle}
 */
export function readPage(bytes: Uint8Array, { charset, url, now }: PageHints): ReadPage {
  const decoded = decodeText(bytes, charset ?? null);
  const document = buildDocument(decoded.text);
  const { notes, modifiedAt, ...metadata } = readPageMetadata(document, url ?? null, now);
  const headline = headlineOfPage(document, metadata.title, metadata.outlet);
  const body = articleText(document);
  if (body === '') throw new NoArticle('There is no text of an article in the page. Send the text itself.');
  const { text, ...put } = headed(body, headline);
  const making = { format: 'html', tools: PAGE_TOOLS, charset: decoded.charset, modifiedAt, ...put };
  return {
    fields: { ...metadata, text },
    making: { ...making, notes: [...(decoded.note ? [decoded.note] : []), ...notes] },
  };
}

/**
 * The visible text of a piece of HTML that is an article already, such as an item of a feed.
 * @throws {TooComplex}
 */
export const fragmentText = (html: string): string => visibleText(buildDocument(html).body);

interface PageDocument extends MetadataDocument {
  readonly body: TextNode;
}

/** The guard stands before the parser: nothing is built of markup that could take its time or memory. */
function buildDocument(html: string): PageDocument {
  guardMarkup(html, 'html', PAGE_LIMITS);
  const whole = HAS_BODY.test(html) ? html : `<!doctype html><html><body>${html}</body></html>`;
  // Its own types need a browser's.
  return (parseHTML(whole) as unknown as { readonly document: PageDocument }).document;
}

function articleText(document: PageDocument): string {
  // Its own reading of JSON-LD is off: ours is bounded. The content stays a node: it is never HTML again.
  const options = { disableJSONLD: true, serializer: (node: unknown) => node as TextNode };
  const article = new Readability<TextNode>(document, options).parse();
  return article?.content ? visibleText(article.content) : '';
}
