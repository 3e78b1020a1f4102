import type { Paragraph, Token } from './model.js';
import { tag, type Tagged } from './tagger.js';

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
      for (const part of splitPiece(text, piece, paragraph.joint)) push(tokens, text, part, paragraph.index);
    }
    paragraph.endToken = tokens.length;
  }
  return tokens;
}

function push(tokens: Token[], text: string, piece: Tagged, paragraph: number): void {
  const { start, end, pos } = piece;
  const words = text.slice(start, end);
  const last = tokens.at(-1);
  tokens.push({
    index: tokens.length,
    text: words,
    lower: lowered(words),
    start,
    end,
    pos,
    kind: kindOf(words, pos),
    spaced: last === undefined || last.end < start,
    sentence: 0,
    paragraph,
    quote: -1,
  });
}

function lowered(words: string): string {
  const lower = words.toLowerCase();
  return lower.includes('’') ? lower.replaceAll('’', "'") : lower;
}

function kindOf(words: string, pos: string): Token['kind'] {
  if (PLAIN_WORD.test(words)) return 'word';
  if (DIGIT.test(words) && (pos === 'NUM' || DIGIT.test(words.charAt(0)))) return 'number';
  if (LETTER.test(words)) return 'word';
  return pos === 'SYM' ? 'symbol' : 'punct';
}

/** A token over a caption's joint becomes two: "nightOfficials" -> "night", "Officials". */
function splitPiece(text: string, piece: Tagged, joint: number | null): Tagged[] {
  if (joint !== null && joint > piece.start && joint < piece.end) {
    return [
      { start: piece.start, end: joint, pos: 'NOUN' },
      { start: joint, end: piece.end, pos: 'PROPN' },
    ];
  }
  return [piece];
}
