import type { Paragraph, Token } from './model.js';
import { forgetWords, tag, type Tagged } from './tagger.js';
import { TOKEN_CLASSES } from './token-kinds.js';

const LETTER = /\p{L}/u;
const DIGIT = /\p{N}/u;
/** Most tokens: told without the Unicode tables. */
const PLAIN_WORD = /^[A-Za-z]+$/;

/** Tokens of all paragraphs in text order, with part of speech; fills each paragraph's token bounds. */
export function tokenize(text: string, paragraphs: readonly Paragraph[]): Token[] {
  const tokens: Token[] = [];
  const tagged = tag(text);
  let at = 0;
  for (const paragraph of paragraphs) {
    paragraph.firstToken = tokens.length;
    while (at < tagged.length && (tagged[at]?.end ?? 0) <= paragraph.start) at++;
    for (; at < tagged.length; at++) {
      const piece = tagged[at];
      if (!piece || piece.start >= paragraph.end) break;
      for (const part of splitPiece(text, piece, paragraph.joint)) push(tokens, part, paragraph.index);
    }
    paragraph.endToken = tokens.length;
  }
  return tokens;
}

function push(tokens: Token[], piece: Tagged, paragraph: number): void {
  const { start, end, pos } = piece;
  const spelling = spellingOf(piece.value);
  const index = tokens.length;
  tokens.push({
    index,
    text: spelling.text,
    lower: spelling.lower,
    start,
    end,
    pos,
    kind: kindOf(spelling, pos),
    spaced: index === 0 || (tokens[index - 1]?.end ?? 0) < start,
    is: spelling.is,
    sentence: 0,
    paragraph,
    quote: -1,
  });
}

/** What a token's characters tell, wherever they stand. */
interface Spelling {
  readonly text: string;
  readonly lower: string;
  readonly kind: 'word' | 'number' | 'mark';
  /** It holds a digit: a number where the tagger takes it for one. */
  readonly digits: boolean;
  readonly is: number;
}

/** Spellings are kept, so that each is looked at once; beyond so many all are forgotten, here and by the tagger. */
const MOST_KNOWN = 100_000;
const known = new Map<string, Spelling>();

function spellingOf(text: string): Spelling {
  const found = known.get(text);
  if (found) return found;
  if (known.size === MOST_KNOWN) {
    known.clear();
    forgetWords();
  }
  const isPlain = PLAIN_WORD.test(text);
  const kind = !isPlain && DIGIT.test(text.charAt(0)) ? 'number' : LETTER.test(text) ? 'word' : 'mark';
  const lower = text.toLowerCase().replaceAll('’', "'");
  const spelling: Spelling = {
    text,
    lower,
    kind: isPlain ? 'word' : kind,
    digits: DIGIT.test(text),
    is: TOKEN_CLASSES.of(lower, text),
  };
  known.set(text, spelling);
  return spelling;
}

function kindOf({ kind, digits }: Spelling, pos: string): Token['kind'] {
  if (digits && pos === 'NUM') return 'number';
  if (kind !== 'mark') return kind;
  return pos === 'SYM' ? 'symbol' : 'punct';
}

/** A token over a caption's joint becomes two: "nightOfficials" -> "night", "Officials". */
function splitPiece(text: string, piece: Tagged, joint: number | null): Tagged[] {
  if (joint !== null && joint > piece.start && joint < piece.end) {
    return [
      { start: piece.start, end: joint, value: text.slice(piece.start, joint), pos: 'NOUN' },
      { start: joint, end: piece.end, value: text.slice(joint, piece.end), pos: 'PROPN' },
    ];
  }
  return [piece];
}
