import 'reflect-metadata';
import { CommanderError } from 'commander';
import { buildProgram } from './program.js';

const program = buildProgram();

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
    const [{ explainFailure }, { exitCodeOf, namingOptions }] = await Promise.all([
      import('#platform'),
      import('./naming-options.js'),
    ]);
    const verb = process.argv[2];
    process.stderr.write(`${explainFailure(namingOptions(error, verb))}\n`);
    process.exitCode = exitCodeOf(error, verb);
  }
}
