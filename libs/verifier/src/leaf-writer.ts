import { sha256, type Sha256 } from './merkle.js';

const LEAF_PREFIX = 0;
const LEAF_VERSION = 1;
const NO_TEXT = 0xffff_ffff;
/** Of UTF-8 for one UTF-16 unit. */
const MOST_BYTES = 3;
const TWO_32 = 2 ** 32;

/**
 * Builds one leaf at a time and hashes it: 0x00, then the fields in the order that docs/proof.md gives, integers with the
 * highest byte first, texts behind their length in 4 bytes.
 */
export class LeafWriter {
  private bytes = Buffer.alloc(8_192);
  private length = 0;

  start(): this {
    this.length = 0;
    this.room(2);
    this.bytes[this.length++] = LEAF_PREFIX;
    this.bytes[this.length++] = LEAF_VERSION;
    return this;
  }

  text(value: string | null): this {
    if (value === null) return this.int32(NO_TEXT);
    this.room(4 + value.length * MOST_BYTES);
    const written = this.bytes.write(value, this.length + 4, 'utf8');
    this.int32(written);
    this.length += written;
    return this;
  }

  int32(value: number): this {
    this.room(4);
    this.bytes.writeUInt32BE(value >>> 0, this.length);
    this.length += 4;
    return this;
  }

  int64(value: number): this {
    const high = Math.floor(value / TWO_32);
    return this.int32(high).int32(value - high * TWO_32);
  }

  digest(value: Sha256): this {
    this.room(value.length);
    this.length += this.bytes.write(value, this.length, 'latin1');
    return this;
  }

  copy(source: Buffer, from: number, to: number): this {
    this.room(to - from);
    this.length += source.copy(this.bytes, this.length, from, to);
    return this;
  }

  hash(): Sha256 {
    return sha256(this.bytes.subarray(0, this.length));
  }

  private room(count: number): void {
    if (this.length + count <= this.bytes.length) return;
    const larger = Buffer.alloc((this.length + count) * 2);
    this.bytes.copy(larger, 0, 0, this.length);
    this.bytes = larger;
  }
}
