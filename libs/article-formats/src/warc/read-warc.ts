import type { WARCRecord } from 'warcio';
import { unpackBody } from '../bytes/unpack.js';
import { ArticleFormatError, MalformedInput, TooLarge } from '../errors.js';
import type { FoundArticle, Making } from '../found-article.js';
import { MAX_DOCUMENT_BYTES } from '../limits.js';
import type { FormatReader } from '../thread/format-reader.js';
import { parseHttpResponse, type HttpResponse } from './http-response.js';

/** What reads archives; the version is that of package.json, which a test compares. */
export const WARC_TOOL = { warcio: '2.4.11' } as const;

/** A record that is passed over is unpacked all the same; one that is longer ends the reading. */
const MAX_RECORD_BYTES = 1024 * 1024 * 1024;
const MAX_HEADER_BYTES = 1024 * 1024;
const HTML = /^(?:text\/html|application\/xhtml\+xml)\b/i;
const CHARSET = /charset\s*=\s*["']?([\w.:-]{1,40})/i;

/**
 * The pages of a web archive, unpacked, one record in memory at a time: responses with status 200 in HTML. Others are passed over;
 * a page that cannot be read is named with its record, and the reading goes on.
 * @throws {MalformedInput | TooLarge} the archive cannot be read any further
 */
export async function* readWarc(
  input: AsyncIterable<Uint8Array>,
  where: string,
  reader: FormatReader,
): AsyncIterable<FoundArticle> {
  const { WARCParser } = await import('warcio');
  const bounded = new BoundedHeaders(input);
  // The parser's own reading of HTTP headers is off: it has no bound.
  const records = WARCParser.iterRecords(bounded.bytes(), { parseHttp: false })[Symbol.asyncIterator]();
  for (let number = 1; ; number++) {
    const place = `${where} record ${number}`;
    bounded.begin();
    const record = await nextRecord(records, place);
    if (!record) return;
    bounded.end();
    const payload = await drain(record, place);
    const page = await readRecord(record, payload, place, reader);
    if (page) yield page;
  }
}

/** Refuses headers without end before they fill the memory. */
class BoundedHeaders {
  private sinceRecord = 0;
  private inHeaders = true;

  constructor(private readonly input: AsyncIterable<Uint8Array>) {}

  begin(): void {
    this.inHeaders = true;
    this.sinceRecord = 0;
  }

  end(): void {
    this.inHeaders = false;
  }

  async *bytes(): AsyncIterable<Uint8Array> {
    for await (const chunk of this.input) {
      yield chunk;
      this.sinceRecord += chunk.length;
      if (this.inHeaders && this.sinceRecord > MAX_HEADER_BYTES)
        throw new TooLarge('A record has headers of more than 1 MB. What stands before it was read.');
    }
  }
}

async function nextRecord(records: AsyncIterator<WARCRecord>, place: string): Promise<WARCRecord | null> {
  try {
    const next = await records.next();
    return next.done ? null : next.value;
  } catch (error) {
    if (error instanceof ArticleFormatError) throw error;
    throw new MalformedInput(
      `${place} is no WARC record: ${(error as Error).message}. What stands before it was read.`,
    );
  }
}

/**
 * Reads a record to its end, so that the parser has nothing left to skip: at an end that comes too soon it would skip for ever.
 * Null for one that is longer than any page.
 */
async function drain(record: WARCRecord, place: string): Promise<Uint8Array | null> {
  const length = record.warcContentLength;
  if (!Number.isSafeInteger(length) || length < 0)
    throw new MalformedInput(`${place} does not say how long it is. What stands before it was read.`);
  if (length > MAX_RECORD_BYTES)
    throw new TooLarge(`${place} is longer than 1 GB. What stands before it was read.`);
  const kept: Uint8Array[] = [];
  let read = 0;
  for await (const chunk of record.reader) {
    read += chunk.length;
    if (length <= MAX_DOCUMENT_BYTES) kept.push(chunk);
  }
  if (read < length) throw new MalformedInput(`${place} ends too soon. What stands before it was read.`);
  return length <= MAX_DOCUMENT_BYTES ? Buffer.concat(kept) : null;
}

async function readRecord(
  record: WARCRecord,
  payload: Uint8Array | null,
  where: string,
  reader: FormatReader,
): Promise<FoundArticle | null> {
  if (record.warcType !== 'response') return null;
  if (!payload) return { where, problem: new TooLarge('It is larger than any page.') };
  const response = parseHttpResponse(payload);
  if (!response || !isPage(response)) return null;
  try {
    const bytes = await unpackBody(response.body, response.headers.get('content-encoding') ?? undefined);
    const charset = CHARSET.exec(response.headers.get('content-type') ?? '')?.[1];
    const { fields, making } = await reader.page(bytes, { charset, url: record.warcTargetURI ?? undefined });
    return { where, body: fields, making: inArchive(making, record) };
  } catch (error) {
    if (error instanceof ArticleFormatError || isPoolError(error)) return { where, problem: error };
    throw error;
  }
}

const isPage = ({ status, headers }: HttpResponse): boolean =>
  status === 200 && HTML.test(headers.get('content-type') ?? '');

const inArchive = (making: Making, record: WARCRecord): Making => ({
  ...making,
  format: 'warc',
  tools: { ...WARC_TOOL, ...making.tools },
  ...(record.warcDate && { fetchedAt: record.warcDate }),
});

const isPoolError = (error: unknown): error is Error =>
  /^WORKER_POOL\./.test((error as { code?: string }).code ?? '');
