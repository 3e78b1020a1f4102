const SPECIAL = /[\\\t\n\r]/;
const EACH_SPECIAL = /[\\\t\n\r]/g;
const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

/** A value as PostgreSQL's COPY takes it in its text format. */
export function copyText(value: string | null): string {
  if (value === null) return '\\N';
  return SPECIAL.test(value)
    ? value.replace(EACH_SPECIAL, (character) => ESCAPES[character] as string)
    : value;
}
