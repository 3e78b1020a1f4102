const SPECIAL = /[\\\n\r\t]/g;
const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** A row as COPY's text form takes it. */
export const copyRow = (values: readonly (string | number | null)[]): string =>
  `${values.map((value) => (value === null ? '\\N' : String(value).replace(SPECIAL, escape))).join('\t')}\n`;

const escape = (character: string): string => ESCAPES[character] as string;
