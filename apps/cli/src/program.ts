import { Command } from 'commander';
import { packageVersion } from './package-root.js';
import { addArchiveVerbs } from './verbs/archive.js';
import { addClaimVerbs } from './verbs/claims.js';
import { addDecisionVerbs } from './verbs/decisions.js';
import { addFeedVerbs } from './verbs/feeds.js';
import { addIntakeVerbs } from './verbs/intake.js';
import { addLogVerbs } from './verbs/log.js';
import { addReadingVerbs } from './verbs/reading.js';
import { addViewVerbs } from './verbs/views.js';

/** One file a verb, loaded when it is called: `extract` starts without a database driver, `events` without the API. */
export function buildProgram(): Command {
  const program = new Command('claimtrail')
    .description('Who reported which figure, statement, claim or denial, in which sentence of which article.')
    .version(packageVersion())
    .showHelpAfterError('What a command takes: claimtrail help COMMAND')
    .exitOverride();

  program
    .command('up')
    .description(
      'run everything in one process: database, API, worker; the seed articles go in when the log is empty',
    )
    .option('--no-seeds', 'leave an empty log empty')
    .action(async (options: { seeds: boolean }) => (await import('./up.js')).up(options));

  addIntakeVerbs(program);
  addFeedVerbs(program);
  addReadingVerbs(program);
  addClaimVerbs(program);
  addDecisionVerbs(program);
  addViewVerbs(program);
  addLogVerbs(program);
  addArchiveVerbs(program);
  return program;
}
