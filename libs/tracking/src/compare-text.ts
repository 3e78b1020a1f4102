/** Orders text by its UTF-16 code units, as nothing of a locale or a machine changes: what is derived must come out alike everywhere. */
export const compareText = (a: string, b: string): number => (a < b ? -1 : Number(a > b));
