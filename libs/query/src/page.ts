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
