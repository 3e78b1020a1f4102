import { readdir } from 'node:fs/promises';
import { join, relative } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createApi } from '#api';
import { FormatReader } from '#article-formats';
import { openConfiguredReader } from '#llm-reader';
import { stopRequested } from '#platform';
import type { ArticleReader } from '#reading';
import { FeedWatch, Linking, ProjectionWorker, Sealing } from '#worker';
import { readArticleFile } from './article-files.js';
import { ingestSubmission } from './ingest.js';
import { catchUpTracking } from './catch-up.js';
import { catchUpViews, openLog, type OpenLog } from './open-log.js';
import { packageRoot } from './package-root.js';

/** `claimtrail up`: the whole of Claimtrail in one process, until it is told to stop. */
export async function up({ seeds }: { readonly seeds: boolean }): Promise<void> {
  const stopped = stopRequested();
  const log = await openLog();
  const articleReader = await openConfiguredReader(log.config);
  const formatReader = new FormatReader();
  const worker = new ProjectionWorker({ workspace: log.config.workspace, reader: log.store, ...log });
  const linking = new Linking({ workspace: log.config.workspace, ...log });
  const feeds = new FeedWatch(log);
  let app: NestFastifyApplication | undefined;
  let sealing: Sealing | undefined;
  try {
    await worker.start();
    linking.start();
    sealing = await Sealing.start(log);
    if (seeds && (await ingestSeeds(log, articleReader, formatReader))) await catchUpTracking(log);
    else await catchUpViews(log);
    app = await createApi({ ...log, articleReader, formatReader });
    await app.listen(log.config.port, log.config.host);
    feeds.start();
    process.stdout.write(welcome(log, await app.getUrl()));
    await stopped;
    process.stdout.write('\nStopping ...\n');
  } finally {
    await app?.close();
    await feeds.stop();
    await linking.stop();
    await worker.stop();
    await sealing?.stop();
    await Promise.all([articleReader.close(), formatReader.close()]);
    await log.close();
  }
}

/** An empty log gets the two seed articles through the same command as any other article; false where it is not empty. */
async function ingestSeeds(
  log: OpenLog,
  articleReader: ArticleReader,
  formatReader: FormatReader,
): Promise<boolean> {
  if ((await log.store.head(log.config.workspace)) > 0n) return false;
  const folder = join(packageRoot(), 'seeds');
  for (const file of (await readdir(folder)).filter((name) => name.endsWith('.txt')).sort()) {
    for await (const found of readArticleFile(join(folder, file), formatReader)) {
      if ('problem' in found) throw found.problem;
      const { figures, statements, claims } = await ingestSubmission(log, articleReader, found.body);
      process.stdout.write(
        `Seed ${file}: ${figures} figures, ${statements} statements, ${claims} claims and denials\n`,
      );
    }
  }
  return true;
}

function welcome({ config, database }: OpenLog, url: string): string {
  const folder = relative(process.cwd(), config.dataDir) || '.';
  const place = database.embedded ? `embedded PostgreSQL in ${folder}` : 'the PostgreSQL of DATABASE_URL';
  return `
Claimtrail is up on ${place}, workspace "${config.workspace}".

  Figures for Aleppo   ${url}/v1/figures?place=Aleppo
  Statements           ${url}/v1/statements?speaker=Cavusoglu
  Claims and denials   ${url}/v1/claims
  What they come to    ${url}/v1/claim-cards
  GraphQL              ${url}/graphql
  API documentation    ${url}/docs
  In a second terminal npx claimtrail timeline

Stop it with Ctrl-C. What is recorded stays in ${database.embedded ? folder : 'the database'}.
`;
}
