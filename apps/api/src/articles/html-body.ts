import type { IncomingHttpHeaders } from 'node:http';
import { applyDecorators } from '@nestjs/common';
import { ApiQuery } from '@nestjs/swagger';
import type { FormatReader } from '#article-formats';
import { InvalidFields } from '#domain';

export const ARTICLES_PATH = '/v1/articles';

/** A page as it was posted, unpacked, before anything was read of it. */
export class HtmlBody {
  constructor(
    readonly bytes: Uint8Array,
    readonly contentType: string,
  ) {}
}

/** What came in, as a submission to be checked, and how that was made. */
export interface GivenArticle {
  readonly body: unknown;
  readonly making: Readonly<Record<string, unknown>> | null;
  readonly notes: readonly string[];
}

const CHARSET = /charset\s*=\s*"?([\w.:-]{1,40})/i;
const METADATA = ['id', 'url', 'outlet', 'title', 'byline', 'language', 'publishedAt'];

/** Documents the query parameters that say what the page itself does not, or not rightly. */
export const ApiHtmlMetadata = (): MethodDecorator =>
  applyDecorators(
    ...METADATA.map((name) =>
      ApiQuery({
        name,
        required: false,
        type: String,
        description: 'With text/html: stands before what the page says.',
      }),
    ),
  );

export const asJson = (body: unknown): GivenArticle => ({ body, making: null, notes: [] });

/**
 * The article of a posted page. The caller's words (query, then Content-Location and Content-Language) stand before the page's.
 * @throws {ArticleFormatError | WorkersBusy | WorkOverBudget}
 */
export async function readHtml(
  reader: FormatReader,
  { bytes, contentType }: HtmlBody,
  headers: IncomingHttpHeaders,
  query: Readonly<Record<string, unknown>>,
): Promise<GivenArticle> {
  const given = { ...fromHeaders(headers), ...query };
  if ('text' in given)
    throw new InvalidFields('article', { text: 'is the body itself; leave it out of the query' });
  const url =
    'url' in given && typeof given.url === 'string' && URL.canParse(given.url) ? given.url : undefined;
  const { fields, making } = await reader.page(bytes, { charset: CHARSET.exec(contentType)?.[1], url });
  return { body: { ...fields, ...given }, making: { ...making }, notes: making.notes };
}

function fromHeaders(headers: IncomingHttpHeaders): Record<string, string> {
  const url = headers['content-location'];
  const language = headers['content-language'];
  return { ...(url && { url }), ...(language && { language }) };
}
