import { Scalar, type CustomScalar } from '@nestjs/graphql';
import { GraphQLError } from 'graphql';

/** Any JSON value: the data of an event, whose shape its type gives. It is answered, never taken. */
@Scalar('JSON')
export class JsonScalar implements CustomScalar<unknown, unknown> {
  readonly description =
    'Any JSON value. What the data of an event holds is given by its type: docs/events.md.';

  serialize(value: unknown): unknown {
    return value;
  }

  parseValue(): never {
    throw new GraphQLError('JSON is answered, never taken as an argument.');
  }

  parseLiteral(): never {
    return this.parseValue();
  }
}
