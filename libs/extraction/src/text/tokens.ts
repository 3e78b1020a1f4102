import type { Paragraph, Token } from './model.js';
import { spellingOf, type Spelling } from './spelling.js';
import { LINE_END, type TaggedText } from './tagger.js';

/** Tokens of all paragraphs in text order, with part of speech, of a tagged text; fills each paragraph's token bounds. */
export function tokenize(text: string, tagged: TaggedText, paragraphs: readonly Paragraph[]): Token[] {
  const tokens = new TokenList();
  const { lexemes, starts } = tagged;
  let at = 0;
  for (const paragraph of paragraphs) {
    paragraph.firstToken = tokens.all.length;
    for (; at < lexemes.length; at++) {
      const piece = lexemes[at];
      const start = starts[at] ?? 0;
      if (!piece || start >= paragraph.end) break;
      const end = start + piece.value.length;
      if (piece === LINE_END || end <= paragraph.start) continue;
      if (holds(paragraph.joint, start, end)) tokens.addHalves(text.slice(start, end), start, paragraph);
      else tokens.add(piece, start, tagged.posOf(at), paragraph.index);
    }
    paragraph.endToken = tokens.all.length;
  }
  return tokens.all;
}

const holds = (joint: number | null, start: number, end: number): boolean =>
  joint !== null && joint > start && joint < end;

class TokenList {
  readonly all: Token[] = [];
  private end = -1;

  add(spelling: Spelling, start: number, pos: string, paragraph: number): void {
    const { value, lower, is, listed } = spelling;
    const end = start + value.length;
    this.all.push({
      index: this.all.length,
      text: value,
      lower,
      start,
      end,
      pos,
      kind: kindOf(spelling, pos),
      spaced: this.end < start,
      is,
      listed,
      sentence: 0,
      paragraph,
      quote: -1,
    });
    this.end = end;
  }

  /** A token over a caption's joint becomes two: "nightOfficials" -> "night", "Officials". */
  addHalves(word: string, start: number, { index, joint }: Paragraph): void {
    const half = (joint ?? start) - start;
    this.add(spellingOf(word.slice(0, half)), start, 'NOUN', index);
    this.add(spellingOf(word.slice(half)), start + half, 'PROPN', index);
  }
}

function kindOf({ kind, digits }: Spelling, pos: string): Token['kind'] {
  if (digits && pos === 'NUM') return 'number';
  if (kind !== 'mark') return kind;
  return pos === 'SYM' ? 'symbol' : 'punct';
}
