import type { Document } from '../text/document.js';
import { firstBehind } from '../text/first-behind.js';
import { lowerAt, posAt, textAt } from '../text/token-at.js';
import { isCapitalised, runEndingAt, textOf, type NameIndex } from './name-index.js';
import { ORGANISATION_WORDS, ROLE_NOUNS, TITLE_WORDS } from './name-words.js';
import { phraseEndingAt, TIME_WORD, type Phrase } from './noun-phrase.js';

/** Forms of address: they tell no office. */
const ADDRESS = /^(?:(?:mr|mrs|ms|miss|mx)\.?\s*)+$/i;
const LEADS = /^(?:heads|leads|chairs|runs|directs|represents|led|headed|chaired|founded)$/;
const RELATIVE = /^(?:who|which|that|whose|where|when)$/;
const LONGEST = 160;
/** Tokens of an apposition. */
const MAX_APPOSITION = 20;
/** Places of one name that are looked at. */
const MAX_PLACES = 4;

const ENDS_OPEN = / (?:of|for|in|at|from|to|with|and)$/;
/** Holders of one office that are looked at. */
const MAX_HOLDERS = 20;

/** Somebody named with a role. */
interface Holder {
  /** The token behind the name. */
  readonly at: number;
  readonly name: string;
  readonly role: string;
}

/** Text that stands for an office: without its article, not a form of address alone, no age, not endless; null for any other. */
export function roleFrom(words: string): string | null {
  const role = words.replace(/^(?:the|an?) /i, '').replace(/[\s,]+$/, '');
  return role.length < 2 || role.length > LONGEST || ADDRESS.test(role) || /^\d+$/.test(role) ? null : role;
}

/** They make another office of the one behind them. */
const LESSER = /^(?:vice|deputy|assistant|former|ex)$/;

/** A role that holds all these lower-case words as words: "the president" is neither the vice president nor the former one. */
export function isOffice(role: string, words: readonly string[]): boolean {
  const held = role.toLowerCase().split(/[^\p{L}\p{N}]+/u);
  return (
    words.every((word) => held.includes(word)) &&
    held.every((word) => !LESSER.test(word) || words.includes(word))
  );
}

/**
 * The roles that an article gives people anywhere, also where they say nothing: "Finance Minister Ada Moreno visited the port",
 * "the head of the relief office, Ada Moreno, is due on Friday", "Ada Moreno, who heads Port Watch".
 */
export class Roles {
  private readonly known = new Map<string, string | null>();
  private holders: ReadonlyMap<string, readonly Holder[]> | null = null;

  constructor(
    private readonly document: Document,
    private readonly names: NameIndex,
  ) {}

  /** What stands with the person's full name, or null. */
  of(name: string): string | null {
    const known = this.known.get(name);
    if (known !== undefined) return known;
    let role: string | null = null;
    for (const end of this.names.endsOf(name).slice(0, MAX_PLACES)) role ??= this.at(end);
    this.known.set(name, role);
    return role;
  }

  /** The last person before a token who is named with a role that holds all these words, the office last; null where nobody is. */
  holderBefore(at: number, words: readonly string[]): Holder | null {
    this.holders ??= this.byOffice();
    const holders = this.holders.get(words.at(-1) ?? '') ?? [];
    const stop = firstBehind(holders, at - 1, (holder) => holder.at);
    return (
      holders.slice(Math.max(0, stop - MAX_HOLDERS), stop).findLast(({ role }) => isOffice(role, words)) ??
      null
    );
  }

  private byOffice(): Map<string, Holder[]> {
    const byOffice = new Map<string, Holder[]>();
    for (const [name, ends] of this.names.fullNames())
      for (const end of ends.slice(0, MAX_PLACES)) {
        const role = this.at(end);
        // "governor of New Jersey": the name behind "of" is a place's.
        for (const office of role && !ENDS_OPEN.test(role) ? officesIn(role) : []) {
          const list = byOffice.get(office) ?? [];
          list.push({ at: end, name, role: role ?? '' });
          byOffice.set(office, list);
        }
      }
    for (const list of byOffice.values()) list.sort((a, b) => a.at - b.at);
    return byOffice;
  }

  private at(end: number): string | null {
    const { tokens, sentences } = this.document;
    const floor = sentences[tokens[end - 1]?.sentence ?? 0]?.firstToken ?? 0;
    const run = runEndingAt(tokens, end, floor);
    const phrase = run && phraseEndingAt(tokens, end - 1, floor);
    if (!run || !phrase) return null;
    const title = this.hasOffice({ first: phrase.first, end: run.name })
      ? roleFrom(textOf(this.document, phrase.first, run.name))
      : null;
    return title ?? this.behind(end) ?? this.before(run.first, floor);
  }

  /** ", a former mayor of Port Reen,", ", who heads Port Watch,", " of the Northern Institute" */
  private behind(end: number): string | null {
    const { tokens } = this.document;
    if (textAt(tokens, end) !== ',') return null;
    const isLeader = lowerAt(tokens, end + 1) === 'who' && LEADS.test(lowerAt(tokens, end + 2));
    const first = isLeader ? end + 2 : lowerAt(tokens, end + 1) === 'of' ? end + 2 : end + 1;
    if (RELATIVE.test(lowerAt(tokens, first))) return null;
    const close = this.closing(first);
    if (close < 0) return null;
    const isNamed = tokens.slice(first, close).some((token) => isOfOffice(token.lower));
    return isNamed || isLeader ? roleFrom(textOf(this.document, first, close)) : null;
  }

  /** The comma or stop that closes an apposition; -1 where a verb of its own stands before. */
  private closing(first: number): number {
    const { tokens } = this.document;
    for (let at = first; at < first + MAX_APPOSITION; at++) {
      if (/^[,.;–—]?$/.test(textAt(tokens, at))) return at > first ? at : -1;
      const isVerb =
        posAt(tokens, at) === 'AUX' ||
        (posAt(tokens, at) === 'VERB' && at > first && !isCapitalised(tokens[at]));
      if (isVerb || TIME_WORD.test(lowerAt(tokens, at)) || tokens[at]?.quote !== -1) return -1;
    }
    return -1;
  }

  /** "the head of the relief office, Ada Moreno" */
  private before(first: number, floor: number): string | null {
    const { tokens } = this.document;
    if (textAt(tokens, first - 1) !== ',') return null;
    const phrase = phraseEndingAt(tokens, first - 2, floor);
    return phrase && this.hasOffice(phrase)
      ? roleFrom(textOf(this.document, phrase.first, phrase.end))
      : null;
  }

  private hasOffice({ first, end }: Phrase): boolean {
    const { tokens } = this.document;
    for (let at = first; at < end; at++)
      if (TITLE_WORDS.has(lowerAt(tokens, at)) || ROLE_NOUNS.has(lowerAt(tokens, at))) return true;
    return false;
  }
}

const officesIn = (role: string): ReadonlySet<string> =>
  new Set(
    role
      .toLowerCase()
      .split(/[^\p{L}-]+/u)
      .filter((word) => ROLE_NOUNS.has(word)),
  );

const isOfOffice = (lower: string): boolean =>
  TITLE_WORDS.has(lower) || ROLE_NOUNS.has(lower) || ORGANISATION_WORDS.has(lower);
