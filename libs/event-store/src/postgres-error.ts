import { EventStoreError, EventStoreFailure, EventStoreUnavailable } from './errors.js';

/** SQLSTATEs of trouble that passes, where the server tells that it rolled back. */
const ROLLED_BACK: Readonly<Record<string, string>> = {
  '25006': 'the database only allows reading',
  '40001': 'the database gave way to another transaction',
  '40P01': 'the database gave way to another transaction',
  '53100': 'the disk of the database is full',
  '53200': 'the database is out of memory',
  '53300': 'the database has no connection left',
  '55006': 'the log is being imported or restored',
  '55P03': 'the database waited too long for a lock',
  '57014': 'the database took too long and was stopped',
  '57P03': 'the database is starting or stopping',
};

/** SQLSTATEs and system codes of a connection that broke: what it was doing may have been done. */
const CONNECTION_LOST = new Set(['57P01', '57P02', '57P05', '25P03', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT']);
const NOT_CONNECTED = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH']);
/** Five characters with a digit among them, which tells them from system codes such as EPIPE. */
const SQLSTATE = /^(?=.*\d)[0-9A-Z]{5}$/;

/** The one place where the database's errors become the log's. */
export function toEventStoreError(error: unknown): EventStoreError {
  if (error instanceof EventStoreError) return error;
  const code = codeOf(error);
  const message = error instanceof Error ? error.message : String(error);
  const options = { cause: error };
  const rolledBack = ROLLED_BACK[code];
  if (rolledBack) return new EventStoreUnavailable(rolledBack, true, options);
  if (NOT_CONNECTED.has(code))
    return new EventStoreUnavailable('the database does not answer', true, options);
  if (CONNECTION_LOST.has(code) || code.startsWith('08') || /connection (terminated|error)/i.test(message)) {
    return new EventStoreUnavailable('the connection to the database was lost', false, options);
  }
  return new EventStoreFailure(`The database refused: ${message}`, options);
}

/** True where the server itself refused what it was given, so that the transaction is certainly undone. */
export function isRefusal(error: unknown): boolean {
  return toEventStoreError(error) instanceof EventStoreFailure && SQLSTATE.test(codeOf(error));
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
