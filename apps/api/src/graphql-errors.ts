import type { ExecutionResult, GraphQLFormattedError } from 'graphql';
import { GraphQLError } from 'graphql';
import type { Logger } from '#platform';
import { toProblem } from './problems/to-problem.js';

/** Resolver errors as GraphQL gives them: the problem's code, fields and facts in `extensions`; our own faults only in the log. */
export function formatGraphqlErrors(
  execution: ExecutionResult,
  logger: Logger,
): { statusCode: number; response: ExecutionResult } {
  const errors = (execution.errors ?? [])
    .flatMap(validationErrors)
    .map((error) => formatError(error, logger));
  const allRefused = execution.data === undefined || execution.data === null;
  return {
    statusCode: allRefused ? 400 : 200,
    response: { data: execution.data ?? null, errors: errors as GraphQLError[] },
  };
}

function formatError(error: GraphQLError, logger: Logger): GraphQLFormattedError {
  const { originalError } = error;
  if (!originalError || originalError instanceof GraphQLError) return refusedQuery(error);
  const {
    code,
    title,
    detail,
    status,
    type: _type,
    instance: _instance,
    ...facts
  } = toProblem(originalError);
  if (status >= 500) logger.error({ err: originalError }, title);
  return {
    message: detail,
    path: error.path,
    locations: error.locations,
    extensions: { code, ...facts },
  };
}

/** Mercurius wraps what GraphQL says of a query that does not fit the schema, or is too deep, in one error of its own. */
function validationErrors(error: GraphQLError): readonly GraphQLError[] {
  const { errors } = (error.originalError ?? {}) as { errors?: readonly GraphQLError[] };
  return errors?.length ? errors.map(toGraphqlError) : [error];
}

const toGraphqlError = (error: Error): GraphQLError =>
  error instanceof GraphQLError ? error : new GraphQLError(error.message);

/** The query itself is at fault: what GraphQL says of it is what the caller needs. */
const refusedQuery = ({ message, path, locations }: GraphQLError): GraphQLFormattedError => ({
  message,
  path,
  locations,
  extensions: { code: 'API.BAD_REQUEST' },
});
