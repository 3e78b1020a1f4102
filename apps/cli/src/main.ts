import 'reflect-metadata';
import { Command, CommanderError } from 'commander';
import { explainFailure } from './explain-failure.js';
import { packageVersion } from './package-root.js';

/** One file a verb, loaded when it is called: `extract` starts without a database driver, `events` without the API. */
const program = new Command('claimtrail')
  .description('Who reported which figure, statement, claim or denial, in which sentence of which article.')
  .version(packageVersion())
  .exitOverride();

program
  .command('up')
  .description(
    'run everything in one process: database, API, worker; the seed articles go in when the log is empty',
  )
  .option('--no-seeds', 'leave an empty log empty')
  .action(async (options: { seeds: boolean }) => (await import('./up.js')).up(options));

program
  .command('ingest')
  .description('read articles from files (.txt, .json, .jsonl) and record them')
  .argument('<files...>')
  .option('--outlet <name>', 'who published it')
  .option('--title <title>')
  .option('--url <url>')
  .option('--published-at <date>', 'YYYY-MM-DD or an RFC 3339 time')
  .option('--id <id>', 'your own name for the article (one file only)')
  .action(async (files: string[], options: object) => (await import('./ingest.js')).ingest(files, options));

program
  .command('extract')
  .description(
    'read articles without recording them: JSONL {id, text, publishedAt?, outlet?, title?} in, JSONL out',
  )
  .action(async () => (await import('./extract.js')).extract(process.stdin, process.stdout));

program
  .command('events')
  .description('print the log as NDJSON')
  .option('--after <seq>', 'begin behind this position', '0')
  .option('--limit <n>', 'print this many at the most')
  .option('--type <type>', 'events of this type alone')
  .action(async (options: { after: string; limit?: string; type?: string }) =>
    (await import('./events.js')).events(options, process.stdout),
  );

program
  .command('rebuild')
  .description('fill a new version of a view from the first event on, beside the old one, then switch')
  .argument('<view>', 'the name of a view, or "all"')
  .action(async (view: string) => (await import('./rebuild.js')).rebuild(view));

program
  .command('verify')
  .description(
    'check that nobody has changed the log since it was sealed; names the first event that is not as it was',
  )
  .option('--checkpoint <path...>', 'checkpoints kept outside the database: files, or folders of them')
  .option('--key <file>', 'the verifier key; else the one in the data folder')
  .option('--export <file>', 'check this export (NDJSON) and open no database')
  .action(async (options: { checkpoint?: string[]; key?: string; export?: string }) =>
    (await import('./verify.js')).verify(options, process.stdout),
  );

program
  .command('timeline')
  .description('print the figures of displacement and death by claim')
  .option('--place <place>', 'words of a place: "Aleppo" finds "eastern Aleppo"')
  .option('--metric <metric...>', 'what is counted')
  .option('--json', 'print NDJSON instead of a table')
  .action(async (options: { place?: string; metric?: string[]; json?: boolean }) =>
    (await import('./timeline.js')).timeline(options, process.stdout),
  );

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2;
  else {
    console.error(explainFailure(error));
    process.exitCode = 1;
  }
}
