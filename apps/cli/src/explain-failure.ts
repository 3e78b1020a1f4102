const ADDRESS_IN_USE = 'EADDRINUSE';

/** A failure as its reader needs it: what is wrong and what to do. Stacks only where they were asked for. */
export function explainFailure(error: unknown): string {
  if (!(error instanceof Error)) return `claimtrail: ${String(error)}`;
  const { code, port } = error as { code?: string; port?: number };
  if (code === ADDRESS_IN_USE) {
    return `claimtrail: port ${port} is taken by another program. Stop that one, or choose another: PORT=${(port ?? 3000) + 1} npm start`;
  }
  if (process.env['LOG_LEVEL'] === 'debug' || code === undefined)
    return `claimtrail: ${error.stack ?? error.message}`;
  return `claimtrail: ${error.message} [${code}]`;
}
