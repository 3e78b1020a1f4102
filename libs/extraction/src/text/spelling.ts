import { TOKEN_CLASSES } from './token-kinds.js';

/** What a token's characters tell, wherever they stand. */
export interface Spelling {
  readonly value: string;
  readonly lower: string;
  readonly kind: 'word' | 'number' | 'mark';
  /** It holds a digit: a number where the tagger takes it for one. */
  readonly digits: boolean;
  /** Its kinds as bits (see `tokenKind`). */
  readonly is: number;
}

const LETTER = /\p{L}/u;
const DIGIT = /\p{N}/u;

export function spellingOf(value: string): Spelling {
  const lower = value.toLowerCase().replaceAll('’', "'");
  return {
    value,
    lower,
    kind: kindOf(value),
    digits: DIGIT.test(value),
    is: TOKEN_CLASSES.of(lower, value),
  };
}

function kindOf(text: string): Spelling['kind'] {
  if (DIGIT.test(text.charAt(0))) return 'number';
  return LETTER.test(text) ? 'word' : 'mark';
}
