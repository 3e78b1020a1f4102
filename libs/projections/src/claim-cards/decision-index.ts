import type { Row, ViewTable } from '../view-table.js';
import { claimDecisionTable } from './claim-cards.tables.js';

/** Where rows come from: a fold's own tables, or the live ones. With `first`, at most so many of each value, by `seq`. */
export type LoadRows = (
  table: ViewTable,
  column: string,
  values: readonly string[],
  first?: number,
) => Promise<Row[]>;

/** Rows of decisions, each once, with what was asked for them. */
export class DecisionRows {
  private readonly rows = new Map<string, Row>();
  private readonly asked = new Set<string>();

  constructor(private readonly load: LoadRows) {}

  async add(column: string, values: readonly string[]): Promise<void> {
    const fresh = values.filter((value) => !this.looked(column, value));
    if (fresh.length === 0) return;
    for (const value of fresh) this.asked.add(`${column} ${value}`);
    for (const row of await this.load(claimDecisionTable, column, fresh))
      this.rows.set(`${String(row['event_id'])} ${String(row['part'])}`, row);
  }

  looked = (column: string, value: string): boolean => this.asked.has(`${column} ${value}`);

  values = (): Row[] => [...this.rows.values()];

  /** Those that tie two claims together: merges and splits. */
  joining = (): Row[] => this.values().filter((row) => row['other_claim_id'] !== null);
}

export function idsIn(rows: readonly Row[], ...columns: readonly string[]): Set<string> {
  const ids = new Set<string>();
  for (const row of rows)
    for (const column of columns) if (row[column] !== null) ids.add(row[column] as string);
  return ids;
}
