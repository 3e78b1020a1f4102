const QUOTE = '\u0001';
const DELIMITER = '\u0002';
/** What COPY would not take for a part of the value. Control characters are as good as never in a name and cannot be in JSON. */
const MUST_QUOTE = /[\u0001\u0002\n\r]|^\\\.$|^$/;

/** Makes COPY read the rows that `copyRow` writes: CSV, with two characters that hardly ever stand in a value. */
export const COPY_ROWS = `(FORMAT csv, DELIMITER E'\\x02', QUOTE E'\\x01')`;

export const copyRow = (values: readonly (string | number | null)[]): string =>
  `${values.map((value) => (value === null ? '' : copyValue(String(value)))).join(DELIMITER)}\n`;

const copyValue = (value: string): string =>
  MUST_QUOTE.test(value) ? `${QUOTE}${value.replaceAll(QUOTE, QUOTE + QUOTE)}${QUOTE}` : value;
