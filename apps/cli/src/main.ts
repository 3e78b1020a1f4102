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
    const [{ explainFailure }, { namingOptions }] = await Promise.all([
      import('#platform'),
      import('./naming-options.js'),
    ]);
    process.stderr.write(`${explainFailure(namingOptions(error, process.argv[2]))}\n`);
    process.exitCode = 1;
  }
}
