import type { Writable } from 'node:stream';
import { CLAIM_STATUSES, InvalidFields, METRICS, REPORT_KINDS } from '#domain';
import { Gazetteer } from '#gazetteer';
import {
  FindClaimCards,
  FindClaimCardsHandler,
  QUEUES,
  claimInWords,
  ViewsReader,
  type ClaimCard,
  type ClaimCardFilter,
} from '#query';
import { toAsOf, type AsOfOptions } from './as-of-options.js';
import { catchUpTracking } from './catch-up.js';
import { describeCounts, describeRange } from './describe-claim.js';
import { drawTable, ID_WIDTH, type Column } from './draw-table.js';
import { everyPage } from './every-page.js';
import { withLog } from './open-log.js';

interface ClaimsOptions extends AsOfOptions {
  readonly kind?: string;
  readonly metric?: string;
  readonly place?: string;
  readonly subject?: string;
  readonly status?: string;
  readonly queue?: string;
  readonly json?: boolean;
}

const COLUMNS: readonly Column[] = [
  ['Claim', 24, ID_WIDTH],
  ['About', 44],
  ['Figures', 26],
  ['Reports', 20],
  ['State', 14],
];

/** `claimtrail claims`: which claims are there, and what does each come to? */
export async function claims(options: ClaimsOptions, output: Writable): Promise<void> {
  const { kind, metric, place, subject, status, queue } = options;
  const asked = {
    kind: oneOf('--kind', REPORT_KINDS, kind),
    metric: oneOf('--metric', METRICS, metric),
    status: oneOf('--status', CLAIM_STATUSES, status),
    queue: oneOf('--queue', QUEUES, queue),
    place,
    subject,
    asOf: toAsOf(options),
  };
  await withLog(async (log) => {
    await catchUpTracking(log);
    const views = new ViewsReader(log.database.reader);
    const finder = new FindClaimCardsHandler(views, new Gazetteer(views), log.store);
    const filter: ClaimCardFilter = { ...asked, workspace: log.config.workspace };
    const cards = everyPage((page) => finder.execute(new FindClaimCards({ ...filter, ...page })));
    if (options.json) for await (const card of cards) output.write(`${JSON.stringify(card)}\n`);
    else output.write(`${await tableOf(cards)}\n`);
  });
}

async function tableOf(cards: AsyncIterable<ClaimCard>): Promise<string> {
  const rows: string[][] = [];
  for await (const card of cards)
    rows.push([
      card.id,
      claimInWords(card),
      describeRange(card),
      describeCounts(card),
      card.status.replaceAll('_', ' '),
    ]);
  if (rows.length === 0)
    return 'No such claims are known. Ask for less, or record more: npx claimtrail ingest FILE';
  return drawTable(COLUMNS, rows);
}

function oneOf<T extends string>(option: string, known: readonly T[], given?: string): T | undefined {
  if (given === undefined) return undefined;
  const found = known.find((value) => value === given.toLowerCase());
  if (found) return found;
  throw new InvalidFields('claims', { [option]: `there is no "${given}"; there are: ${known.join(', ')}` });
}
