import { PARTS_OF_SPEECH, type Lexeme } from './lexicon.js';

/** A machine as the model's JSON holds it: states by number, in each the next state by event. */
type Machine = readonly [
  version: number,
  states: number,
  next: Readonly<Record<string, Readonly<Record<string, number>>>>,
  /** Of each final state the tag it gives: below zero without a question, else where the word can have it. */
  tags: Readonly<Record<string, string>>,
  /** Of each final state how many tokens of the pattern stand before and behind the one that gets the tag. */
  marks: Readonly<Record<string, readonly [before: number, behind: number]>>,
];

/** Tokens in text order: what the lexicon knows of them, by what patterns know them, and their part of speech. */
export interface TagColumns {
  readonly lexemes: readonly Pick<Lexeme, 'possible'>[];
  readonly events: Uint8Array;
  readonly tags: Uint8Array;
}

/** Events in the JSON: a tag by its number, a class of words by its number above this one, anything else by that one. */
const HINTS_ABOVE = 1_080_000;
const OTHERWISE = 2_070_003;
/** Events in the tables: first the tags, then the classes of words; the last is no event of any state. */
const TAGS = PARTS_OF_SPEECH.length;
const EVENTS = 64;
const ROOT = 0;

/** By what patterns know a word: its class, or else its tag. */
export const eventOf = ({ hint, tag }: Pick<Lexeme, 'hint' | 'tag'>): number =>
  hint === 0 ? tag : Math.min(TAGS + hint, EVENTS - 1);

/**
 * Finds patterns of parts of speech and mends the tag of one token in each, as wink-nlp does: at each token the longest pattern, then
 * on behind it. Its machines are objects of objects by name; here each is a table of numbers.
 */
export class PosPatterns {
  private readonly next: Uint16Array;
  /** Final state of the pattern that has been found if it goes no further, by state. */
  private readonly otherwise: Uint16Array;
  /** The tag that a final state gives, by state; 0 where it is not final. */
  private readonly tag: Int8Array;
  private readonly before: Uint8Array;

  constructor(json: string) {
    const [, states, next, tags, marks] = JSON.parse(json) as Machine;
    this.next = new Uint16Array((states + 1) * EVENTS);
    this.otherwise = new Uint16Array(states + 1);
    this.tag = new Int8Array(states + 1);
    this.before = new Uint8Array(states + 1);
    for (const [state, row] of Object.entries(next)) this.fill(Number(state), row);
    for (const [state, tag] of Object.entries(tags)) {
      this.tag[Number(state)] = Number(tag);
      this.before[Number(state)] = marks[state]?.[0] ?? 0;
    }
  }

  /** Mends the tags of tokens and the events that are tags. */
  mend(tokens: TagColumns): void {
    for (let first = 0; first < tokens.lexemes.length; first++) first = this.mendFrom(first, tokens);
  }

  /** Gives the last token of the pattern that begins at `first`, or `first`. */
  private mendFrom(first: number, tokens: TagColumns): number {
    let [state, found, last] = [ROOT, ROOT, first];
    for (let at = first; at < tokens.lexemes.length; at++) {
      state = this.next[state * EVENTS + (tokens.events[at] ?? 0)] ?? ROOT;
      if (state === ROOT) break;
      const reached = this.tag[state] === 0 ? (this.otherwise[state] ?? ROOT) : state;
      if (reached !== ROOT) [found, last] = [reached, at];
      if (reached === state) break;
    }
    if (found !== ROOT) this.retag(first + (this.before[found] ?? 0), this.tag[found] ?? 0, tokens);
    return last;
  }

  /** A word that patterns know by its class keeps that event. */
  private retag(at: number, tag: number, { lexemes, events, tags }: TagColumns): void {
    const isPossible = tag < 0 || ((lexemes[at]?.possible ?? 0) & (1 << tag)) !== 0;
    if (!isPossible) return;
    tags[at] = Math.abs(tag);
    if ((events[at] ?? 0) < TAGS) events[at] = Math.abs(tag);
  }

  private fill(state: number, row: Readonly<Record<string, number>>): void {
    for (const [event, to] of Object.entries(row)) {
      const number = Number(event);
      const hint = Math.max(number - HINTS_ABOVE, 0);
      if (number === OTHERWISE) this.otherwise[state] = to;
      else if (hint > 0 || number < TAGS) this.next[state * EVENTS + eventOf({ hint, tag: number })] = to;
    }
  }
}
