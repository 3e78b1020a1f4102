import Table from 'cli-table3';

/** A column with the share of the terminal's width that it gets, and what it needs at the least: a date unless told. */
export type Column = readonly [name: string, share: number, least?: number];

const DATE_WIDTH = 12;
export const ID_WIDTH = 38;
const NARROWEST = 100;
const WIDEST = 180;

/** A table as wide as the terminal, its words wrapped. */
export function drawTable(columns: readonly Column[], rows: readonly (readonly string[])[]): string {
  const drawn = new Table({
    head: columns.map(([name]) => name),
    colWidths: columnWidths(columns, terminalWidth()),
    wordWrap: true,
    style: { head: [], border: [] },
  });
  drawn.push(...rows.map((row) => [...row]));
  return drawn.toString();
}

const terminalWidth = (): number => Math.min(Math.max(process.stdout.columns ?? WIDEST, NARROWEST), WIDEST);

/** Shares `width` among the columns, borders aside. */
function columnWidths(columns: readonly Column[], width: number): number[] {
  const shares = columns.reduce((sum, [, share]) => sum + share, 0);
  const free = width - columns.length - 1;
  return columns.map(([, share, least = DATE_WIDTH]) => Math.max(least, Math.floor((free * share) / shares)));
}
