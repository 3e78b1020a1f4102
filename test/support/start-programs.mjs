import { compileProgram } from './compiled-program.mjs';
import startPostgres from './start-postgres.mjs';

/** Jest's global setup of the project that starts whole programs. */
export default async function startPrograms() {
  await compileProgram();
  await startPostgres();
}
