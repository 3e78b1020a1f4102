import type { Document, Token } from '../text/document.js';
import { withoutAccents } from '../text/plain-letters.js';
import { plainSpaces } from '../text/plain-spaces.js';
import { lowerAt } from '../text/token-at.js';
import { isTokenKind, tokenKind } from '../text/token-kinds.js';
import { isHyphen, TIME_WORD, UPPER } from './noun-phrase.js';
import { wordList } from '../words/word-list.js';
import { NAME_PARTICLES, ORGANISATION_WORDS, TITLE_WORDS } from './name-words.js';

/** A run of capitalised words, split into what comes before the name (titles) and the name. */
export interface NameRun {
  /** First token of the run, titles included. */
  readonly first: number;
  /** First token of the name itself. */
  readonly name: number;
  readonly end: number;
}

/** What a minister or chief may be of, before the name. */
const DEPARTMENT =
  /^(?:state|staff|mission|police|health|interior|defen[cs]e|justice|finance|education|information|labou?r|agriculture|energy|transport|operations|communications)$/;
/** Of a church, where a capital makes them titles. */
const KIN = wordList('sister father brother');
const PARTICLE = tokenKind(NAME_PARTICLES);

export function isCapitalised(token: Token | undefined): boolean {
  return token !== undefined && token.kind === 'word' && (token.is & UPPER) !== 0;
}

/** Longest run of capitals read as titles and a name, in tokens. */
const MAX_RUN = 16;

/** The capitalised run that ends before `end`, not reaching left of `floor`; null where the last word is no name. */
export function runEndingAt(tokens: readonly Token[], end: number, floor: number): NameRun | null {
  let first = end;
  const stop = Math.max(floor, end - MAX_RUN);
  while (first > stop && belongsToName(tokens, first - 1, end)) first--;
  first = firstOfName(tokens, first, end);
  if (first >= end) return null;
  let name = first;
  for (let i = first; i < end - 1; i++) if (isTitle(tokens, i)) name = i + 1;
  name = firstOfName(tokens, name, end);
  return name < end ? { first, name, end } : null;
}

function firstOfName(tokens: readonly Token[], from: number, end: number): number {
  let at = from;
  while (
    at < end &&
    (isOpener(tokens, at) || !(isCapitalised(tokens[at]) || isTokenKind(tokens, at, PARTICLE)))
  )
    at++;
  return at;
}

/** "Said Ruiz, ...", "Then Ruiz left": a capital that only the sentence's start gives. */
function isOpener(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  return (
    token !== undefined &&
    (at === 0 || tokens[at - 1]?.sentence !== token.sentence) &&
    /^(?:VERB|ADV|SCONJ|DET)$/.test(token.pos)
  );
}

/** "State" in "the Secretary of State Ada Lind" */
export function isDepartment(tokens: readonly Token[], i: number): boolean {
  return (
    lowerAt(tokens, i - 1) === 'of' && TITLE_WORDS.at(tokens, i - 2) && DEPARTMENT.test(lowerAt(tokens, i))
  );
}

/** "Minister", or the first half of "Secretary-General". */
function isTitle(tokens: readonly Token[], i: number): boolean {
  if (isDepartment(tokens, i) || TITLE_WORDS.at(tokens, i)) return true;
  if (isCapitalised(tokens[i]) && KIN.at(tokens, i)) return true;
  return isHyphen(tokens[i + 1]) && TITLE_WORDS.at(tokens, i + 2);
}

function belongsToName(tokens: readonly Token[], i: number, end: number): boolean {
  const token = tokens[i];
  if (!token) return false;
  if (isCapitalised(token)) return i + 1 >= end || lowerAt(tokens, i + 1) !== "'s";
  if (!token.spaced && isHyphen(tokens[i - 1]) && token.kind === 'word') return true;
  if (i + 1 >= end) return false;
  if (isHyphen(token) || isHyphen(tokens[i + 1])) return true;
  return (token.is & PARTICLE) !== 0 && isCapitalised(tokens[i + 1]);
}

/** The full personal names of an article, found by their surname (or, failing that, first name). */
export class NameIndex {
  private readonly byLast = new Map<string, string>();
  private readonly byFirst = new Map<string, string>();
  private readonly ends = new Map<string, number[]>();

  constructor(private readonly document: Document) {
    for (const { first, end } of capitalRuns(document)) if (end - first > 1) this.add(first, end);
  }

  /** "Okoro" -> "Jon Okoro"; the name itself where no fuller one stands in the article. */
  fullest(name: string): string {
    const words = name.split(' ');
    const last = withoutAccents(words.at(-1) ?? '');
    const full = this.byLast.get(last);
    if (full && (words.length === 1 || contains(full, words))) return full;
    if (words.length > 1) return name;
    return this.byFirst.get(last) ?? name;
  }

  /** Behind which tokens a name ends: where it stands in full, then where the surname stands alone. */
  endsOf(name: string): readonly number[] {
    const lower = withoutAccents(name);
    const surname = lower.slice(lower.lastIndexOf(' ') + 1);
    return [...(this.ends.get(lower) ?? []), ...(surname === lower ? [] : (this.ends.get(surname) ?? []))];
  }

  /** Each full name, and behind which tokens it ends. */
  *fullNames(): Generator<readonly [string, readonly number[]]> {
    for (const [name, ends] of this.ends) if (name.includes(' ')) yield [this.fullest(name), ends];
  }

  has(surname: string): boolean {
    return this.byLast.has(withoutAccents(surname));
  }

  private add(first: number, end: number): void {
    const run = runEndingAt(this.document.tokens, end, first);
    const name = run ? textOf(this.document, run.name, run.end) : '';
    const folded = withoutAccents(name);
    const words = folded.split(' ');
    if (words.length > 5 || words.some(isNoNameWord)) return;
    this.place(folded, end);
    if (words.length > 1) this.addFull(name, words);
  }

  private place(name: string, end: number): void {
    const ends = this.ends.get(name);
    if (ends) ends.push(end);
    else this.ends.set(name, [end]);
  }

  private addFull(name: string, words: readonly string[]): void {
    const [given = ''] = words;
    const last = words[words.length - 1] ?? '';
    const known = this.byLast.get(last);
    const isFuller = known !== undefined && name.length > known.length && contains(name, known.split(' '));
    if (!known || isFuller) this.byLast.set(last, name);
    if (!this.byFirst.has(given)) this.byFirst.set(given, name);
  }
}

function isNoNameWord(word: string): boolean {
  return ORGANISATION_WORDS.has(word) || TIME_WORD.test(word);
}

function contains(full: string, words: readonly string[]): boolean {
  const all = withoutAccents(full).split(' ');
  return words.every((word) => all.includes(withoutAccents(word)));
}

/** Text of tokens `first` to before `end`, white space made plain. */
export function textOf({ text, tokens }: Document, first: number, end: number): string {
  const from = tokens[first];
  const to = tokens[end - 1];
  return from && to && end > first ? plainSpaces(text.slice(from.start, to.end)) : '';
}

function* capitalRuns({ tokens }: Document): Generator<{ first: number; end: number }> {
  let i = 0;
  while (i < tokens.length) {
    if (!isCapitalised(tokens[i])) {
      i++;
      continue;
    }
    const first = i;
    const sentence = tokens[i]?.sentence;
    while (
      i < tokens.length &&
      tokens[i]?.sentence === sentence &&
      (isCapitalised(tokens[i]) || joins(tokens, i))
    )
      i++;
    yield { first, end: i };
  }
}

function joins(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i];
  if (!token || (token.kind === 'punct' && token.spaced)) return false;
  if (isHyphen(token)) return tokens[i + 1] !== undefined && !tokens[i + 1]?.spaced;
  if (isHyphen(tokens[i - 1])) return true;
  return (token.is & PARTICLE) !== 0 && (isCapitalised(tokens[i + 1]) || isHyphen(tokens[i + 1]));
}
