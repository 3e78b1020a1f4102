import type { Command } from 'commander';
import type { EventsOptions } from '../events.js';
import { ACTOR } from './actor.js';

/** Verbs that show, prove and erase what the log has. */
export function addLogVerbs(program: Command): void {
  program
    .command('events')
    .description('print the log as NDJSON')
    .option('--after <seq>', 'begin behind this position', '0')
    .option('--limit <n>', 'print this many at the most')
    .option('--type <type>', 'events of this type alone')
    .option('--category <name>', 'events of streams of this category alone: "article" of "article-1"')
    .option('--correlation <id>', 'events with this correlation id alone')
    .action(async (options: EventsOptions) => (await import('../events.js')).events(options, process.stdout));

  program
    .command('verify')
    .description(
      'check that nobody has changed the log since it was sealed; names the first event that is not as it was',
    )
    .option('--checkpoint <path...>', 'checkpoints kept outside the database: files, or folders of them')
    .option('--key <file>', 'the verifier key; else the one in the data folder')
    .option('--export <file>', 'check this export (NDJSON) and open no database')
    .action(async (options: { checkpoint?: string[]; key?: string; export?: string }) =>
      (await import('../verify.js')).verify(options, process.stdout),
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
    .option('--as <name>', ACTOR)
    .action(async (options: object) => (await import('../erase.js')).erase(options, process.stdout));
}
