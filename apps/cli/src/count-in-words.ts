/** "1 article", "2 articles". */
export const countInWords = (count: number, noun: string): string =>
  `${count} ${noun}${count === 1 ? '' : 's'}`;
