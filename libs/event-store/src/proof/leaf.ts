import { hash } from 'node:crypto';
import type { Digest } from './digest.js';

/** What a leaf of the tree commits to: an event's envelope, and the digests of its data and metadata. */
export interface LeafFields {
  readonly workspace: string;
  readonly seq: number;
  /** Lower-case UUID. */
  readonly eventId: string;
  readonly stream: string;
  readonly version: number;
  readonly type: string;
  readonly schemaVersion: number;
  /** Since 1970-01-01 UTC. */
  readonly recordedAtMicroseconds: number;
  readonly occurredAt: string | null;
  readonly actor: string;
  readonly causationId: string | null;
  readonly correlationId: string | null;
  /** Lower-case hexadecimal SHA-256 of the stored bytes (JSON text in UTF-8). */
  readonly dataSha256: string;
  readonly metaSha256: string;
}

export const LEAF_VERSION = 1;

const LEAF_PREFIX = 0;
const NO_TEXT = 0xffff_ffff;
const TEXTS = 7;
/** Bytes of a UTF-16 unit in UTF-8, at most. */
const WIDEST = 3;
const FIXED_BYTES = 2 + 8 + 16 + 4 + 4 + 8 + 2 * 32 + TEXTS * 4;

/** Grows to the largest leaf met. A leaf is hashed before the next one is written. */
let bytes = Buffer.alloc(4096);
let at = 0;

/** RFC 9162: SHA-256(0x00 || leaf). */
export function hashLeaf(fields: LeafFields): Digest {
  return hash('sha256', writeLeaf(fields), 'binary');
}

/** The leaf itself, without the 0x00 before it. Byte by byte in docs/proof.md. */
export function encodeLeaf(fields: LeafFields): Buffer {
  return Buffer.from(writeLeaf(fields).subarray(1));
}

function writeLeaf(fields: LeafFields): Buffer {
  makeRoom(fields);
  at = 0;
  bytes[at++] = LEAF_PREFIX;
  bytes[at++] = LEAF_VERSION;
  writeText(fields.workspace);
  writeLong(fields.seq);
  writeHex(fields.eventId.replaceAll('-', ''));
  writeText(fields.stream);
  at = bytes.writeInt32BE(fields.version, at);
  writeText(fields.type);
  at = bytes.writeInt32BE(fields.schemaVersion, at);
  writeLong(fields.recordedAtMicroseconds);
  writeText(fields.occurredAt);
  writeText(fields.actor);
  writeText(fields.causationId);
  writeText(fields.correlationId);
  writeHex(fields.dataSha256);
  writeHex(fields.metaSha256);
  return bytes.subarray(0, at);
}

function makeRoom(fields: LeafFields): void {
  const { workspace, stream, type, occurredAt, actor, causationId, correlationId } = fields;
  let units = workspace.length + stream.length + type.length + actor.length;
  units += (occurredAt?.length ?? 0) + (causationId?.length ?? 0) + (correlationId?.length ?? 0);
  const needed = FIXED_BYTES + units * WIDEST;
  if (needed > bytes.length) bytes = Buffer.alloc(needed * 2);
}

function writeText(text: string | null): void {
  if (text === null) {
    at = bytes.writeUInt32BE(NO_TEXT, at);
    return;
  }
  const length = bytes.write(text, at + 4);
  bytes.writeUInt32BE(length, at);
  at += 4 + length;
}

/** A whole number below 2^53 as 8 bytes, highest first; two halves are ten times as fast as a bigint. */
function writeLong(value: number): void {
  const high = Math.floor(value / 2 ** 32);
  at = bytes.writeInt32BE(high, at);
  at = bytes.writeUInt32BE(value - high * 2 ** 32, at);
}

function writeHex(hex: string): void {
  at += bytes.write(hex, at, 'hex');
}
