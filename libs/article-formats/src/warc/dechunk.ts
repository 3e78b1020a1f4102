const NEWLINE = '\r\n';

/** Undoes HTTP's chunked transfer coding; bytes that are not chunked though they say so are given back as they are. */
export function dechunk(bytes: Uint8Array): Uint8Array {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const chunks: Uint8Array[] = [];
  for (let at = 0; at < buffer.length;) {
    const lineEnd = buffer.indexOf(NEWLINE, at);
    const size = lineEnd < 0 ? null : sizeOf(buffer.toString('latin1', at, Math.min(lineEnd, at + 20)));
    if (size === null) return at === 0 ? bytes : Buffer.concat(chunks);
    if (size === 0) break;
    chunks.push(buffer.subarray(lineEnd + 2, lineEnd + 2 + size));
    at = lineEnd + 2 + size + 2;
  }
  return Buffer.concat(chunks);
}

function sizeOf(line: string): number | null {
  const digits = /^([0-9a-fA-F]{1,8})\s*(?:;|$)/.exec(line)?.[1];
  return digits === undefined ? null : Number.parseInt(digits, 16);
}
