import { dechunk } from './dechunk.js';

export interface HttpResponse {
  readonly status: number;
  /** By name in lower case, the first of each. */
  readonly headers: ReadonlyMap<string, string>;
  /** Without its transfer coding; a Content-Encoding stays. */
  readonly body: Uint8Array;
}

const STATUS = /^HTTP\/\d(?:\.\d)? (\d{3})/;
const MAX_HEAD_BYTES = 64 * 1024;

/** A response as an archive keeps it; null where the bytes are none. */
export function parseHttpResponse(bytes: Uint8Array): HttpResponse | null {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = buffer.subarray(0, MAX_HEAD_BYTES).indexOf('\r\n\r\n');
  if (end < 0) return null;
  const [first = '', ...lines] = buffer.toString('latin1', 0, end).split('\r\n');
  const status = STATUS.exec(first)?.[1];
  if (status === undefined) return null;
  const headers = new Map<string, string>();
  for (const line of lines) {
    const colon = line.indexOf(':');
    const name = line.slice(0, Math.max(0, colon)).trim().toLowerCase();
    if (name !== '' && !headers.has(name)) headers.set(name, line.slice(colon + 1).trim());
  }
  const body = buffer.subarray(end + 4);
  const chunked = /\bchunked\b/i.test(headers.get('transfer-encoding') ?? '');
  return { status: Number(status), headers, body: chunked ? dechunk(body) : body };
}
