import { removeProgram } from './compiled-program.mjs';
import stopPostgres from './stop-postgres.mjs';

/** Jest's global teardown: runs in the process that ran the setup. */
export default async function stopPrograms() {
  await stopPostgres();
  await removeProgram();
}
