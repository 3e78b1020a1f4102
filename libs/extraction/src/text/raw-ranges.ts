import type { TextRange } from '#domain';

/** What was read, with every range in it, however deep, replaced. Other values stay as they are. */
export function withRanges<T>(read: T, replace: (range: TextRange) => TextRange): T {
  const visit = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(visit);
    if (typeof value !== 'object' || value === null) return value;
    return isRange(value)
      ? replace(value)
      : Object.fromEntries(Object.entries(value).map(([name, part]) => [name, visit(part)]));
  };
  return visit(read) as T;
}

/** Periods have a start and an end too, but of days. */
const isRange = (value: object): value is TextRange =>
  'start' in value && 'end' in value && typeof value.start === 'number' && typeof value.end === 'number';
