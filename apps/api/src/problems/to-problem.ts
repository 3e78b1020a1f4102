import { HttpException } from '@nestjs/common';
import { InvalidFields } from '#domain';
import { problemType, type FieldProblem, type Problem } from './problem.js';
import { PROBLEM_STATUSES } from './problem-statuses.js';

/** Fastify's own refusals, by its error code. */
const FASTIFY_CODES: Readonly<Record<string, string>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'API.BODY_TOO_LARGE',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'API.UNSUPPORTED_MEDIA_TYPE',
  FST_ERR_CTP_INVALID_JSON_BODY: 'API.MALFORMED_JSON',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'API.MALFORMED_JSON',
  MER_ERR_GQL_PERSISTED_QUERY_NOT_FOUND: 'API.BAD_REQUEST',
};

/** What the libraries say of a request, and what tells a caller what to do. */
const PLAINER: readonly (readonly [RegExp, string])[] = [
  [/^Cannot ([A-Z]+ \S+)$/, 'There is nothing at $1. /docs lists every address.'],
  [/^Unsupported Media Type$/, 'Send application/json; POST /v1/articles also takes a page as text/html.'],
  [/^Unknown query$/, 'The body names no query. Send {"query": "{ ... }"}.'],
];

const BODY_PROBLEMS = new Set(['API.BODY_TOO_LARGE', 'API.MALFORMED_JSON']);

const OUR_FAULT = 'It was logged. Try again; if it fails again, tell the operator the time and the request.';

/** Any error as the problem a caller may see. What is not ours to show stays in the log. */
export function toProblem(error: unknown, instance?: string): Problem {
  const code = codeOf(error);
  const { status, title } = PROBLEM_STATUSES[code] ?? { status: 500, title: 'Something failed on our side' };
  const detail = status === 500 ? OUR_FAULT : plainly((error as Error).message);
  const errors = fieldProblems(error, code);
  return {
    type: problemType(code),
    title,
    status,
    detail,
    code,
    instance,
    ...(errors && { errors }),
    ...extensionsOf(error),
  };
}

const plainly = (message: string): string =>
  PLAINER.reduce((text, [theirs, ours]) => text.replace(theirs, ours), message);

function codeOf(error: unknown): string {
  if (error instanceof HttpException) return codeOfHttpException(error);
  const { code } = error as { code?: unknown };
  if (typeof code !== 'string') return error instanceof SyntaxError ? 'API.MALFORMED_JSON' : 'API.INTERNAL';
  const known = FASTIFY_CODES[code] ?? code;
  return known in PROBLEM_STATUSES ? known : 'API.INTERNAL';
}

/** Nest wraps what Fastify refuses before a route is reached. */
function codeOfHttpException(exception: HttpException): string {
  switch (exception.getStatus()) {
    case 404:
      return 'API.NOT_FOUND';
    case 413:
      return 'API.BODY_TOO_LARGE';
    case 415:
      return 'API.UNSUPPORTED_MEDIA_TYPE';
    default:
      return exception.getStatus() < 500 ? 'API.BAD_REQUEST' : 'API.INTERNAL';
  }
}

function fieldProblems(error: unknown, code: string): FieldProblem[] | null {
  if (error instanceof InvalidFields)
    return Object.entries(error.fields).map(([field, detail]) => ({ field, detail }));
  if (BODY_PROBLEMS.has(code)) return [{ field: 'body', detail: (error as Error).message }];
  const { path } = error as { path?: unknown };
  return typeof path === 'string' ? [{ field: path, detail: (error as Error).message }] : null;
}

interface Conflict {
  readonly stream?: unknown;
  readonly expected?: unknown;
  readonly actual?: unknown;
  readonly meanwhile?: unknown;
}

/** The typed facts of a conflict, so that a caller can decide anew without another request. */
function extensionsOf(error: unknown): Record<string, unknown> {
  const { stream, expected, actual, meanwhile } = error as Conflict;
  return actual === undefined
    ? {}
    : { stream, expected, actual, ...(meanwhile !== undefined && { meanwhile }) };
}
