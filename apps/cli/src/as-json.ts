/** One line of JSON, positions in the log as text. */
export const asJson = (value: object, indent?: number): string =>
  JSON.stringify(value, (_key, item: unknown) => (typeof item === 'bigint' ? item.toString() : item), indent);
