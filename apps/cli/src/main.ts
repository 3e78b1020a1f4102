import type { EventsOptions } from './events.js';
import 'reflect-metadata';
import { Command, CommanderError } from 'commander';
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
  .description(
    'read articles from files and record them: text, HTML, RSS, Atom and JSON feeds, JSON, JSONL, WARC, answers of ReliefWeb; gzip or not',
  )
  .argument('<files...>', 'files of any of these, mixed; "-" is standard input')
  .option(
    '--format <format>',
    'text, html, feed, json, jsonl, warc or reliefweb, where the files do not tell',
  )
  .option('--outlet <name>', 'who published it')
  .option('--title <title>')
  .option('--url <url>')
  .option('--byline <names>')
  .option('--language <tag>', 'BCP 47 tag; only English is extracted')
  .option('--published-at <date>', 'YYYY-MM-DD or an RFC 3339 time')
  .option('--allow-erased', 'record also what was erased before, and comes in again')
  .option('--id <id>', 'your own name for the article (one file only)')
  .action(async (files: string[], options: object) => (await import('./ingest.js')).ingest(files, options));

program
  .command('revise')
  .description('record another text of an article, and say which figures and quotations it changed')
  .argument('<article>', 'the id of the article')
  .argument('<file>', 'one article in any format; "-" is standard input')
  .option('--title <title>', 'its title, where that changed')
  .option('--published-at <date>', 'YYYY-MM-DD or an RFC 3339 time, where that changed')
  .option('--json', 'print JSON instead of lines')
  .action(async (article: string, file: string, options: object) =>
    (await import('./revise.js')).revise(article, file, options, process.stdout),
  );

const feeds = program
  .command('feeds')
  .description('feeds of the workspace, whose pages are read and looked at again as they age');
feeds
  .command('add')
  .argument('<url>', 'RSS, Atom or JSON feed')
  .action(async (url: string) => (await import('./feeds.js')).addFeed(url, process.stdout));
feeds
  .command('remove')
  .argument('<url>', 'as the list shows it')
  .action(async (url: string) => (await import('./feeds.js')).removeFeed(url, process.stdout));
feeds
  .command('list')
  .description('the feeds, and when each was read last')
  .action(async () => (await import('./feeds.js')).listFeeds(process.stdout));
feeds
  .command('check')
  .description('look at one feed, or at all of the list, now')
  .argument('[source]', 'the address of a feed, or a file that holds one')
  .action(async (source?: string) => (await import('./feeds.js')).checkFeeds(source, process.stdout));

program
  .command('extract')
  .description(
    'read articles without recording them: JSONL {id, text, publishedAt?, outlet?, title?} in, JSONL out',
  )
  .option(
    '--threads <n>',
    'read on this many threads; 0 is the main one (default: one less than there are cores)',
  )
  .option('--explain', 'add to each item the rule that read it and the words it went by')
  .option('--reader <reader>', 'rules, llm (a language model), or both side by side', 'rules')
  .action(async (options: { threads?: string; explain?: boolean; reader?: string }) =>
    (await import('./extract.js')).extract(options, process.stdin, process.stdout),
  );

program
  .command('explain')
  .description(
    'how a recorded fact was read: its sentence with the words it went by, the rule, the reader, the chain',
  )
  .argument('<id>', 'of a figure, statement or claim, or the id or seq of its event')
  .option('--json', 'print JSON instead of lines')
  .action(async (id: string, options: { json?: boolean }) =>
    (await import('./explain.js')).explain(id, options, process.stdout),
  );

program
  .command('events')
  .description('print the log as NDJSON')
  .option('--after <seq>', 'begin behind this position', '0')
  .option('--limit <n>', 'print this many at the most')
  .option('--type <type>', 'events of this type alone')
  .option('--category <name>', 'events of streams of this category alone: "article" of "article-1"')
  .option('--correlation <id>', 'events with this correlation id alone')
  .action(async (options: EventsOptions) => (await import('./events.js')).events(options, process.stdout));

program
  .command('rebuild')
  .description('fill a new version of a view from the first event on, beside the old one, then switch')
  .argument('<view>', 'the name of a view, or "all"')
  .option('--status', 'show its versions and how far a rebuild is')
  .option('--pause', 'let the process that rebuilds it wait')
  .option('--resume', 'let it go on, here if its process is gone')
  .option('--cancel', 'give the rebuild up')
  .option('--rollback', 'let the version before answer again, level with the log')
  .action(async (view: string, flags: object) => (await import('./rebuild.js')).rebuild(view, flags));

const parked = program
  .command('parked')
  .description('events that a view could not fold, and what to do about them');
parked
  .command('list')
  .argument('[view]')
  .option('--json', 'print NDJSON instead of a table')
  .action(async (view: string | undefined, options: { json?: boolean }) =>
    (await import('./parked.js')).listParked(view, options, process.stdout),
  );
parked
  .command('show')
  .description('one event in full, with the error and its stack')
  .argument('<view>')
  .argument('<seq>')
  .action(async (view: string, seq: string) =>
    (await import('./parked.js')).showParked(view, seq, process.stdout),
  );
parked
  .command('retry')
  .description('apply what is parked: the stream of one event, or all')
  .argument('<view>')
  .argument('[seq]')
  .action(async (view: string, seq?: string) =>
    (await import('./parked.js')).retry(view, seq, process.stdout),
  );
parked
  .command('skip')
  .description('let the view do without an event, and apply what waits behind it')
  .argument('<view>')
  .argument('<seq>')
  .requiredOption('--reason <text>', 'why; it is kept')
  .action(async (view: string, seq: string, { reason }: { reason: string }) =>
    (await import('./parked.js')).skip(view, seq, reason, process.stdout),
  );

program
  .command('erase')
  .description('erase personal data of one article or person by law; the log still proves')
  .option('--article <id>', 'all texts and reports of this article')
  .option('--person <name>', 'this name in every article: it is masked, and the rest is recorded again')
  .option('--also <spelling...>', 'other spellings of the name')
  .option('--list <file>', 'what this list says, in a log restored from an older backup (erasures.ndjson)')
  .option('--reason <text>', 'why, without naming anybody: it stays in the log')
  .option('--legal-basis <text>', 'such as "GDPR Art. 17(1)(a)"')
  .option('--dry-run', 'show what would be erased, and change nothing')
  .action(async (options: object) => (await import('./erase.js')).erase(options, process.stdout));

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
  .command('export')
  .description('write the log as NDJSON, a CloudEvent a line, with the checkpoints that vouch for it')
  .option('--workspace <name>', 'which log; else the one of CLAIMTRAIL_WORKSPACE')
  .option('--from <seq>', 'begin at this event', '1')
  .option('--out <file>', 'where to; compressed where it ends in .gz; else standard output')
  .option('--resume', 'go on with an export to the same file that was interrupted')
  .action(async (options: { from: string; workspace?: string; out?: string; resume?: boolean }) =>
    (await import('./export.js')).exportLog(options, process.stdout),
  );

program
  .command('import')
  .description('bring an exported log into a workspace that has none; an interrupted import goes on')
  .argument('<file>')
  .option('--checkpoint <path...>', 'checkpoints kept elsewhere, to check it against')
  .option('--key <file>', 'the verifier key of the log; else the one known here, else the one in the file')
  .action(async (file: string, options: { checkpoint?: string[]; key?: string }) =>
    (await import('./import.js')).importExport(file, options),
  );

program
  .command('reextract')
  .description(
    'read stored articles once more with this version of the reader, and record what it reads otherwise',
  )
  .argument('[articles...]', 'ids of articles; all where none is given')
  .option('--dry-run', 'show the difference and record nothing')
  .option('--json', 'print NDJSON, an article a line')
  .action(async (articles: string[], options: { dryRun?: boolean; json?: boolean }) =>
    (await import('./reextract.js')).reextract(articles, options, process.stdout),
  );

program
  .command('link')
  .description(
    'decide which reports speak of the same, bring linkers, wire clusters and entities level with the log',
  )
  .option('--dry-run', 'show what a new version of a linker would decide otherwise, and record nothing')
  .action(async (options: { dryRun?: boolean }) => (await import('./link.js')).link(options, process.stdout));

const places = program
  .command('places')
  .description('the gazetteer: which place do the words of an article stand for?');
places
  .command('import')
  .description("take in the places of a file in the format of GeoNames' country files")
  .argument('<file>')
  .action(async (file: string) => (await import('./places.js')).importPlacesFrom(file, process.stdout));
places
  .command('show')
  .description('the place that words are linked to')
  .argument('<words>')
  .action(async (words: string) => (await import('./places.js')).showPlace(words, process.stdout));

program
  .command('backup')
  .description('copy the whole database at one moment into a folder; called again, it adds what is new')
  .argument('<folder>')
  .option('--with-key', 'the signing key too: whoever has the backup can then sign as this log')
  .action(async (folder: string, options: { withKey?: boolean }) =>
    (await import('./backup.js')).backup(folder, options),
  );

program
  .command('restore')
  .description('fill a new database from a backup and verify it; an interrupted restore goes on')
  .argument('<folder>')
  .option('--checkpoint <path...>', 'checkpoints kept elsewhere, to check it against')
  .option('--erasures <file>', 'erase again what this list says (erasures.ndjson), then it is done')
  .action(async (folder: string, options: { checkpoint?: string[]; erasures?: string }) =>
    (await import('./restore.js')).restore(folder, options),
  );

program
  .command('claims')
  .description('which claims are there, and what does each come to: figures, reports, origins, state')
  .option('--kind <kind>', 'figure, statement or claim')
  .option('--metric <metric>', 'what is counted')
  .option('--place <place>', 'words of a place, or one it lies in')
  .option('--subject <words>', 'words of what is said or claimed')
  .option('--status <status>', 'such as disputed')
  .option('--queue <queue>', 'what is left to do: conflicts, proposals, review')
  .option('--as-of <when>', 'as the record stood: a day, a time or the seq of an event')
  .option('--asserted-by <when>', 'what had been published or uttered by then')
  .option('--valid-on <day>', 'what speaks of this day')
  .option('--json', 'print NDJSON instead of a table')
  .action(async (options: object) => (await import('./claims.js')).claims(options, process.stdout));

program
  .command('conflicts')
  .description('figures of one claim and day that cannot both be right')
  .option('--as-of <when>', 'as the record stood: a day, a time or the seq of an event')
  .option('--asserted-by <when>', 'what had been published or uttered by then')
  .option('--valid-on <day>', 'what speaks of this day')
  .option('--json', 'print NDJSON')
  .action(async (options: object) => (await import('./conflicts.js')).conflicts(options, process.stdout));

program
  .command('changes')
  .description('what happened to claims, in the order of the log')
  .option('--since <when>', 'behind this seq, day or time')
  .option('--claim <id>', 'of this claim alone')
  .option('--as-of <when>', 'up to this day, time or seq')
  .option('--json', 'print NDJSON')
  .action(async (options: object) => (await import('./changes.js')).changes(options, process.stdout));

program
  .command('timeline')
  .description('print the figures of displacement and death by claim; of one claim, what each report adds')
  .argument('[claim]', 'id of a claim: npx claimtrail claims')
  .option(
    '--place <place>',
    'words of a place, or one it lies in: "Aleppo" and "Syria" find "eastern Aleppo"',
  )
  .option('--metric <metric...>', 'what is counted')
  .option('--as-of <when>', 'of one claim, as the record stood: a day, a time or the seq of an event')
  .option('--asserted-by <when>', 'of one claim: what had been published or uttered by then')
  .option('--valid-on <day>', 'of one claim: what speaks of this day')
  .option('--json', 'print NDJSON instead of a table')
  .action(
    async (claim: string | undefined, options: { place?: string; metric?: string[]; json?: boolean }) =>
      claim === undefined
        ? (await import('./timeline.js')).timeline(options, process.stdout)
        : (await import('./claim-timeline.js')).claimTimeline(claim, options, process.stdout),
  );

// `claimtrail events | head` closes the pipe when it has enough: that ends the verb, and is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  process.stderr.write(
    `The output cannot be written: ${error.message}. What was written of it is not whole.\n`,
  );
  process.exit(1);
});

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2;
  else {
    const { explainFailure } = await import('#platform');
    process.stderr.write(`${explainFailure(error)}\n`);
    process.exitCode = 1;
  }
}
