import { TextDecoder } from 'node:util';
import { UndecodableText } from '../errors.js';

export interface DecodedText {
  readonly text: string;
  /** The encoding's name in the WHATWG Encoding Standard. */
  readonly charset: string;
  readonly note: string | null;
}

const BYTE_ORDER_MARKS: readonly (readonly [string, readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];
/** A declaration further down is not looked for, as in browsers. */
const DECLARATION_BYTES = 4096;
const META = /<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{1,40})/i;
const XML_DECLARATION = /^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{1,40})["']/i;
/** Encodings in which every byte is a character: any text decodes in them, rightly or wrongly. */
const SINGLE_BYTE = /^(windows-125\d|windows-874|iso-8859-\d+|koi8-[ru]|macintosh|x-mac-cyrillic|ibm866)$/;

/**
 * The text of bytes: by their byte order mark, else `declared` (of the transport), else their own declaration, else UTF-8. Text
 * that is said to be in a single-byte encoding and is valid UTF-8 beyond ASCII is UTF-8: chance does not write that.
 * @throws {UndecodableText} the encoding is unknown, or the bytes are none of it
 */
export function decodeText(bytes: Uint8Array, declared: string | null): DecodedText {
  const marked = BYTE_ORDER_MARKS.find(([, mark]) => mark.every((byte, at) => bytes[at] === byte));
  const label = marked?.[0] ?? declared ?? ownDeclaration(bytes) ?? 'utf-8';
  const decoder = decoderOf(label);
  if (SINGLE_BYTE.test(decoder.encoding)) {
    const text = decodeBy(decoderOf('utf-8'), bytes);
    if (text !== null && text.length < bytes.length)
      return { text, charset: 'utf-8', note: `it says it is ${label}, and is UTF-8: read as UTF-8` };
  }
  const text = decodeBy(decoder, bytes);
  if (text !== null) return { text, charset: decoder.encoding, note: null };
  throw new UndecodableText(
    `The bytes are not ${decoder.encoding}. Declare the encoding they are in, or convert them to UTF-8 first.`,
  );
}

function ownDeclaration(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.subarray(0, DECLARATION_BYTES)).toString('latin1');
  const label = (XML_DECLARATION.exec(head) ?? META.exec(head))?.[1] ?? null;
  // Words that could be read so far are no UTF-16; the standard takes such a declaration for UTF-8.
  return label && /^utf-?16/i.test(label) ? 'utf-8' : label;
}

function decoderOf(label: string): TextDecoder {
  try {
    return new TextDecoder(label, { fatal: true });
  } catch {
    throw new UndecodableText(`"${label}" is no known encoding. Convert the bytes to UTF-8 first.`);
  }
}

function decodeBy(decoder: TextDecoder, bytes: Uint8Array): string | null {
  try {
    return decoder.decode(bytes);
  } catch {
    return null;
  }
}
