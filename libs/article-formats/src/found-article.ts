import { withHeadline } from '#domain';

/** The formats that articles come in, as `--format` names them. */
export const ARTICLE_FORMATS = ['text', 'html', 'feed', 'json', 'jsonl', 'warc', 'reliefweb'] as const;
export type ArticleFormat = (typeof ARTICLE_FORMATS)[number];

/** What an input says of an article: the fields of a submission, unchecked. */
export interface ArticleFields {
  readonly text: string;
  readonly id?: string;
  readonly url?: string;
  readonly outlet?: string;
  readonly title?: string;
  readonly byline?: string;
  readonly language?: string;
  readonly publishedAt?: string;
}

/** How the text and its metadata were made from what came in: kept beside the article in the log. */
export interface Making {
  readonly format: string;
  /** What made it, with its version; empty where the text is stored as it came. */
  readonly tools: Readonly<Record<string, string>>;
  readonly charset?: string;
  /** When the publisher says the article was last changed. */
  readonly modifiedAt?: string;
  /** When an archive fetched the page. */
  readonly fetchedAt?: string;
  /** A feed item with a summary alone: the article itself is elsewhere. */
  readonly summaryOnly?: true;
  /** The headline was put before the text, which did not begin with it. */
  readonly headlineFirst?: true;
  /** What could not be taken as it stood: conflicting or impossible dates, a canonical address of another site. */
  readonly notes: readonly string[];
}

/** One article of an input, or why there is none. `where` is its place in the input, for messages. */
export type FoundArticle =
  | { readonly where: string; readonly body: unknown; readonly making: Making }
  | { readonly where: string; readonly problem: Error };

/** A text with its headline first, in one line so that its end can be told, and what its making says of that. */
export function headed(
  text: string,
  headline: string | null | undefined,
): { readonly text: string; readonly headlineFirst?: true } {
  const whole = headline ? withHeadline(text, headline.replace(/\s+/g, ' ').trim()) : text;
  return whole === text ? { text } : { text: whole, headlineFirst: true };
}

/** The making of what is stored as it came. */
export const asItCame = (format: ArticleFormat): Making => ({ format, tools: {}, notes: [] });

/** Whether a text is stored as it came, so that there is nothing to say of its making. */
export const isAsItCame = ({ tools, notes, headlineFirst }: Making): boolean =>
  Object.keys(tools).length === 0 && notes.length === 0 && headlineFirst === undefined;

/** What is stored as it came, with its title put first where somebody asks for that; others have their headline already. */
export function titleFirst(found: FoundArticle): FoundArticle {
  if ('problem' in found || Object.keys(found.making.tools).length > 0) return found;
  const { title, text } = found.body as { readonly title?: unknown; readonly text?: unknown };
  if (typeof title !== 'string' || typeof text !== 'string') return found;
  const { text: whole, ...put } = headed(text, title);
  return { ...found, body: { ...(found.body as object), text: whole }, making: { ...found.making, ...put } };
}
