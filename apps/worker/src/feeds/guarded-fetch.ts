import { lookup as lookUp, type LookupAddress } from 'node:dns';
import { request as requestHttp, type IncomingMessage, type RequestOptions } from 'node:http';
import { request as requestHttps } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { AddressRefused, DocumentTooLarge, FeedError, FetchFailed } from './errors.js';
import { isPublicAddress } from './public-address.js';

export interface FetchLimits {
  readonly maxBytes: number;
  /** For the whole of one fetch, redirects among it. */
  readonly timeoutMs: number;
  /** Hosts that may have addresses of a private network. */
  readonly trustedHosts: readonly string[];
}

/** What was known of a page when it was fetched last (RFC 9110, conditional requests). */
export interface Validators {
  readonly etag: string | null;
  readonly lastModified: string | null;
}

export type Fetched =
  | { readonly status: 'unchanged' }
  | ({
      readonly status: 'fetched';
      readonly bytes: Uint8Array;
      readonly charset: string | null;
    } & Validators);

const MAX_REDIRECTS = 5;
const USER_AGENT = 'Claimtrail (feed reader)';

/**
 * Fetches a page over http or https, unless it is what it was. Names are looked up once, and the connection goes to the address that
 * was checked: a name that answers otherwise the second time (DNS rebinding) reaches nothing.
 * @throws {AddressRefused | DocumentTooLarge | FetchFailed}
 */
export async function guardedFetch(url: string, known: Validators, limits: FetchLimits): Promise<Fetched> {
  const signal = AbortSignal.timeout(limits.timeoutMs);
  try {
    let at = url;
    for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects += 1) {
      const response = await send(at, known, limits, signal);
      const { statusCode = 0, headers } = response;
      if (statusCode === 304) return drained(response, { status: 'unchanged' });
      if (statusCode >= 300 && statusCode < 400 && headers.location) {
        at = drained(response, new URL(headers.location, at).href);
        continue;
      }
      if (statusCode !== 200)
        throw drained(response, new FetchFailed(at, `the server answered ${statusCode}`));
      return {
        status: 'fetched',
        bytes: await readBody(response, at, limits.maxBytes),
        ...described(response),
      };
    }
    throw new FetchFailed(url, `it was redirected more than ${MAX_REDIRECTS} times`);
  } catch (error) {
    if (error instanceof FeedError) throw error;
    const why = signal.aborted ? `no answer within ${limits.timeoutMs} ms` : (error as Error).message;
    throw new FetchFailed(url, why, { cause: error });
  }
}

function drained<T>(response: IncomingMessage, value: T): T {
  response.destroy();
  return value;
}

function send(
  address: string,
  known: Validators,
  { trustedHosts }: FetchLimits,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  const url = new URL(address);
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    throw new AddressRefused(address, 'only http and https are');
  const trusted = trustedHosts.includes(url.hostname);
  // An address as such is not looked up.
  const literal = url.hostname.replace(/^\[|\]$/g, '');
  if (!trusted && isIP(literal) !== 0 && !isPublicAddress(literal))
    throw new AddressRefused(address, 'its address is none of the public internet');
  const options: RequestOptions = {
    headers: headersOf(known),
    signal,
    lookup: guardedLookup(address, trusted),
  };
  const request = url.protocol === 'https:' ? requestHttps : requestHttp;
  return new Promise((resolve, reject) => {
    request(url, { ...options, agent: false }, resolve)
      .once('error', reject)
      .end();
  });
}

function headersOf({ etag, lastModified }: Validators): Record<string, string> {
  return {
    'user-agent': USER_AGENT,
    ...(etag !== null && { 'if-none-match': etag }),
    ...(lastModified !== null && { 'if-modified-since': lastModified }),
  };
}

/** The lookup of the connection itself: no second one comes behind the check. */
function guardedLookup(address: string, trusted: boolean): LookupFunction {
  return (hostname, options, callback) => {
    lookUp(hostname, { ...options, all: true }, (error, found) => {
      const usable = trusted ? found : (found ?? []).filter((one) => isPublicAddress(one.address));
      const [first] = usable ?? [];
      if (error || !first)
        return callback(error ?? new AddressRefused(address, 'its name leads into a private network'), '', 0);
      if (options.all) return (callback as (none: null, all: LookupAddress[]) => void)(null, usable);
      callback(null, first.address, first.family);
    });
  };
}

async function readBody(response: IncomingMessage, url: string, maxBytes: number): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > maxBytes) throw drained(response, new DocumentTooLarge(url, maxBytes));
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

const described = ({ headers }: IncomingMessage): Validators & { readonly charset: string | null } => ({
  etag: headers.etag ?? null,
  lastModified: headers['last-modified'] ?? null,
  charset: /charset="?([\w.:-]+)/i.exec(headers['content-type'] ?? '')?.[1] ?? null,
});
