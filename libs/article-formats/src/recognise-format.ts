import type { ArticleFormat } from './found-article.js';

export interface FormatClues {
  /** The name of a file, or the path of an address. */
  readonly name?: string;
  readonly contentType?: string;
  /** The first bytes, unpacked. */
  readonly head: Uint8Array;
}

const BY_TYPE: readonly (readonly [RegExp, ArticleFormat])[] = [
  [/^(text\/html|application\/xhtml\+xml)$/, 'html'],
  [/^application\/((rss|atom|rdf)\+xml|feed\+json)$/, 'feed'],
  [/^application\/(x-ndjson|jsonl|x-jsonlines)$/, 'jsonl'],
  [/^application\/warc$/, 'warc'],
];

const BY_ENDING: Readonly<Record<string, ArticleFormat>> = {
  html: 'html',
  htm: 'html',
  xhtml: 'html',
  rss: 'feed',
  atom: 'feed',
  rdf: 'feed',
  jsonl: 'jsonl',
  ndjson: 'jsonl',
  warc: 'warc',
  txt: 'text',
  text: 'text',
};

/** Tried behind comments and processing instructions. */
const BY_BYTES: readonly (readonly [RegExp, ArticleFormat])[] = [
  [/^WARC\/\d/, 'warc'],
  [/^<(?:rss|feed|rdf:RDF)[\s>]/, 'feed'],
  [/^<(?:!doctype\s+html|html|head|body|article|div|p|h1|meta|title)[\s>]/i, 'html'],
  [/^\{[^\n]*\}\s*\n\s*\{/, 'jsonl'],
  [/^[{[]/, 'json'],
];

/** What an input is: what its type says, else its ending, else its first bytes; null where none of them tells. */
export function recogniseFormat({ name, contentType, head }: FormatClues): ArticleFormat | null {
  return byType(contentType) ?? byEnding(name ?? '') ?? byBytes(head);
}

function byType(contentType = ''): ArticleFormat | null {
  const type = contentType.split(';', 1)[0]!.trim().toLowerCase();
  return BY_TYPE.find(([pattern]) => pattern.test(type))?.[1] ?? null;
}

/** .json and .xml say too little of what is in them. */
function byEnding(name: string): ArticleFormat | null {
  const ending = /\.([a-z0-9]+)$/i.exec(name.replace(/\.gz$/i, ''))?.[1]?.toLowerCase() ?? '';
  return BY_ENDING[ending] ?? null;
}

function byBytes(head: Uint8Array): ArticleFormat | null {
  const start = skipPreamble(
    Buffer.from(head)
      .toString('latin1')
      .replace(/^\xef\xbb\xbf/, ''),
  );
  return BY_BYTES.find(([pattern]) => pattern.test(start))?.[1] ?? (isPlain(start) ? 'text' : null);
}

/** No markup, no control characters but those of lines, and no PDF. */
const isPlain = (start: string): boolean => !/^(?:<[?!a-zA-Z]|%PDF-|PK)|[\x00-\x08\x0e-\x1f]/.test(start);

/** What stands before the first element: by hand, for a pattern would try every way to cut comments apart. */
function skipPreamble(head: string): string {
  let rest = head.trimStart();
  for (;;) {
    const end = rest.startsWith('<!--') ? '-->' : rest.startsWith('<?') ? '>' : null;
    const found = end ? rest.indexOf(end) : -1;
    if (!end || found < 0) return rest;
    rest = rest.slice(found + end.length).trimStart();
  }
}

export const isGzip = (head: Uint8Array): boolean => head[0] === 0x1f && head[1] === 0x8b;
