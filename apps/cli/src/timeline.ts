import type { Writable } from 'node:stream';
import { InvalidFields, METRICS, type Metric } from '#domain';
import { Gazetteer } from '#gazetteer';
import { groupBy } from '#tracking';
import { FindFigures, FindFiguresHandler, ViewsReader, type FigureView } from '#query';
import { describeFigure, describePeriod, describeSource } from './describe-figure.js';
import { toAsOf, type AsOfOptions } from './as-of-options.js';
import { catchUpTracking } from './catch-up.js';
import { drawTable, type Column } from './draw-table.js';
import { everyPage } from './every-page.js';
import { withLog } from './open-log.js';

const DISPLACEMENT_AND_DEATH: readonly Metric[] = [
  'displaced',
  'evacuated',
  'refugees',
  'returned',
  'besieged',
  'population',
  'killed',
];
const COLUMNS: readonly Column[] = [
  ['#', 3, 5],
  ['Asserted', 10],
  ['Place', 18],
  ['What', 16],
  ['Figure', 20],
  ['When', 16],
  ['Said by', 22],
  ['Published by', 13],
  ['Words', 26],
];

interface TimelineOptions extends AsOfOptions {
  readonly place?: string;
  readonly metric?: readonly string[];
  readonly json?: boolean;
}

/** `claimtrail timeline`: figures grouped by claim, each claim's reports by asserted time. */
export async function timeline(options: TimelineOptions, output: Writable): Promise<void> {
  const metrics = options.metric?.map(parseMetric) ?? DISPLACEMENT_AND_DEATH;
  await withLog(async (log) => {
    await catchUpTracking(log);
    const views = new ViewsReader(log.database.reader);
    const finder = new FindFiguresHandler(views, new Gazetteer(views), log.store);
    const { workspace } = log.config;
    const asked = { workspace, place: options.place, asOf: toAsOf(options), first: 200 };
    const figures: FigureView[] = [];
    for await (const figure of everyPage((page) => finder.execute(new FindFigures({ ...asked, ...page }))))
      figures.push(figure);
    const shown = byClaim(figures.filter(({ metric }) => metrics.includes(metric)));
    if (options.json) for (const figure of shown) output.write(`${JSON.stringify(figure)}\n`);
    else output.write(`${table(shown)}\n`);
  });
}

/** Claims in the order they were first asserted; within a claim, oldest assertion first. */
function byClaim(figures: readonly FigureView[]): FigureView[] {
  const asserted = ({ assertedAt, recordedAt }: FigureView): string => assertedAt ?? recordedAt;
  const oldestFirst = [...figures].sort((a, b) => asserted(a).localeCompare(asserted(b)));
  return [...groupBy(oldestFirst, ({ claimId, id }) => claimId ?? id).values()].flat();
}

function table(figures: readonly FigureView[]): string {
  if (figures.length === 0)
    return 'No such figures are recorded. Ask for less, or record more: npx claimtrail ingest FILE';
  const rows = figures.map((figure, at) => [
    `${at + 1}`,
    figure.assertedAt?.slice(0, 10) ?? '',
    figure.place ?? '(not named)',
    `${figure.metric} (${figure.measure})`,
    `${describeFigure(figure)}${figure.corrected ? ' (corrected)' : ''}`,
    describePeriod(figure),
    describeSource(figure),
    figure.article.outlet ?? '(not named)',
    figure.quote.exact,
  ]);
  return [drawTable(COLUMNS, rows), ...figures.map(idsOf)].join('\n');
}

/** Below the table, by the number of each row: what the figure and its claim are decided on by. */
const idsOf = ({ id, claimId }: FigureView, at: number): string =>
  `${at + 1}  ${id}${claimId === null ? '' : `  claim ${claimId}`}`;

function parseMetric(metric: string): Metric {
  const known = METRICS.find((name) => name === metric.toLowerCase());
  if (known) return known;
  throw new InvalidFields('timeline', {
    '--metric': `there is no metric "${metric}"; there are: ${METRICS.join(', ')}`,
  });
}
