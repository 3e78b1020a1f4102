import type { Command } from 'commander';
import { ACTOR } from './actor.js';

/** Verbs of those who run the views. */
export function addViewVerbs(program: Command): void {
  program
    .command('rebuild')
    .description('fill a new version of a view from the first event on, beside the old one, then switch')
    .argument('<view>', 'the name of a view, or "all"')
    .option('--status', 'show its versions and how far a rebuild is')
    .option('--pause', 'let the process that rebuilds it wait')
    .option('--resume', 'let it go on, here if its process is gone')
    .option('--cancel', 'give the rebuild up')
    .option('--rollback', 'let the version before answer again, level with the log')
    .action(async (view: string, flags: object) => (await import('../rebuild.js')).rebuild(view, flags));

  const parked = program
    .command('parked')
    .description('events that a view could not fold, and what to do about them');
  parked
    .command('list')
    .argument('[view]')
    .option('--json', 'print NDJSON instead of a table')
    .action(async (view: string | undefined, options: { json?: boolean }) =>
      (await import('../parked.js')).listParked(view, options, process.stdout),
    );
  parked
    .command('show')
    .description('one event in full, with the error and its stack')
    .argument('<view>')
    .argument('<seq>')
    .action(async (view: string, seq: string) =>
      (await import('../parked.js')).showParked(view, seq, process.stdout),
    );
  parked
    .command('retry')
    .description('apply what is parked: the stream of one event, or all')
    .argument('<view>')
    .argument('[seq]')
    .action(async (view: string, seq?: string) =>
      (await import('../parked.js')).retry(view, seq, process.stdout),
    );
  parked
    .command('skip')
    .description('let the view do without an event, and apply what waits behind it')
    .argument('<view>')
    .argument('<seq>')
    .requiredOption('--reason <text>', 'why; it is kept')
    .option('--as <name>', ACTOR)
    .action(async (view: string, seq: string, options: { reason: string; as?: string }) =>
      (await import('../parked.js')).skip(view, seq, options, process.stdout),
    );
}
