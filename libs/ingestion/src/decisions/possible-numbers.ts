import { InvalidFields } from '#domain';

/** The numbers of a figure, as a correction leaves them. */
interface Numbers {
  readonly value: number | null;
  readonly max: number | null;
  readonly quantifier: string;
}

/**
 * People, households, homes and incidents are counted in whole numbers from 0; a range ends where it begins or above.
 * @throws {InvalidFields}
 */
export function refuseImpossibleNumbers({ value, max, quantifier }: Numbers): void {
  const problems: Record<string, string> = {};
  for (const [field, number] of Object.entries({ value, max }))
    if (number !== null && !isCount(number)) problems[field] = NO_COUNT;
  if (max !== null && (value === null || max < value))
    problems['max'] = 'ends a range: "value" must be given, and not above it';
  if (quantifier === 'between' && max === null)
    problems['quantifier'] = 'says "between": correct "max" with it';
  if (quantifier === 'exact' && max !== null)
    problems['quantifier'] = 'is exact, which has no "max": correct it to "between", or "max" to null';
  if (Object.keys(problems).length > 0) throw new InvalidFields('correction', problems);
}

/** @throws {InvalidFields} */
export function refuseImpossibleValue(value: number | null): void {
  if (value !== null && !isCount(value)) throw new InvalidFields('recommendation', { value: NO_COUNT });
}

const NO_COUNT = 'must be a whole number, 0 or more';

const isCount = (value: number): boolean => Number.isSafeInteger(value) && value >= 0;
