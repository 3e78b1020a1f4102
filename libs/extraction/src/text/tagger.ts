import { endOfPart } from './compounds.js';
import { PARTS_OF_SPEECH, POS_MACHINES } from './lexicon.js';
import { PosPatterns, type TagColumns } from './pos-patterns.js';
import { Runs } from './document-runs.js';
import { Piece, readRun } from './runs.js';
import { spellingOf } from './spelling.js';

/** Longer runs without white space are read in parts, so that one huge run never meets the limits of the tokenizer. */
const MAX_PART = 24_000;

/**
 * Compounds of one text that are read as they stand. A megabyte of news has some 12,000; what has more is noise or an attack, and is
 * read by its single words, numbers and marks from there on, at a tenth of the cost.
 */
const MOST_COMPOUNDS = 15_000;

/**
 * Characters the tokenizer drops or glues words with (byte order mark, zero-width, bidi controls, soft hyphen, other controls, line
 * breaks of other systems, Unicode spaces) become spaces: one unit for one unit, so every offset stays.
 */
const UNSEEN =
  /[\u0000-\u0008\u000B-\u001F\u007F-\u00A0\u00AD\u1680\u180E\u2000-\u200F\u2028-\u202F\u205F-\u206F\u3000\uFE00-\uFE0F\uFEFF\uFFF9-\uFFFB]/g;

/** Those of them that are no white space: what holds one is not told by its runs. */
const HIDDEN =
  /[\u0000-\u0008\u000E-\u001F\u007F-\u009F\u00AD\u180E\u200B-\u200F\u202A-\u202E\u2060-\u206F\uFE00-\uFE0F\uFFF9-\uFFFB]/;

const SPACE = PARTS_OF_SPEECH.indexOf('SPACE');
/** Stands where a line ends: no pattern of tags goes over it. */
export const LINE_END = new Piece(spellingOf('\n'), { tag: SPACE, hint: 0, possible: 0, fixed: true });

const PATTERNS = POS_MACHINES.map((machine) => new PosPatterns(machine));

/** The tokens and ends of lines of a text, in its order, as columns. */
export class TaggedText implements TagColumns {
  readonly lexemes: Piece[] = [];
  readonly events: Uint8Array;
  readonly tags: Uint8Array;
  /** Offsets in the text (UTF-16). */
  readonly starts: Int32Array;

  constructor(
    most: number,
    readonly runs: Runs,
  ) {
    this.events = new Uint8Array(most);
    this.tags = new Uint8Array(most);
    this.starts = new Int32Array(most);
  }

  add(piece: Piece, start: number): void {
    const at = this.lexemes.length;
    this.lexemes.push(piece);
    this.events[at] = piece.event;
    this.tags[at] = piece.tag;
    this.starts[at] = start;
  }

  addRun(run: Piece, start: number): void {
    if (run.value === '') return;
    for (let piece: Piece | null = run; piece; piece = piece.next) this.add(piece, start + piece.offset);
  }

  posOf(at: number): string {
    const piece = this.lexemes[at];
    return PARTS_OF_SPEECH[(piece?.fixed ? piece.tag : this.tags[at]) ?? 0] ?? 'X';
  }
}

/** Splits text into tagged tokens with exact offsets. Linear in the text's length, whatever it holds. */
export function tag(text: string): TaggedText {
  const clean = text.replace(UNSEEN, ' ');
  const runs = new Runs(clean !== text && HIDDEN.test(text) ? 0 : clean.length);
  const tagged = new TaggedText(clean.length, runs);
  let compounds = 0;
  for (let at = 0; at < clean.length;) {
    const start = skipBlank(clean, at);
    if (hasLineEnd(clean, at, start)) tagged.add(LINE_END, at);
    at = endOfRun(clean, start);
    if (at > start) compounds = addRunOf(tagged, clean, start, at, compounds);
  }
  for (const patterns of PATTERNS) patterns.mend(tagged);
  return tagged;
}

/** Gives how many compounds are read with this run. */
function addRunOf(tagged: TaggedText, text: string, start: number, end: number, compounds: number): number {
  const run = compounds > MOST_COMPOUNDS ? null : readRun(text, start, end);
  const read = compounds + (run?.compounds ?? 0);
  if (read > MOST_COMPOUNDS || end - start === MAX_PART) tagged.runs.endAt(start);
  if (!run || read > MOST_COMPOUNDS) addParts(tagged, text, start, end);
  else {
    tagged.addRun(run, start);
    tagged.runs.add(run, start);
  }
  return read;
}

function addParts(tagged: TaggedText, text: string, from: number, to: number): void {
  for (let start = from; start < to;) {
    const end = endOfPart(text, start, to);
    tagged.addRun(readRun(text, start, end), start);
    start = end;
  }
}

const isBlank = (code: number): boolean => code === 32 || code === 10 || code === 9;

/** With the unseen characters gone, tab and line feed are the only white space besides the space. */
function skipBlank(text: string, from: number): number {
  let at = from;
  while (isBlank(text.charCodeAt(at))) at++;
  return at;
}

function hasLineEnd(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (text.charCodeAt(at) !== 32) return true;
  return false;
}

function endOfRun(text: string, start: number): number {
  const limit = Math.min(text.length, start + MAX_PART);
  let at = start;
  while (at < limit && !isBlank(text.charCodeAt(at))) at++;
  return at;
}
