import { format, type Row, type Spread } from './measure.js';

const HEADINGS = ['case', 'unit', 'ours', 'versus', 'theirs', 'ratio', 'goal', 'met'];

/** A table for people and, as the last line of stdout, one JSON object for programs. */
export function print(
  bench: string,
  rows: readonly Row[],
  write = (text: string) => process.stdout.write(text),
): void {
  const lines = [HEADINGS, ...rows.map(toCells)];
  const widths = HEADINGS.map((_, column) => Math.max(...lines.map((cells) => cells[column]?.length ?? 0)));
  for (const cells of lines)
    write(
      `${cells
        .map((cell, i) => cell.padEnd(widths[i] ?? 0))
        .join('  ')
        .trimEnd()}\n`,
    );
  write(`${JSON.stringify({ bench, rows: rows.map(toJson) })}\n`);
}

const toCells = ({ ours, theirs, ...row }: Row): string[] => [
  row.case,
  row.unit,
  withRange(ours),
  row.versus,
  withRange(theirs),
  `${row.ratio.toFixed(2)}x`,
  `${row.goal}x`,
  row.met ? 'yes' : 'NO',
];

const withRange = ({ median, min, max }: Spread): string =>
  `${format(median)} (${format(min)}-${format(max)})`;

const toJson = ({ case: name, ours, versus, theirs, ratio, goal, met }: Row) => ({
  case: name,
  ours: ours.median,
  versus,
  theirs: theirs.median,
  ratio: Number(ratio.toFixed(3)),
  goal,
  met,
});
