import { codeOf, messageOf } from './error-code.js';

const DEEPEST_CAUSE = 3;
const LONGEST_TEXT = 1_000;
/** Codes of our own errors, `LIB.NAME`: foreseen, and their message says what to do. */
const OWN_CODE = /^[A-Z_]+\.[A-Z_]+$/;
/** SQLSTATEs and system codes of a connection that broke or never came about: where in the program it was met tells nobody anything. */
const CONNECTION_TROUBLE = /^(08...|57P0[1-5]|25P03|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND)$/;

/** What a log line says of an error: no field is an object of somebody else's, but for the error that caused it. */
export interface LoggableError {
  readonly type: string;
  readonly message: string;
  readonly code?: string;
  readonly stack?: string;
  readonly cause?: unknown;
  readonly [field: string]: unknown;
}

/**
 * An error as a log line holds it. Errors of drivers carry their whole client, sockets and all (4 KB a line in pg): of their own fields
 * only texts and numbers are kept, cut to 1,000 characters. A stack only `withStacks`, or where nobody foresaw the error.
 */
export function loggableError(error: unknown, withStacks = false, depth = 0): unknown {
  if (!isErrorLike(error)) return error;
  const code = codeOf(error);
  const foreseen = OWN_CODE.test(code) || CONNECTION_TROUBLE.test(code);
  const loggable: LoggableError = {
    type: error.constructor.name,
    message: messageOf(error),
    ...plainFields(error),
    ...(withStacks || !foreseen ? { stack: error.stack } : {}),
  };
  if (error.cause === undefined || depth >= DEEPEST_CAUSE) return loggable;
  return { ...loggable, cause: loggableError(error.cause, withStacks, depth + 1) };
}

/** By shape: errors of Node itself and of drivers may come from another realm. */
function isErrorLike(value: unknown): value is Error {
  return typeof (value as Error | null | undefined)?.message === 'string';
}

function plainFields(error: Error): Record<string, string | number | boolean> {
  const fields = Object.entries(error).flatMap(([name, value]): [string, string | number | boolean][] => {
    if (name === 'name' || name === 'message' || name === 'stack') return [];
    if (typeof value === 'string') return [[name, value.slice(0, LONGEST_TEXT)]];
    if (typeof value === 'bigint') return [[name, value.toString()]];
    return typeof value === 'number' || typeof value === 'boolean' ? [[name, value]] : [];
  });
  return Object.fromEntries(fields);
}
