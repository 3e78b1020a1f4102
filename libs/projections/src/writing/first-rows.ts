import type { Row, ViewTable } from '../view-table.js';

export const keyOf = (table: ViewTable, row: Row): string =>
  table.primaryKey.map((column) => String(row[column])).join('\u001f');

/** Of rows with one key, the one that comes first by the table's `firstBy`. */
export function firstRows(table: ViewTable, rows: readonly Row[]): Row[] {
  const first = new Map<string, Row>();
  for (const row of rows) {
    const key = keyOf(table, row);
    const held = first.get(key);
    if (!held || orderOf(table, row) < orderOf(table, held)) first.set(key, row);
  }
  return [...first.values()];
}

export const orderOf = (table: ViewTable, row: Row): bigint => row[table.firstBy ?? ''] as bigint;
