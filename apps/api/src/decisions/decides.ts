import { applyDecorators, HttpCode, type Type } from '@nestjs/common';
import { ApiBody, ApiHeader, ApiOkResponse, ApiOperation, ApiResponse, OmitType } from '@nestjs/swagger';
import { DecisionResultType } from './decision.types.js';
import { DECISION_INPUTS, type DecisionType } from './parse-decision.js';

/** What OpenAPI says of a route that decides: the body is the input of the mutation without what stands in the path. */
export const Decides = (type: DecisionType, inPath: string, summary: string): MethodDecorator =>
  applyDecorators(
    HttpCode(200),
    ApiOperation({ summary, operationId: type }),
    ApiHeader({
      name: 'Idempotency-Key',
      required: false,
      description: 'A retry with the same key records nothing new.',
    }),
    ApiBody({ type: bodyOf(type, inPath) }),
    ApiOkResponse({ type: DecisionResultType }),
    ApiResponse({
      status: 409,
      description: 'Somebody else decided first: `meanwhile` tells what (docs/errors.md).',
    }),
  );

function bodyOf(type: DecisionType, inPath: string): Type {
  const input = DECISION_INPUTS[type] as unknown as Type<Record<string, unknown>>;
  const body = OmitType(input, [inPath]);
  Object.defineProperty(body, 'name', { value: `${input.name.replace(/Input$/, '')}Body` });
  return body;
}
