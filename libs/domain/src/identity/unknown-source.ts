/** The name of a source whom only a word stands for ("he"), where the article names nobody who fits: it tells of nobody beyond that text. */
export const unknownSource = (word: string): string => `unknown (“${word}”)`;

/** The names of those, to PostgreSQL too. */
export const UNKNOWN_SOURCE = /^unknown \(“[^”]*”\)$/;

/** Whether a name is one of those: the same in two articles is two sources. */
export const isUnknownSource = (name: string): boolean => UNKNOWN_SOURCE.test(name);
