import { listedAs, type Listed } from '../words/word-list.js';
import { TOKEN_CLASSES } from './token-kinds.js';

/** What a token's characters tell, wherever they stand. */
export interface Spelling extends Listed {
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

/** Acronyms that in small letters would be pronouns: they have no other form. */
const NO_PRONOUN = /^(?:WHO|US)$/;

export function spellingOf(value: string): Spelling {
  const lower = NO_PRONOUN.test(value) ? value : value.toLowerCase().replaceAll('’', "'");
  return {
    value,
    lower,
    kind: kindOf(value),
    digits: DIGIT.test(value),
    is: TOKEN_CLASSES.of(lower, value),
    listed: listedAs(lower),
  };
}

function kindOf(text: string): Spelling['kind'] {
  if (DIGIT.test(text.charAt(0))) return 'number';
  return LETTER.test(text) ? 'word' : 'mark';
}
