import type { Writable } from 'node:stream';
import { GetDossier, GetDossierHandler, ViewsReader, type DossierEntry } from '#query';
import { toAsOf, type AsOfOptions } from './as-of-options.js';
import { catchUpTracking } from './catch-up.js';
import { everyPage } from './every-page.js';
import { withLog } from './open-log.js';

interface DossierOptions extends AsOfOptions {
  readonly subject?: string;
  readonly json?: boolean;
}

/** `claimtrail dossier SPEAKER`: what one source said over time, under all spellings of its name, and what each saying adds. */
export async function dossier(speaker: string, options: DossierOptions, output: Writable): Promise<void> {
  await withLog(async (log) => {
    await catchUpTracking(log);
    const handler = new GetDossierHandler(new ViewsReader(log.database.reader), log.store);
    const { workspace } = log.config;
    const filter = { workspace, speaker, subject: options.subject, asOf: toAsOf(options) };
    let found = 0;
    for await (const entry of everyPage((page) => handler.execute(new GetDossier({ ...filter, ...page })))) {
      output.write(`${options.json ? JSON.stringify(entry) : describe(entry)}\n`);
      found++;
    }
    if (found > 0) return;
    process.exitCode = 1;
    process.stderr.write(
      `Nothing is on record that "${speaker}" said${options.subject ? ' of this' : ''}.\n`,
    );
  });
}

function describe({
  assertedAt,
  kinds,
  polarity,
  text,
  report,
  relation,
  relationReason,
  standing,
  claimId,
}: DossierEntry): string {
  const [name, outlet] = [report?.speaker?.name ?? '', report?.article.outlet ?? '(not named)'];
  const state = [relation, standing === 'current' ? null : standing]
    .filter(Boolean)
    .join(', ')
    .replaceAll('_', ' ');
  const lines = [
    `${assertedAt?.slice(0, 10) ?? '(no date) '}  ${name} (${outlet}), ${kinds.join(' and ')}${polarity === 'denied' ? ', denied' : ''}: ${text}`,
    state && `            ${[state, relationReason].filter(Boolean).join(': ')}`,
    claimId && `            claim ${claimId}`,
  ];
  return lines.filter(Boolean).join('\n');
}
