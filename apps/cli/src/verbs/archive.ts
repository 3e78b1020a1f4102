import type { Command } from 'commander';

/** Verbs that copy the log, and bring a copy in. */
export function addArchiveVerbs(program: Command): void {
  program
    .command('export')
    .description('write the log as NDJSON, a CloudEvent a line, with the checkpoints that vouch for it')
    .option('--workspace <name>', 'which log; else the one of CLAIMTRAIL_WORKSPACE')
    .option('--from <seq>', 'begin at this event', '1')
    .option('--out <file>', 'where to; compressed where it ends in .gz; else standard output')
    .option('--resume', 'go on with an export to the same file that was interrupted')
    .action(async (options: { from: string; workspace?: string; out?: string; resume?: boolean }) =>
      (await import('../export.js')).exportLog(options, process.stdout),
    );

  program
    .command('import')
    .description('bring an exported log into a workspace that has none; an interrupted import goes on')
    .argument('<file>')
    .option('--checkpoint <path...>', 'checkpoints kept elsewhere, to check it against')
    .option('--key <file>', 'the verifier key of the log; else the one known here, else the one in the file')
    .action(async (file: string, options: { checkpoint?: string[]; key?: string }) =>
      (await import('../import.js')).importExport(file, options),
    );

  program
    .command('backup')
    .description('copy the whole database at one moment into a folder; called again, it adds what is new')
    .argument('<folder>')
    .option('--with-key', 'the signing key too: whoever has the backup can then sign as this log')
    .action(async (folder: string, options: { withKey?: boolean }) =>
      (await import('../backup.js')).backup(folder, options),
    );

  program
    .command('restore')
    .description('fill a new database from a backup and verify it; an interrupted restore goes on')
    .argument('<folder>')
    .option('--checkpoint <path...>', 'checkpoints kept elsewhere, to check it against')
    .option('--erasures <file>', 'erase again what this list says (erasures.ndjson), then it is done')
    .action(async (folder: string, options: { checkpoint?: string[]; erasures?: string }) =>
      (await import('../restore.js')).restore(folder, options),
    );
}
