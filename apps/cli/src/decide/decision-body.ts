import { InvalidFields } from '#domain';
import { CHANGES, type DecisionOption, type DecisionVerb } from './decision-verbs.js';

export type DecisionOptions = Readonly<Record<string, unknown>>;

/**
 * The fields of a decision, as the API takes them, out of arguments and options.
 * @throws {InvalidFields} a number, a change or a mention that cannot be read
 */
export function decisionBody(
  verb: DecisionVerb,
  given: readonly unknown[],
  options: DecisionOptions,
): Record<string, unknown> {
  const ids = verb.arguments.map(({ field }, at) => [field, given[at]] as const);
  const own = (verb.options ?? []).flatMap((option) => {
    const value = options[optionName(option.flags)];
    return value === undefined ? [] : [[option.field, readOption(option, value)] as const];
  });
  const { was, [CHANGES]: set, ...fields } = Object.fromEntries<unknown>([...ids, ...own]);
  return {
    ...fields,
    ...(set !== undefined && { [CHANGES]: changesOf(set as string[], (was ?? []) as string[]) }),
    ...(options['reason'] !== undefined && { reason: options['reason'] }),
    ...(options['expect'] !== undefined && { expectedVersion: numberOf('--expect', options['expect']) }),
    ...(options['key'] !== undefined && { idempotencyKey: options['key'] }),
  };
}

/** What a field of the API is called on the command line, for messages. */
export function nameOfField(verb: DecisionVerb, field: string): string {
  const option = verb.options?.find((one) => field === one.field || field.startsWith(`${one.field}.`));
  if (option) return option.flags.split(' ')[0]!;
  const argument = verb.arguments.find((one) => one.field === field);
  return (
    argument?.name ??
    { reason: '--reason', expectedVersion: '--expect', idempotencyKey: '--key' }[field] ??
    field
  );
}

/** "--linked-claim <id>" is kept under "linkedClaim". */
const optionName = (flags: string): string =>
  flags
    .split(' ')[0]!
    .slice(2)
    .replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());

function readOption({ flags, read }: DecisionOption, value: unknown): unknown {
  const name = flags.split(' ')[0]!;
  if (read === 'number') return numberOf(name, value);
  return read === 'mentions' ? (value as string[]).map((one) => mentionOf(name, one)) : value;
}

function numberOf(option: string, value: unknown): number {
  const number = Number(value);
  if (typeof value === 'string' && value.trim() !== '' && Number.isFinite(number)) return number;
  throw new InvalidFields('decide', { [option]: `must be a number, not "${String(value)}"` });
}

function mentionOf(option: string, given: string): object {
  const [reportId, field, index, ...more] = given.split(':');
  if (index !== undefined && /^\d{1,6}$/.test(index) && more.length === 0)
    return { reportId, field, index: Number(index) };
  throw new InvalidFields('decide', { [option]: `must be as REPORT:attribution:0, not "${given}"` });
}

function changesOf(set: readonly string[], was: readonly string[]): object[] {
  const before = new Map(was.map((one) => assignment('--was', one)));
  const changes = set.map((one) => {
    const [field, to] = assignment('--set', one);
    const from = before.has(field) && { from: before.get(field) };
    before.delete(field);
    return { field, ...from, to };
  });
  const [left] = before.keys();
  if (left !== undefined)
    throw new InvalidFields('decide', { '--was': `names "${left}", which no --set corrects` });
  return changes;
}

/** "value=60": JSON where it is that, else words. */
function assignment(option: string, given: string): [field: string, value: unknown] {
  const at = given.indexOf('=');
  if (at < 1) throw new InvalidFields('decide', { [option]: `must be as field=value, not "${given}"` });
  const [field, value] = [given.slice(0, at), given.slice(at + 1)];
  // Names of places are words, whatever they look like.
  if (field === 'place') return ['places', [{ text: value, role: 'location' }]];
  try {
    return [field, JSON.parse(value)];
  } catch {
    return [field, value];
  }
}
