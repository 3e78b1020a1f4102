import model from 'wink-eng-lite-web-model';
import winkNLP, { type ItsFunction } from 'wink-nlp';

/** One token of the tagger, found again in the raw text (UTF-16). */
export interface Tagged {
  readonly start: number;
  readonly end: number;
  readonly pos: string;
  readonly lemma: string;
}

const nlp = winkNLP(model, ['pos']);
// The helpers are plain functions; `lemma` is typed with one more parameter than `out` admits.
const {
  value: valueOf,
  pos: posOf,
  lemma: lemmaOf,
} = nlp.its as unknown as Record<'value' | 'pos' | 'lemma', ItsFunction<string>>;

/** The tagger's tokenizer is quadratic in the length of a run without spaces, so longer runs are cut for it. */
const MAX_RUN = 80;
/** Read in blocks, so that one huge text never meets the tagger's internal limits. */
const BLOCK = 24_000;
/** How far a token may stand from where it is expected. */
const WINDOW = 200;

/**
 * Characters the tagger drops or glues words with (byte order mark, zero-width, bidi controls, soft hyphen, other controls, line
 * breaks of other systems, Unicode spaces) become spaces: one unit for one unit, so every offset stays.
 */
const UNSEEN =
  /[\u0000-\u0008\u000B-\u001F\u007F-\u00A0\u00AD\u1680\u180E\u2000-\u200F\u2028-\u202F\u205F-\u206F\u3000\uFE00-\uFE0F\uFEFF\uFFF9-\uFFFB]/g;
const LONG_RUN = new RegExp(`[^\\s]{${MAX_RUN}}`, 'g');
const BLANK = /\s/;

/** Splits text into tagged tokens with exact offsets. Linear in the text's length, whatever it holds. */
export function tag(text: string): Tagged[] {
  const clean = text.replace(UNSEEN, ' ').replace(LONG_RUN, (run) => `${run.slice(0, -1)} `);
  const out: Tagged[] = [];
  for (let from = 0; from < clean.length;) {
    const to = blockEnd(clean, from);
    tagBlock(clean.slice(from, to), from, out);
    from = to;
  }
  return out;
}

function blockEnd(clean: string, from: number): number {
  if (clean.length - from <= BLOCK) return clean.length;
  const limit = from + BLOCK;
  const line = clean.lastIndexOf('\n', limit);
  if (line > from) return line + 1;
  const space = clean.lastIndexOf(' ', limit);
  return space > from ? space + 1 : limit;
}

function tagBlock(block: string, offset: number, out: Tagged[]): void {
  const tokens = nlp.readDoc(block).tokens();
  const values = tokens.out(valueOf);
  const tags = tokens.out(posOf);
  const lemmas = tokens.out(lemmaOf);
  let cursor = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i] ?? '';
    while (cursor < block.length && BLANK.test(block.charAt(cursor))) cursor++;
    if (value.trim() === '') continue;
    const start = locate(block, value, cursor);
    if (start < 0) continue;
    const end = start + value.length;
    out.push({ start: offset + start, end: offset + end, pos: tags[i] ?? 'X', lemma: lemmas[i] ?? value });
    cursor = end;
  }
}

/** Where the token stands: at the cursor, or near it where the tagger left something out. */
function locate(block: string, value: string, cursor: number): number {
  if (block.startsWith(value, cursor)) return cursor;
  const near = block.slice(cursor, cursor + WINDOW + value.length).indexOf(value);
  return near < 0 ? -1 : cursor + near;
}
