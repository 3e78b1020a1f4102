import type { WARCRecord } from 'warcio';
import { collect } from '../bytes/collect.js';
import { unpackBody } from '../bytes/unpack.js';
import { ArticleFormatError, MalformedInput, TooLarge } from '../errors.js';
import type { FoundArticle, Making } from '../found-article.js';
import { MAX_DOCUMENT_BYTES } from '../limits.js';
import type { FormatReader } from '../thread/format-reader.js';
import { dechunk } from './dechunk.js';

/** What reads archives; the version is that of package.json, which a test compares. */
export const WARC_TOOL = { warcio: '2.4.11' } as const;

/** A record that has to be skipped is unpacked all the same; longer ones than this end the reading. */
const MAX_SKIPPED_BYTES = 1024 * 1024 * 1024;
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
  const records = WARCParser.iterRecords(input)[Symbol.asyncIterator]();
  for (let number = 1; ; number++) {
    const place = `${where} record ${number}`;
    const record = await nextRecord(records, place);
    if (!record) return;
    if (!isPage(record)) skippable(record, place);
    else yield await readRecord(record, place, reader);
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

function isPage({ warcType, httpHeaders }: WARCRecord): boolean {
  if (warcType !== 'response' || !httpHeaders) return false;
  return Number(httpHeaders.statusCode) === 200 && HTML.test(httpHeaders.headers.get('content-type') ?? '');
}

/** The parser reads what is left of a record before it comes to the next. */
function skippable(record: WARCRecord, place: string): void {
  if (record.warcContentLength > MAX_SKIPPED_BYTES)
    throw new TooLarge(`${place} is longer than 1 GB. What stands before it was read.`);
}

async function readRecord(record: WARCRecord, where: string, reader: FormatReader): Promise<FoundArticle> {
  skippable(record, where);
  const headers = record.httpHeaders!.headers;
  try {
    const raw = await collect(record.reader as AsyncIterable<Uint8Array>, MAX_DOCUMENT_BYTES);
    const whole = /\bchunked\b/i.test(headers.get('transfer-encoding') ?? '') ? dechunk(raw) : raw;
    const bytes = await unpackBody(whole, headers.get('content-encoding') ?? undefined);
    const charset = CHARSET.exec(headers.get('content-type') ?? '')?.[1];
    const url = record.warcTargetURI?.replace(/^<|>$/g, '');
    const { fields, making } = await reader.page(bytes, { charset, url });
    return { where, body: fields, making: inArchive(making, record) };
  } catch (error) {
    if (error instanceof ArticleFormatError || isPoolError(error)) return { where, problem: error };
    throw error;
  }
}

const inArchive = (making: Making, record: WARCRecord): Making => ({
  ...making,
  format: 'warc',
  tools: { ...WARC_TOOL, ...making.tools },
  ...(record.warcDate && { fetchedAt: record.warcDate }),
});

const isPoolError = (error: unknown): error is Error =>
  /^WORKER_POOL\./.test((error as { code?: string }).code ?? '');
