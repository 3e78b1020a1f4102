/** A member's value in a JSON object as the very characters that stand there: [from, to). */
export type Span = readonly [from: number, to: number];

const SPACE = /[\t\n\r ]*/y;
const SCALAR = /[-+.\w]+/y;
const MARK = /["{}[\]]/g;

/**
 * The members of a JSON object without reading their values, for JSON.parse forgets how they were written and hashes are
 * over what was written. Undefined where the text is no object.
 */
export function rawMembers(text: string): Map<string, Span> | undefined {
  const members = new Map<string, Span>();
  let at = skipSpace(text, 0);
  if (text[at] !== '{') return undefined;
  at = skipSpace(text, at + 1);
  if (text[at] === '}') return members;
  for (;;) {
    const keyEnd = valueEnd(text, at);
    const colon = skipSpace(text, keyEnd);
    if (text[at] !== '"' || text[colon] !== ':') return undefined;
    const from = skipSpace(text, colon + 1);
    const to = valueEnd(text, from);
    if (to <= from) return undefined;
    members.set(text.slice(at + 1, keyEnd - 1), [from, to]);
    at = skipSpace(text, to);
    if (text[at] === '}') return members;
    if (text[at] !== ',') return undefined;
    at = skipSpace(text, at + 1);
  }
}

function skipSpace(text: string, at: number): number {
  SPACE.lastIndex = at;
  SPACE.test(text);
  return SPACE.lastIndex;
}

/** Where the value that begins here ends; -1 where none does. */
function valueEnd(text: string, from: number): number {
  if (text[from] === '"') return stringEnd(text, from);
  if (text[from] === '{' || text[from] === '[') return nestedEnd(text, from);
  SCALAR.lastIndex = from;
  return SCALAR.test(text) ? SCALAR.lastIndex : -1;
}

function stringEnd(text: string, from: number): number {
  for (let quote = text.indexOf('"', from + 1); quote !== -1; quote = text.indexOf('"', quote + 1)) {
    let slashes = 0;
    while (text[quote - 1 - slashes] === '\\') slashes++;
    if (slashes % 2 === 0) return quote + 1;
  }
  return -1;
}

function nestedEnd(text: string, from: number): number {
  let depth = 0;
  MARK.lastIndex = from;
  for (let mark = MARK.exec(text); mark; mark = MARK.exec(text)) {
    const [character] = mark;
    if (character === '"') {
      const end = stringEnd(text, mark.index);
      if (end === -1) return -1;
      MARK.lastIndex = end;
    } else {
      depth += character === '{' || character === '[' ? 1 : -1;
      if (depth === 0) return mark.index + 1;
    }
  }
  return -1;
}
