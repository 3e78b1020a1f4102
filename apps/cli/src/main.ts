import 'reflect-metadata';
import { Command, CommanderError } from 'commander';
import { packageVersion } from './package-root.js';
import { addArchiveVerbs } from './verbs/archive.js';
import { addClaimVerbs } from './verbs/claims.js';
import { addFeedVerbs } from './verbs/feeds.js';
import { addIntakeVerbs } from './verbs/intake.js';
import { addLogVerbs } from './verbs/log.js';
import { addReadingVerbs } from './verbs/reading.js';
import { addViewVerbs } from './verbs/views.js';

/** One file a verb, loaded when it is called: `extract` starts without a database driver, `events` without the API. */
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
addViewVerbs(program);
addLogVerbs(program);
addArchiveVerbs(program);

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
    const [{ explainFailure }, { namingOptions }] = await Promise.all([
      import('#platform'),
      import('./naming-options.js'),
    ]);
    process.stderr.write(`${explainFailure(namingOptions(error, process.argv[2]))}\n`);
    process.exitCode = 1;
  }
}
