import type { Document, Token } from '../text/document.js';
import { firstBehind } from '../text/first-behind.js';
import { lowerAt, textAt } from '../text/token-at.js';
import { isTokenKind } from '../text/token-kinds.js';
import type { Acronyms } from './acronyms.js';
import { isCapitalised, textOf } from './name-index.js';
import { BODY_NOUNS, FIRM_ENDS, FIRM_NOUNS, ORGANISATION_WORDS } from './name-words.js';
import { TIME } from './noun-phrase.js';
import { wordList } from '../words/word-list.js';

/** Small words inside a name: "Office for the Coordination". */
const INNER = wordList("of for the de des du la le 's ’s ' ’ & -");
const GOES_ON = wordList('of for');
const ARTICLES = wordList('the a an');
/** Tokens of a name. */
const MAX_NAME = 12;

interface Named {
  readonly at: number;
  readonly name: string;
}

/** The bodies that an article names anywhere, by each word that tells of their kind: whom "the ministry" may mean. */
export class NamedBodies {
  private byNoun: ReadonlyMap<string, readonly Named[]> | null = null;
  private firms: readonly Named[] | null = null;

  constructor(
    private readonly document: Document,
    private readonly acronyms: Acronyms,
  ) {}

  /** The last body named before a token whose name holds the noun; null where none does. */
  before(at: number, noun: string): string | null {
    this.byNoun ??= bodiesOf(this.document);
    return lastBefore(this.byNoun.get(noun) ?? [], at);
  }

  /** The last firm before a token: by the end of its name, or by what it is called beside it. */
  firmBefore(at: number): string | null {
    this.firms ??= firmsOf(this.document);
    return lastBefore(this.firms, at);
  }

  /** The last one before a token that the article gives an acronym for. */
  abbreviatedBefore(at: number): string | null {
    return lastBefore(this.acronyms.given, at);
  }
}

function lastBefore(named: readonly Named[], at: number): string | null {
  return named[firstBehind(named, at - 1, (one) => one.at) - 1]?.name ?? null;
}

function bodiesOf(document: Document): Map<string, Named[]> {
  const { tokens } = document;
  const bodies = new Map<string, Named[]>();
  for (let first = 0; first < tokens.length; first++) {
    if (!opensName(tokens, first)) continue;
    const { nouns, end } = bodyAt(tokens, first);
    const called = calledBeside(tokens, first);
    for (const noun of [...(end - first > 1 ? nouns : []), ...(called ? [called] : [])]) {
      const list = bodies.get(noun) ?? [];
      list.push({ at: first, name: textOf(document, first, end) });
      bodies.set(noun, list);
    }
    first = Math.max(first, end - 1);
  }
  return bodies;
}

function firmsOf(document: Document): Named[] {
  const { tokens } = document;
  const firms: Named[] = [];
  for (let first = 0; first < tokens.length; first++) {
    if (!opensName(tokens, first)) continue;
    let end = first + 1;
    while (
      end < first + MAX_NAME &&
      isCapitalised(tokens[end]) &&
      tokens[end]?.sentence === tokens[first]?.sentence
    )
      end++;
    const isFirm = FIRM_ENDS.at(tokens, end - 1) || isCalledFirm(tokens, first, end);
    if (isFirm) firms.push({ at: first, name: textOf(document, first, end) });
    first = end - 1;
  }
  return firms;
}

/** "the relief agency, the Harbour Fund,": what a body is called beside its name; null for one that may be a person's. */
function calledBeside(tokens: readonly Token[], first: number): string | null {
  const article = lowerAt(tokens, first - 1) === 'the';
  const comma = article ? first - 2 : first - 1;
  const isBody = article || /^\p{Lu}{3,}$/u.test(textAt(tokens, first));
  if (!isBody || textAt(tokens, comma) !== ',') return null;
  const noun = lowerAt(tokens, comma - 1);
  return ORGANISATION_WORDS.has(noun) || BODY_NOUNS.has(noun) ? noun : null;
}

/** "the dam's operator, Norrdam": of one word, as two may be a person's. */
function isCalledFirm(tokens: readonly Token[], first: number, end: number): boolean {
  const noun = lowerAt(tokens, first - 1) === ',' ? first - 2 : first - 1;
  return (
    end === first + 1 && FIRM_NOUNS.at(tokens, noun) && tokens[noun]?.sentence === tokens[first]?.sentence
  );
}

function opensName(tokens: readonly Token[], at: number): boolean {
  return isCapitalised(tokens[at]) && !ARTICLES.at(tokens, at) && !isTokenKind(tokens, at, TIME);
}

/** The body whose name starts at a token: up to its last word of kind, or with what stands behind "of" and "for". */
function bodyAt(
  tokens: readonly Token[],
  first: number,
): { readonly nouns: ReadonlySet<string>; readonly end: number } {
  const nouns = new Set<string>();
  let end = first;
  for (let at = first; at < first + MAX_NAME && tokens[at]?.sentence === tokens[first]?.sentence; at++) {
    const lower = lowerAt(tokens, at);
    if (INNER.at(tokens, at)) continue;
    if (!isCapitalised(tokens[at])) break;
    const isKind = ORGANISATION_WORDS.at(tokens, at);
    if (isKind) nouns.add(lower);
    if (isKind || nouns.size === 0 || isLinked(tokens, at)) end = at + 1;
  }
  return { nouns, end };
}

/** "Ministry of Health": small words lead from a word of the name to this one. */
function isLinked(tokens: readonly Token[], at: number): boolean {
  let before = at - 1;
  while (INNER.at(tokens, before) && !GOES_ON.at(tokens, before)) before--;
  return GOES_ON.at(tokens, before) || (isCapitalised(tokens[before]) && GOES_ON.at(tokens, before - 1));
}
