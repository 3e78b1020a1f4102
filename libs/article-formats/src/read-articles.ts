import { collect } from './bytes/collect.js';
import { decodeText } from './bytes/decode-text.js';
import { peek } from './bytes/peek.js';
import { readLines } from './bytes/read-lines.js';
import { gunzipStream } from './bytes/unpack.js';
import { fromRefusal, MalformedInput, UnknownFormat } from './errors.js';
import type { ReadItem } from './feed/read-feed.js';
import { asItCame, type ArticleFormat, type FoundArticle } from './found-article.js';
import { MAX_DOCUMENT_BYTES } from './limits.js';
import { isGzip, recogniseFormat } from './recognise-format.js';
import { isReliefWeb } from './relief-web/is-relief-web.js';
import type { FormatReader } from './thread/format-reader.js';
import { readWarc } from './warc/read-warc.js';

/** A file or a stream with articles in it. */
export interface ArticleSource {
  /** Names it in messages. */
  readonly where: string;
  readonly bytes: AsyncIterable<Uint8Array | string>;
  /** Given: taken for that. Else what `name`, its ending, and its first bytes tell. */
  readonly format?: ArticleFormat;
  readonly name?: string;
}

const HEAD_BYTES = 4096;
const JSON_FEED = /^https:\/\/jsonfeed\.org\/version\//;

/**
 * The articles of a source of any format, one after another, gzip or not. Memory is bounded: lines and archives are streamed, and
 * other documents are no larger than 16 MB.
 * @throws {ArticleFormatError} the source as a whole; one article's problem is given in its place
 */
export async function* readArticles(
  source: ArticleSource,
  reader: FormatReader,
): AsyncIterable<FoundArticle> {
  const packed = await peek(source.bytes, HEAD_BYTES);
  const { head, all } = isGzip(packed.head) ? await peek(gunzipStream(packed.all), HEAD_BYTES) : packed;
  const format = source.format ?? recogniseFormat({ name: source.name, head });
  if (!format)
    throw new UnknownFormat(
      `${source.where}: neither its name nor its first bytes tell what it is. Name it with --format.`,
    );
  if (format === 'jsonl') yield* readJsonLines(all, source.where);
  else if (format === 'warc') yield* readWarc(all, source.where, reader);
  else yield* readDocument(await collect(all, MAX_DOCUMENT_BYTES), format, source.where, reader);
}

async function* readJsonLines(input: AsyncIterable<Uint8Array>, where: string): AsyncIterable<FoundArticle> {
  let number = 0;
  for await (const line of readLines(input)) {
    number += 1;
    if (line.trim() === '') continue;
    const place = `${where}:${number}`;
    const body = parseJson(line);
    if (body instanceof MalformedInput) yield { where: place, problem: body };
    else yield { where: place, body: body.value, making: asItCame('jsonl') };
  }
}

async function* readDocument(
  bytes: Uint8Array,
  format: ArticleFormat,
  where: string,
  reader: FormatReader,
): AsyncIterable<FoundArticle> {
  switch (format) {
    case 'html': {
      const { fields, making } = await reader.page(bytes);
      yield { where, body: fields, making };
      break;
    }
    case 'feed':
      yield* placed(await reader.feed(bytes), where, 'item');
      break;
    case 'reliefweb':
      yield* placed(await reader.reliefWeb(bytes), where, 'report');
      break;
    case 'json':
      yield* readJson(bytes, where, reader);
      break;
    default:
      yield { where, body: { text: decodeText(bytes, 'utf-8').text }, making: asItCame('text') };
  }
}

/** JSON may be one article, a list of articles, a feed or an answer of ReliefWeb. */
async function* readJson(
  bytes: Uint8Array,
  where: string,
  reader: FormatReader,
): AsyncIterable<FoundArticle> {
  const parsed = parseJson(decodeText(bytes, 'utf-8').text);
  if (parsed instanceof MalformedInput) throw parsed;
  const { value } = parsed;
  if (isReliefWeb(value)) yield* placed(await reader.reliefWeb(bytes), where, 'report');
  else if (isJsonFeed(value)) yield* placed(await reader.feed(bytes), where, 'item');
  else if (!Array.isArray(value)) yield { where, body: value, making: asItCame('json') };
  else
    for (const [at, body] of (value as readonly unknown[]).entries())
      yield { where: `${where} article ${at + 1}`, body, making: asItCame('json') };
}

function isJsonFeed(value: unknown): boolean {
  const version = (value as { version?: unknown } | null)?.version;
  return typeof version === 'string' && JSON_FEED.test(version);
}

function* placed(items: readonly ReadItem[], where: string, kind: string): Iterable<FoundArticle> {
  for (const [at, item] of items.entries()) {
    const place = `${where} ${kind} ${at + 1}`;
    if ('refusal' in item) yield { where: place, problem: fromRefusal(item.refusal) };
    else yield { where: place, body: item.fields, making: item.making };
  }
}

function parseJson(text: string): { readonly value: unknown } | MalformedInput {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch (error) {
    return new MalformedInput(`It is not JSON: ${(error as Error).message}.`);
  }
}
