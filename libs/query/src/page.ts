import { InvalidCursor } from './errors.js';

export const DEFAULT_PAGE = 50;
export const MAX_PAGE = 200;

export interface PageRequest {
  /** How many; 50 unless told, 200 at most. */
  readonly first?: number;
  /** Opaque; the `endCursor` of the page before. */
  readonly after?: string;
}

export interface Page<T> {
  readonly items: readonly T[];
  /** Of the item at the same index: pass it as `after` to go on behind that item. */
  readonly cursors: readonly string[];
  readonly endCursor: string | null;
  readonly hasNextPage: boolean;
}

export const pageSize = ({ first }: PageRequest): number =>
  Math.min(Math.max(first ?? DEFAULT_PAGE, 1), MAX_PAGE);

/** The seq a page begins behind; 0 for the first page. */
export function seqAfter({ after }: PageRequest): string {
  if (after === undefined) return '0';
  const seq = /^seq:(\d{1,18})$/.exec(Buffer.from(after, 'base64url').toString('latin1'))?.[1];
  if (seq === undefined) throw new InvalidCursor(after);
  return seq;
}

/** Makes a page of rows that were selected in seq order with one more than asked for. */
export function pageOf<T extends { readonly seq: string }>(rows: readonly T[], size: number): Page<T> {
  const items = rows.slice(0, size);
  const cursors = items.map(({ seq }) => Buffer.from(`seq:${seq}`, 'latin1').toString('base64url'));
  return { items, cursors, endCursor: cursors.at(-1) ?? null, hasNextPage: rows.length > size };
}

/** What a page that is ordered by several columns begins behind; null for the first page. */
export function keyAfter({ after }: PageRequest, columns: number): readonly string[] | null {
  if (after === undefined) return null;
  const key = /^key:(.*)$/s.exec(Buffer.from(after, 'base64url').toString('utf8'))?.[1];
  const values = key === undefined ? null : parsedKey(key);
  if (values?.length !== columns) throw new InvalidCursor(after);
  return values;
}

/** Makes a page of rows that were selected in the order of their keys with one more than asked for. */
export function keyedPage<T>(
  rows: readonly T[],
  size: number,
  keyOf: (row: T) => readonly string[],
): Page<T> {
  const items = rows.slice(0, size);
  const cursors = items.map((row) => Buffer.from(`key:${JSON.stringify(keyOf(row))}`).toString('base64url'));
  return { items, cursors, endCursor: cursors.at(-1) ?? null, hasNextPage: rows.length > size };
}

function parsedKey(key: string): readonly string[] | null {
  try {
    const values = JSON.parse(key) as unknown;
    const isKey = Array.isArray(values) && values.every((value) => typeof value === 'string');
    return isKey ? values : null;
  } catch {
    return null;
  }
}
