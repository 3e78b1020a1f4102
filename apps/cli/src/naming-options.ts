import { InvalidFields } from '#domain';

/** The subject that questions give to a wrong parameter, whoever asked. */
const REQUEST = 'request';
/** Parameters whose option has another name. */
const OPTIONS: Readonly<Record<string, string>> = { recordedBy: '--as-of', claimId: '--claim' };

/** A parameter that a question refused, by the name that it has on the command line: "recordedBy" was given as --as-of. */
export function namingOptions(error: unknown, verb = ''): unknown {
  if (!(error instanceof InvalidFields) || error.subject !== REQUEST) return error;
  const fields = Object.entries(error.fields).map(([field, problem]) => [optionOf(field), problem]);
  return new InvalidFields(verb, Object.fromEntries(fields) as Record<string, string>);
}

const optionOf = (field: string): string =>
  OPTIONS[field] ?? `--${field.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;

/** 2 where an option or argument of the verb is not what it may be, 1 for all else that was not done. */
export function exitCodeOf(error: unknown, verb = ''): 1 | 2 {
  if (!(error instanceof InvalidFields)) return 1;
  return error.subject === REQUEST || error.subject.split(' ')[0] === verb ? 2 : 1;
}
