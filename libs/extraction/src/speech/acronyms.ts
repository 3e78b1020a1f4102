import type { Document, Token } from '../text/document.js';
import { lowerAt, textAt } from '../text/token-at.js';
import { isCapitalised } from './name-index.js';
import { GROUP_NOUNS, ORGANISATION_WORDS } from './name-words.js';

const ACRONYM = /^\p{Lu}[\p{Lu}&]{1,8}$/u;
/** Two letters may stand for anything. */
const BARE = /^\p{Lu}{3,8}$/u;
/** Small words inside a name: "League of Nurses", "Office for the Coordination". */
const INNER = /^(?:of|for|the|and|de|des|du|la|le|in|on|against|to|'s|’s|&|'|-)$/;
/** Trades that name a body: "Physicians for the Delta". */
const PEOPLE =
  /^(?:physicians|mothers|friends|women|citizens|writers|surgeons|pharmacists|veterans|neighbou?rs|youth|médecins)$/;
/** Tokens of a name that an acronym in brackets stands for. */
const MAX_NAME = 16;
/** Acronyms of one article; more is a table. */
const MAX_ACRONYMS = 200;

/**
 * The names that an article gives an acronym for, in brackets behind them: "the League of Island Nurses (LIN)". An acronym stands for
 * the name whose initials it has, or else for the body named right before it ("the Workers' Party (PKR)", "the island refugee agency (IRA)").
 */
export class Acronyms {
  /** The bodies that an acronym in brackets stands behind, in text order. */
  readonly given: { readonly at: number; readonly name: string }[] = [];
  private readonly names = new Map<string, string>();
  private initials: ReadonlyMap<string, string | null> | null = null;

  constructor(private readonly document: Document) {
    for (const { index, text } of document.tokens) if (text === '(') this.read(index);
  }

  private read(bracket: number): void {
    const { tokens, text, sentences } = this.document;
    const acronym = textAt(tokens, bracket + 1);
    if (textAt(tokens, bracket + 2) !== ')' || !ACRONYM.test(acronym)) return;
    if (this.names.has(acronym) || this.names.size >= MAX_ACRONYMS) return;
    const floor = sentences[tokens[bracket]?.sentence ?? 0]?.firstToken ?? 0;
    const named = nameBefore(tokens, bracket, floor, acronym);
    const first = tokens[named < 0 ? bodyBefore(tokens, bracket, floor) : named];
    const last = tokens[bracket - 1];
    if (!first || !last) return;
    const name = text.slice(first.start, last.end).replace(/\s+/g, ' ');
    this.names.set(acronym, name);
    this.given.push({ at: first.index, name });
  }

  /** The name that an acronym of this article stands for, or null: as a bracket gives it, else the one body with these initials. */
  fullOf(acronym: string): string | null {
    const given = this.names.get(acronym);
    if (given !== undefined || !BARE.test(acronym)) return given ?? null;
    this.initials ??= bodiesByInitials(this.document);
    return this.initials.get(acronym) ?? null;
  }
}

/** First token of the name that ends before the bracket, or -1. */
function nameBefore(tokens: readonly Token[], bracket: number, floor: number, acronym: string): number {
  const letters = acronym.replaceAll('&', '');
  let initials = '';
  let first = -1;
  for (let at = bracket - 1; at >= Math.max(floor, bracket - MAX_NAME); at--) {
    const token = tokens[at];
    if (!token || !(isCapitalised(token) || INNER.test(token.lower))) break;
    if (INNER.test(token.lower)) continue;
    initials = token.text.charAt(0) + initials;
    first = at;
    if (initials === letters) return at;
  }
  return initials.length > 1 && (namesBody(tokens, first, bracket) || joinsPeople(tokens, first, bracket))
    ? first
    : -1;
}

const OF_NOUN = new Set(['NOUN', 'PROPN', 'ADJ']);

/** First token of a body that a common noun names, "refugee agency" of "the U.N. refugee agency"; -1 where none ends before the bracket. */
function bodyBefore(tokens: readonly Token[], bracket: number, floor: number): number {
  if (!ORGANISATION_WORDS.has(lowerAt(tokens, bracket - 1))) return -1;
  let first = bracket - 1;
  while (first > floor && bracket - first < MAX_NAME && OF_NOUN.has(tokens[first - 1]?.pos ?? '')) first -= 1;
  return lowerAt(tokens, first - 1) === 'the' && bracket - first > 1 ? first : -1;
}

function namesBody(tokens: readonly Token[], first: number, end: number): boolean {
  for (let at = first; at < end; at++) if (ORGANISATION_WORDS.has(lowerAt(tokens, at))) return true;
  return false;
}

/** "Doctors Without Borders", "Physicians for the Delta", "Artists Against Hunger": never one person. */
export function joinsPeople(tokens: readonly Token[], first: number, end: number): boolean {
  const isPeople = PEOPLE.test(lowerAt(tokens, first)) || GROUP_NOUNS.has(lowerAt(tokens, first));
  for (let at = first + 1; at < end - 1; at++) {
    const lower = lowerAt(tokens, at);
    const next = lowerAt(tokens, at + 1) === 'the' ? at + 2 : at + 1;
    if (isPeople && lower === 'for') return next < end && isCapitalised(tokens[next]);
    if (/^(?:without|against|sans)$/.test(lower))
      return isCapitalised(tokens[at - 1]) && isCapitalised(tokens[next]);
  }
  return false;
}

/** The bodies that the article names, by their initials: null where several have the same. */
function bodiesByInitials(document: Document): Map<string, string | null> {
  const { tokens, text } = document;
  const bodies = new Map<string, string | null>();
  let first = 0;
  while (first < tokens.length) {
    const { initials, end } = capitalsAt(tokens, first);
    if (initials.length > 2 && namesBody(tokens, first, end)) {
      const name = text.slice(tokens[first]?.start, tokens[end - 1]?.end).replace(/\s+/g, ' ');
      bodies.set(initials, (bodies.get(initials) ?? name) === name ? name : null);
    }
    first = Math.max(first + 1, end);
  }
  return bodies;
}

/** The capitalised words that start at a token, small words between them left out of the initials. */
function capitalsAt(
  tokens: readonly Token[],
  first: number,
): { readonly initials: string; readonly end: number } {
  let initials = '';
  let end = first;
  for (let at = first; at < first + MAX_NAME; at++) {
    const isInner = INNER.test(lowerAt(tokens, at));
    if (!isInner && !isCapitalised(tokens[at])) break;
    if (isInner && at === first) break;
    if (isInner) continue;
    initials += textAt(tokens, at).charAt(0);
    end = at + 1;
  }
  return { initials, end };
}
