import model from 'wink-eng-lite-web-model';
import winkNLP, { type ItsFunction } from 'wink-nlp';

/** One token of the tagger, found again in the raw text (UTF-16). */
export interface Tagged {
  readonly start: number;
  readonly end: number;
  /** The characters there. */
  readonly value: string;
  readonly pos: string;
}

let nlp = winkNLP(model, ['pos']);
// The helpers are plain functions, typed with one more parameter than `out` admits.
const { value: valueOf, pos: posOf } = nlp.its as unknown as Record<'value' | 'pos', ItsFunction<string>>;

/** The tagger's tokenizer is quadratic in the length of a run without spaces, so longer runs are cut for it. */
const MAX_RUN = 60;
/** Of a run of marks without a letter the tagger reads the first ones: a ruled line or an attack, never prose. */
const MAX_MARKS = 12;
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
const RUN_OF_MARKS = new RegExp(`[^\\p{L}\\p{N}\\p{M}\\s]{${MAX_MARKS + 1},}`, 'gu');
/** Marks that are always tokens of their own. Set apart, they keep the tagger from its slow path, which takes each word to pieces. */
const APART = /[“”"()[\]{}<>«»;—/%&…]|(?<![!?.])[!?](?![!?.])|,(?!\d)|(?<=\p{L})['’](?=\s)/gu;
const LONG_RUN = new RegExp(`\\S{${MAX_RUN}}`, 'g');

/** The tagger keeps every word it ever saw: a new one, which takes a quarter of a second, forgets them. */
export function forgetWords(): void {
  nlp = winkNLP(model, ['pos']);
}

/** Splits text into tagged tokens with exact offsets. Linear in the text's length, whatever it holds. */
export function tag(text: string): Tagged[] {
  const seen = text.replace(UNSEEN, ' ');
  const clean = mayHoldMarks(seen)
    ? seen.replace(RUN_OF_MARKS, (run) => run.slice(0, MAX_MARKS).padEnd(run.length))
    : seen;
  const out: Tagged[] = [];
  for (let from = 0; from < clean.length;) {
    const to = blockEnd(clean, from);
    tagBlock(clean.slice(from, to), from, out);
    from = to;
  }
  return out;
}

/** A run of marks may stand in the text: the pattern for it costs a look into the Unicode tables a character. */
function mayHoldMarks(text: string): boolean {
  let run = 0;
  for (let at = 0; at < text.length && run <= MAX_MARKS; at++)
    run = isPlain(text.charCodeAt(at)) ? 0 : run + 1;
  return run > MAX_MARKS;
}

/** An unaccented letter, a digit, a space or a line break. */
function isPlain(code: number): boolean {
  const lower = code | 32;
  return (lower > 96 && lower < 123) || isBlank(code) || (code > 47 && code < 58);
}

function blockEnd(clean: string, from: number): number {
  if (clean.length - from <= BLOCK) return clean.length;
  const limit = from + BLOCK;
  const line = clean.lastIndexOf('\n', limit);
  if (line > from) return line + 1;
  const space = clean.lastIndexOf(' ', limit);
  return space > from ? space + 1 : limit;
}

/** The tagger reads the block with marks set apart and long runs cut; its tokens are found again in the block as it stands. */
function tagBlock(block: string, offset: number, out: Tagged[]): void {
  const apart = block.replace(APART, ' $& ');
  const tokens = nlp.readDoc(hasLongRun(apart) ? apart.replace(LONG_RUN, '$& ') : apart).tokens();
  const values = tokens.out(valueOf);
  const tags = tokens.out(posOf);
  let cursor = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i] ?? '';
    cursor = skipBlank(block, cursor);
    if (value.trim() === '') continue;
    const start = locate(block, value, cursor);
    if (start < 0) continue;
    cursor = start + value.length;
    out.push({ start: offset + start, end: offset + cursor, value, pos: tags[i] ?? 'X' });
  }
}

/** One walk over the characters: the pattern for long runs tries at each of them. */
function hasLongRun(block: string): boolean {
  let run = 0;
  for (let at = 0; at < block.length && run < MAX_RUN; at++)
    run = isBlank(block.charCodeAt(at)) ? 0 : run + 1;
  return run >= MAX_RUN;
}

const isBlank = (code: number): boolean => code === 32 || code === 10 || code === 9;

/** In a block, tab and line feed are the only white space besides the space. */
function skipBlank(block: string, from: number): number {
  let at = from;
  while (isBlank(block.charCodeAt(at))) at++;
  return at;
}

/** Where the token stands: at the cursor, or near it where the tagger left something out. */
function locate(block: string, value: string, cursor: number): number {
  if (block.startsWith(value, cursor)) return cursor;
  const near = block.slice(cursor, cursor + WINDOW + value.length).indexOf(value);
  return near < 0 ? -1 : cursor + near;
}
