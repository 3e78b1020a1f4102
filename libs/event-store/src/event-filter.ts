import { escapeLiteral } from 'pg';
import { InvalidRead } from './errors.js';
import type { EventFilter } from './event-store.js';

/** A stream's id up to its first hyphen. No index: one would cost every append, and filtered readings go in windows. */
const CATEGORY = `split_part(stream_id, '-', 1)`;

/**
 * What the filter asks of a row, as SQL that begins with AND; '' where it asks nothing. As literals, so that each read is
 * planned for the values it has: a rare type needs another plan than a common one.
 * @throws {InvalidRead} an empty list, which could only be a mistake
 */
export function filterCondition(filter: EventFilter): string {
  const { types, exceptTypes, categories, correlationId, partition } = filter;
  return [
    types && `type = ANY (${textArray('types', types)})`,
    exceptTypes && exceptTypes.length > 0 && `type <> ALL (${textArray('exceptTypes', exceptTypes)})`,
    categories && `${CATEGORY} = ANY (${textArray('categories', categories)})`,
    correlationId !== undefined && `correlation_id = ${textLiteral(correlationId)}`,
    partition && `${partitionOf(partition.of)} = ${partition.number}`,
  ]
    .filter((condition) => typeof condition === 'string')
    .map((condition) => ` AND ${condition}`)
    .join('');
}

/** The first 32 bits of the MD5 of the stream's id, modulo their number: the same in every version of PostgreSQL and elsewhere. */
const partitionOf = (partitions: number): string =>
  `('x' || left(md5(stream_id), 8))::bit(32)::bigint % ${partitions}`;

function textArray(name: string, values: readonly string[]): string {
  if (values.length === 0) throw new InvalidRead(`${name} names nothing, so that no event could be read.`);
  return `ARRAY[${values.map(textLiteral).join(', ')}]::text[]`;
}

function textLiteral(value: string): string {
  if (value.includes('\0')) throw new InvalidRead('A filter holds a NUL character, which no event does.');
  return escapeLiteral(value);
}
