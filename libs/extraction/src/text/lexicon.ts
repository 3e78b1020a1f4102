import model from 'wink-eng-lite-web-model';
import winkNLP, { type Model } from 'wink-nlp';

/** A token as the lexicon of wink-nlp knows it, whatever stands around it. */
export interface Lexeme {
  /** Its characters. */
  readonly value: string;
  /** The likeliest part of speech, an index into `PARTS_OF_SPEECH`. */
  readonly tag: number;
  /** The class of words by which patterns know it; 0 where they go by its tag. */
  readonly hint: number;
  /** The parts of speech it can have at all, a bit each. */
  readonly possible: number;
  /** Part of a contraction: its tag stays, whatever stands around it. */
  readonly fixed: boolean;
}

/** The universal parts of speech in the order of the model. */
export const PARTS_OF_SPEECH: readonly string[] =
  'UNK ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SPACE SYM VERB X SCONJ'.split(' ');

// wink-nlp takes its model as an object of functions, typed as unknown, and hands all it knows of a text to the function `setter`.
interface Knowledge {
  value(word: number): string;
  normal(word: number): number;
  /** The normal form of a part of a contraction, from the number that holds it. */
  nox(packed: number): number;
  property(word: number, name: 'posHint' | 'lexemeCID'): number;
  isMemberPOS(normal: number, tag: number): boolean;
}
interface RawText {
  /** Four numbers a token: the word; the spaces before it, above which stands a contraction's normal form; a fixed tag; flags. */
  readonly tokens: readonly number[];
  readonly cache: Knowledge;
}
interface Vocabulary {
  readonly list: string[];
  readonly hash: Record<string, number>;
}
interface Core {
  readonly features: { readonly lexeme: Vocabulary };
}
interface PosModel {
  readonly machines: readonly string[];
  readonly setter: (text: RawText, tags: readonly number[]) => void;
}
interface Features {
  /** The likeliest part of speech of an unknown word, by its form or by that of its lower case if that is known. */
  pos(
    word: string,
    category: number,
    known: { lookup(lower: string): number[]; intrinsicSize(): number },
  ): number;
}
interface OpenModel extends Model {
  readonly core: () => Core;
  readonly pos: () => PosModel;
  readonly featureFn: (config: unknown) => Features;
  readonly metaCER: () => unknown;
}

const MODEL = model as OpenModel;
/** What is asked of no word is not worked out for an unknown one, and fills no vocabulary. */
const UNUSED_FEATURES = { shape: () => '', prefix: () => '', suffix: () => '' };
/** The model's own doubles with each loading, until it is too long for a string. */
const NO_ENTITIES = { machines: '[]', transformers: [] };
const GUESSED = MODEL.featureFn({});
const NOTHING_KNOWN = { lookup: () => [0], intrinsicSize: () => 0 };
/** The categories of tokens of letters only, and of numbers. */
const WORD = 1;
const NUMBER = 2;
/** One token always, whether it is known or not. */
const LETTERS = /^[A-Za-z]+$/;
const DIGITS = /^\d+(?:[.,]\d+)*$/;
const NUMBERS_A_TOKEN = 4;
const MOST_SPACES = 0xffff;
/** Some 50 bytes of each unknown word stay behind: after so many the lexicon is loaded anew, which takes a quarter of a second. */
const MOST_LEFT_BEHIND = 200_000;

/** The patterns of tags that mend the likeliest ones, as JSON (see `PosPatterns`). */
export const POS_MACHINES: readonly string[] = MODEL.pos().machines;

/**
 * The tokenizer and the lexicon of wink-nlp, without its patterns of tags. wink-nlp keeps every unknown word, and reads others by
 * those it has seen. Here they are forgotten after each text: what is read depends on that text alone, and memory does not grow.
 */
export class Lexicon {
  private loaded = new LoadedLexicon();

  constructor(private readonly mostLeftBehind = MOST_LEFT_BEHIND) {}

  /** The tokens of a piece of text, in order; line breaks and tabs are tokens too. */
  read(text: string): readonly Lexeme[] {
    if (this.loaded.leftBehind > this.mostLeftBehind) this.loaded = new LoadedLexicon();
    return this.loaded.read(text);
  }

  /** No word of the vocabulary, in capitals or not. */
  isUnknown(text: string): boolean {
    return this.loaded.isUnknown(text);
  }
}

class LoadedLexicon {
  /** Unknown words of which the features were kept. */
  leftBehind = 0;
  private found: readonly Lexeme[] = [];
  private readonly words: Vocabulary;
  private readonly known: number;
  /** The words of the vocabulary: asked for as its properties, each unknown one would be entered into the table of names of the engine. */
  private readonly knownWords: ReadonlySet<string>;
  private readonly nlp: ReturnType<typeof winkNLP>;

  constructor() {
    const core = MODEL.core();
    this.words = core.features.lexeme;
    this.known = this.words.list.length;
    this.knownWords = new Set(this.words.list);
    const setter: PosModel['setter'] = (text, tags) => {
      this.found = tags.map((tag, at) => lexemeOf(text, at, tag));
    };
    const untagged: OpenModel = {
      ...MODEL,
      core: () => core,
      featureFn: (config) => ({ ...MODEL.featureFn(config), ...UNUSED_FEATURES }),
      pos: () => ({ ...MODEL.pos(), machines: [], setter }),
      metaCER: () => NO_ENTITIES,
    };
    this.nlp = winkNLP(untagged, ['pos']);
  }

  read(text: string): readonly Lexeme[] {
    const category = LETTERS.test(text) ? WORD : DIGITS.test(text) ? NUMBER : null;
    if (category !== null && this.isUnknown(text)) return [guessed(text, category)];
    this.found = [];
    this.nlp.readDoc(text);
    this.forget();
    return this.found;
  }

  isUnknown(text: string): boolean {
    return !this.knownWords.has(text) && !this.knownWords.has(text.toLowerCase());
  }

  private forget(): void {
    const { list, hash } = this.words;
    // The place of a word stays taken: another one there would have the features of the first.
    for (let at = this.known + this.leftBehind; at < list.length; at++) {
      delete hash[list[at] ?? ''];
      list[at] = '';
    }
    this.leftBehind = list.length - this.known;
  }
}

/** Unknown words are in the first class: no tag of a pattern is among those that it can have. */
const UNKNOWN_CAN_BE = 1;

/** An unknown word or number as wink-nlp would know it, without the cost of adding it to its vocabulary. */
function guessed(value: string, category: number): Lexeme {
  const tag = GUESSED.pos(value, category, NOTHING_KNOWN);
  return { value, tag, hint: 0, possible: UNKNOWN_CAN_BE, fixed: false };
}

function lexemeOf({ tokens, cache }: RawText, at: number, tag: number): Lexeme {
  const from = at * NUMBERS_A_TOKEN;
  const word = tokens[from] ?? 0;
  const spaces = tokens[from + 1] ?? 0;
  const normal = spaces > MOST_SPACES ? cache.nox(spaces) : cache.normal(word);
  return {
    value: cache.value(word),
    tag,
    hint: cache.property(word, 'posHint'),
    possible: possibleTags(cache, normal),
    fixed: (tokens[from + 2] ?? 0) !== 0,
  };
}

/** By the class of words that can have the same parts of speech, of which there are some ninety. */
const POSSIBLE: number[] = [];

function possibleTags(cache: Knowledge, normal: number): number {
  const cluster = cache.property(normal, 'lexemeCID');
  const known = POSSIBLE[cluster];
  if (known !== undefined) return known;
  let bits = 0;
  for (let tag = 0; tag < PARTS_OF_SPEECH.length; tag++) if (cache.isMemberPOS(normal, tag)) bits |= 1 << tag;
  POSSIBLE[cluster] = bits;
  return bits;
}
