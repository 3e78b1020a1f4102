import { Scalar, type CustomScalar } from '@nestjs/graphql';
import { valueFromASTUntyped, type ValueNode } from 'graphql';

/** Any JSON value: the data of an event, or a field of a report before and after a correction. */
@Scalar('JSON')
export class JsonScalar implements CustomScalar<unknown, unknown> {
  readonly description =
    'Any JSON value. What the data of an event holds is given by its type: docs/events.md.';

  serialize(value: unknown): unknown {
    return value;
  }

  parseValue(value: unknown): unknown {
    return value;
  }

  parseLiteral(ast: ValueNode, variables?: Record<string, unknown> | null): unknown {
    return valueFromASTUntyped(ast, variables);
  }
}
