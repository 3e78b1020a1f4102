import type { Writable } from 'node:stream';
import { Gazetteer } from '#gazetteer';
import {
  GetOutletOverview,
  GetOutletOverviewHandler,
  GetPlaceOverview,
  GetPlaceOverviewHandler,
  claimInWords,
  ViewsReader,
  type OutletOverview,
  type PlaceOverview,
} from '#query';
import { toAsOf, type AsOfOptions } from './as-of-options.js';
import { catchUpTracking } from './catch-up.js';
import { countInWords } from './count-in-words.js';
import { describeCounts, describeRange } from './describe-claim.js';
import { withLog, type OpenLog } from './open-log.js';

interface OverviewOptions extends AsOfOptions {
  readonly json?: boolean;
}

/** `claimtrail place NAME`: the latest figures of each metric for a place and what lies in it. */
export const place = (name: string, options: OverviewOptions, output: Writable): Promise<void> =>
  overview(options, output, `No figures are known of "${name}".`, async ({ database, store, config }) => {
    const views = new ViewsReader(database.reader);
    const handler = new GetPlaceOverviewHandler(views, new Gazetteer(views), store);
    const found = await handler.execute(new GetPlaceOverview(config.workspace, name, toAsOf(options)));
    return found.figures.length === 0 ? null : { found, lines: describePlace(found) };
  });

/** `claimtrail outlet NAME`: how often an outlet was first, how often it repeated others, how often it was corrected. */
export const outlet = (name: string, options: OverviewOptions, output: Writable): Promise<void> =>
  overview(options, output, `Nothing of "${name}" is on record.`, async ({ database, store, config }) => {
    const handler = new GetOutletOverviewHandler(new ViewsReader(database.reader), store);
    const found = await handler.execute(new GetOutletOverview(config.workspace, name, toAsOf(options)));
    return found && { found, lines: describeOutlet(found) };
  });

async function overview(
  { json }: OverviewOptions,
  output: Writable,
  nothing: string,
  answer: (log: OpenLog) => Promise<{ readonly found: object; readonly lines: readonly string[] } | null>,
): Promise<void> {
  await withLog(async (log) => {
    await catchUpTracking(log);
    const answered = await answer(log);
    if (answered)
      return void output.write(`${json ? JSON.stringify(answered.found) : answered.lines.join('\n')}\n`);
    process.exitCode = 1;
    process.stderr.write(`${nothing}\n`);
  });
}

const INCOMPLETE = 'More than 1,000 claims were there: those reported of last are counted.';

function describePlace({ place: known, figures, complete }: PlaceOverview): string[] {
  const head =
    known && `${[known.name, ...known.containedIn.map(({ name }) => name)].join(', ')} (${known.kind})`;
  return [
    head ?? 'The gazetteer knows no such place; these name it so:',
    ...figures.flatMap(({ metric, measure, claimCount, claims }) => [
      `${metric} (${measure}): ${countInWords(claimCount, 'claim')}`,
      ...claims.map(
        (claim) =>
          `  ${claim.id}  ${[claimInWords(claim), describeRange(claim)].filter(Boolean).join(': ')} (${describeCounts(claim)})`,
      ),
    ]),
    ...(complete ? [] : [INCOMPLETE]),
  ];
}

export function describeOutlet(overview: OutletOverview): string[] {
  const { articleCount, reportCount, linkedCount, correctedCount, retractedCount, revisedCount } = overview;
  return [
    `${overview.outlet}: ${countInWords(articleCount, 'article')}, ${countInWords(reportCount, 'report')}, ${linkedCount} of them linked to claims`,
    ...overview.relations.map(({ relation, count }) => `  ${relation.replaceAll('_', ' ')}: ${count}`),
    `  corrected: ${correctedCount}, retracted: ${retractedCount}, changed by a later text: ${revisedCount}`,
    ...(overview.complete ? [] : [INCOMPLETE]),
  ];
}
