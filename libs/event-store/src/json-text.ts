import { InvalidAppend, InvalidText } from './errors.js';

/** JSON.stringify writes NUL and lone surrogates as these escapes, and nothing else so. A doubled backslash before them may be text. */
const SUSPECT = /\\u(?:0000|d[89a-f])/;
/** As others may write them. */
const SUSPECT_ESCAPE = /\\u(?:0000|d[89a-f])/i;
const LONE_SURROGATE = /\p{Surrogate}/u;

/**
 * The JSON text that is stored, sent and hashed: serialised once, here.
 * @throws {InvalidText} a string or a key in it holds NUL or half of a surrogate pair. PostgreSQL's json type would keep
 * the escape and fail on it at the first look into the document.
 * @throws {InvalidAppend} not representable as JSON: undefined, a bigint, a circle, too deep
 */
export function encodeJson(value: unknown, path: string): string {
  const text = stringify(value, path);
  if (SUSPECT.test(text)) checkTexts(JSON.parse(text), path);
  return text;
}

/**
 * Checks a JSON text that was serialised elsewhere and is to be stored as it is.
 * @throws {InvalidText} as `encodeJson`
 * @throws {InvalidAppend} it is no JSON
 */
export function checkJsonText(text: string, path: string): void {
  const value = parse(text, path);
  if (SUSPECT_ESCAPE.test(text)) checkTexts(value, path);
}

function parse(text: string, path: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new InvalidAppend(path, 'is no JSON', { cause });
  }
}

function stringify(value: unknown, path: string): string {
  let text: string | undefined;
  try {
    text = JSON.stringify(value);
  } catch (cause) {
    throw new InvalidAppend(path, 'cannot be written as JSON', { cause });
  }
  if (text === undefined) throw new InvalidAppend(path, 'is missing or cannot be written as JSON');
  return text;
}

function checkTexts(value: unknown, path: string): void {
  if (typeof value === 'string') return checkText(value, path);
  if (typeof value !== 'object' || value === null) return;
  for (const [key, child] of Object.entries(value)) {
    checkText(key, `a key of ${path}`);
    checkTexts(child, Array.isArray(value) ? `${path}[${key}]` : `${path}.${key}`);
  }
}

/** @throws {InvalidText} */
export function checkText(text: string, path: string): void {
  if (text.includes('\0')) throw new InvalidText(path, 'nul');
  if (LONE_SURROGATE.test(text)) throw new InvalidText(path, 'lone_surrogate');
}
