import { KnownWords } from '../words/known-words.js';
import { WordClasses } from '../words/word-classes.js';
import { readWords, type Word } from '../words/words.js';
import { compoundsIn } from './compounds.js';
import { Lexicon, type Lexeme } from './lexicon.js';
import { eventOf } from './pos-patterns.js';
import { plainLetters } from './plain-letters.js';
import { spellingOf, type Spelling } from './spelling.js';

/** A token in a run of characters between white space. One object holds all that is ever asked of it, so that a token costs one look into memory. */
export class Piece implements Spelling, Lexeme {
  readonly value: string;
  readonly lower: string;
  readonly kind: Spelling['kind'];
  readonly digits: boolean;
  readonly is: number;
  readonly listed: number;
  readonly tag: number;
  readonly hint: number;
  readonly possible: number;
  readonly fixed: boolean;
  /** By what patterns of tags know it. */
  readonly event: number;
  /** The next token of the run. */
  next: Piece | null = null;
  /** Of the first token: the kinds of its run as bits (see `runKind`). */
  runIs = 0;
  /** Of the first token: how much of a compound its run is (see `compoundsIn`). */
  compounds = 0;
  /** Of the first token: the plain words of its run, by their place in it; null until somebody asks for them. */
  words: readonly Word[] | null = null;
  /** Of the first token: what the words of its run tell of a matter (see `matterOfRun`); null until somebody asks for it. */
  matter: readonly string[] | null = null;

  /**
   * @param text the characters of the run that it begins; of a later piece its own
   * @param offset where it begins in its run (UTF-16)
   */
  constructor(
    spelling: Spelling,
    { tag, hint, possible, fixed }: Omit<Lexeme, 'value'>,
    readonly text = spelling.value,
    readonly offset = 0,
  ) {
    this.value = spelling.value;
    this.lower = spelling.lower;
    this.kind = spelling.kind;
    this.digits = spelling.digits;
    this.is = spelling.is;
    this.listed = spelling.listed;
    this.tag = tag;
    this.hint = hint;
    this.possible = possible;
    this.fixed = fixed;
    this.event = eventOf({ hint, tag });
  }
}

/** The kinds of runs of characters between white space. */
const RUN_CLASSES = new WordClasses();

/** Declares a kind of runs before anything is read, those that hold a pattern. Gives the bit of `Piece.runIs`. */
export const runKind = (pattern: RegExp): number => RUN_CLASSES.define((_, run) => pattern.test(run));

/** The plain words of a run, by their place in it. */
export const wordsOfRun = (run: Piece): readonly Word[] => (run.words ??= readWords(run.text));

/** The tokenizer is quadratic in the length of a run without spaces, so longer ones are cut for it. */
const MAX_RUN = 60;
/** Of a row of marks without a letter the first ones are read: a ruled line or an attack, never prose. */
const MAX_MARKS = 12;
/** How far behind the one before it a token may stand. */
const WINDOW = 200;

const ROW_OF_MARKS = new RegExp(`[^\\p{L}\\p{N}\\p{M}\\s]{${MAX_MARKS + 1},}`, 'gu');
/** Marks that are always tokens of their own. Set apart, they keep the tokenizer from its slow path, which takes each word to pieces. */
const APART = /[“”"()[\]{}<>«»;—/%&…]|(?<![!?.])[!?](?![!?.])|,(?!\d)|(?<=\p{L})['’]$/gu;
/** Most runs: nothing in them is set apart. */
const PLAIN_WORD = /^[A-Za-z]{1,59}$/;
/** A plain word with marks that are set apart: most runs that are no plain word. */
const MARKED_WORD = /^([“"(]?)([A-Za-z]{1,50})([,;!?”")]?)$/;
/** A word or number with what is a token of its own behind a word that the lexicon does not know: "Ostvik's", "2,731.", "Ostvik-held". */
const WITH_TAIL = /^([A-Za-z]{2,57}|\d+(?:[.,]\d+)*)(?:(['’]s|[.:])|(-)([A-Za-z]+))$/;
const LONG_RUN = new RegExp(`\\S{${MAX_RUN}}`, 'g');

const lexicon = new Lexicon();
const RUNS = new KnownWords(firstPiece);

/**
 * The first token of the characters from `start` to before `end`, between which no white space stands; its `value` is empty where the
 * run has none. What stands around the run is not looked at.
 */
export const readRun = (text: string, start: number, end: number): Piece => RUNS.at(text, start, end);

function firstPiece(run: string): Piece {
  const plain = plainLetters(run);
  if (PLAIN_WORD.test(plain)) return linked(run, plain, lexicon.read(plain).map(pieceOf));
  const marked = MARKED_WORD.exec(plain);
  if (marked) return linked(run, plain, marked.slice(1).flatMap(piecesOf));
  const read = plain.length > MAX_MARKS ? plain.replace(ROW_OF_MARKS, shortened) : plain;
  const apart = read.replace(APART, ' $& ');
  const cut = apart.length < MAX_RUN ? apart : apart.replace(LONG_RUN, '$& ');
  return linked(run, read, cut.split(' ').flatMap(piecesOf));
}

/** Single characters, marks most of them, and possessive endings stand apart in very many runs. */
const OFTEN_APART = new Map<string, readonly Piece[]>();
const POSSESSIVES: ReadonlySet<string> = new Set(["'s", '’s']);

/** A word is looked for among the runs: most that are new are known words with new neighbours. */
function piecesOf(unit: string): readonly Piece[] {
  if (unit === '') return [];
  if (unit.length > 1 && !POSSESSIVES.has(unit)) {
    if (PLAIN_WORD.test(unit)) return chainFrom(readRun(unit, 0, unit.length));
    return takenApart(unit)?.flatMap(piecesOf) ?? lexicon.read(unit).map(pieceOf);
  }
  const pieces = OFTEN_APART.get(unit) ?? lexicon.read(unit).map(pieceOf);
  OFTEN_APART.set(unit, pieces);
  return pieces;
}

/** Where the lexicon knows neither the whole ("Co.", "she's") nor the word before the tail, its tokenizer would find the same tokens. */
function takenApart(unit: string): string[] | null {
  const [, word = '', ...tail] = WITH_TAIL.exec(unit) ?? [];
  if (word === '' || !lexicon.isUnknown(unit) || !lexicon.isUnknown(word)) return null;
  return [word, ...tail.filter((part) => part !== undefined)];
}

function chainFrom(first: Piece): readonly Piece[] {
  const chain: Piece[] = [];
  for (let piece: Piece | null = first; piece; piece = piece.next) chain.push(piece);
  return chain;
}

const shortened = (row: string): string => row.slice(0, MAX_MARKS).padEnd(row.length);

/** The tokens as found again, one behind the other, in what was read of the run. */
function linked(run: string, read: string, pieces: readonly Piece[]): Piece {
  let [first, last]: (Piece | null)[] = [null, null];
  let from = 0;
  for (const piece of pieces) {
    const offset = piece.value.trim() === '' ? -1 : locate(read, piece.value, from);
    if (offset < 0) continue;
    from = offset + piece.value.length;
    // Its own letters, of which the tokenizer may have been given plain ones.
    const own = run.startsWith(piece.value, offset) ? piece : spellingOf(run.slice(offset, from));
    const next: Piece = new Piece(own, piece, first ? own.value : run, offset);
    if (last) last.next = next;
    first ??= next;
    last = next;
  }
  first ??= new Piece(spellingOf(''), NOT_READ, run);
  first.runIs = RUN_CLASSES.of(run, run);
  first.compounds = compoundsIn(run);
  return first;
}

const pieceOf = (lexeme: Lexeme): Piece => new Piece(spellingOf(lexeme.value), lexeme);

/** Of a run that the lexicon reads nothing in. */
const NOT_READ: Omit<Lexeme, 'value'> = { tag: 0, hint: 0, possible: 0, fixed: true };

/** At the expected place, or near it where the lexicon left something out. */
function locate(read: string, value: string, from: number): number {
  if (read.startsWith(value, from)) return from;
  const near = read.slice(from, from + WINDOW + value.length).indexOf(value);
  return near < 0 ? -1 : from + near;
}
