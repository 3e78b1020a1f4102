import { hash } from 'node:crypto';

/**
 * A SHA-256 digest as 32 latin1 characters. Measured on Node 20: crypto.hash gives 1.4 million of these a second and
 * 0.24 million Buffers.
 */
export type Digest = string;

const NODE_PREFIX = 1;
const LEFT = 1;
const RIGHT = 33;
const NODE_BYTES = 65;

const node = Buffer.alloc(NODE_BYTES, NODE_PREFIX);

export const sha256 = (input: string | Buffer): Digest => hash('sha256', input, 'binary');

/** RFC 9162, section 2.1.1: SHA-256(0x01 || left || right). */
export function hashNode(left: Digest, right: Digest): Digest {
  node.write(left, LEFT, 'latin1');
  node.write(right, RIGHT, 'latin1');
  return sha256(node);
}

export const toBuffer = (digest: Digest): Buffer => Buffer.from(digest, 'latin1');
export const toBase64 = (digest: Digest): string => toBuffer(digest).toString('base64');
export const fromBase64 = (text: string): Digest => Buffer.from(text, 'base64').toString('latin1');
export const fromBuffer = (buffer: Buffer): Digest => buffer.toString('latin1');

export const DIGEST_BYTES = 32;

/** Digests one after the other, as a tile holds them. */
export const joinDigests = (digests: readonly Digest[]): Buffer => Buffer.from(digests.join(''), 'latin1');

export function splitDigests(bytes: Buffer): Digest[] {
  const text = fromBuffer(bytes);
  return Array.from({ length: text.length / DIGEST_BYTES }, (_, i) =>
    text.slice(i * DIGEST_BYTES, (i + 1) * DIGEST_BYTES),
  );
}
