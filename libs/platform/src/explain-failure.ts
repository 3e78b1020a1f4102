const ADDRESS_IN_USE = 'EADDRINUSE';

/** A failure as its reader needs it: what is wrong and what to do. A stack only where it is asked for, or nobody foresaw it. */
export function explainFailure(error: unknown): string {
  if (!(error instanceof Error)) return `claimtrail: ${String(error)}`;
  const { code, port } = error as { code?: string; port?: number };
  if (code === ADDRESS_IN_USE) {
    return `claimtrail: port ${port} is taken by another program. Stop that one, or choose another: PORT=${(port ?? 3000) + 1} npm start`;
  }
  const foreseen = code !== undefined && process.env['LOG_LEVEL'] !== 'debug';
  return foreseen ? `claimtrail: ${error.message} [${code}]` : `claimtrail: ${error.stack ?? error.message}`;
}

/** Runs a program to its end; where it fails, it says why on standard error and exits with 1. */
export async function runProgram(main: () => Promise<void>): Promise<void> {
  try {
    await main();
  } catch (error) {
    process.stderr.write(`${explainFailure(error)}\n`);
    process.exitCode = 1;
  }
}
