/** The name of a source whom only a word stands for ("he"), where the article names nobody who fits: it tells of nobody beyond that text. */
export const unknownSource = (word: string): string => `unknown (“${word}”)`;

/** Whether a name is one of those: the same in two articles is two sources. */
export const isUnknownSource = (name: string): boolean => /^unknown \(“[^”]*”\)$/.test(name);
