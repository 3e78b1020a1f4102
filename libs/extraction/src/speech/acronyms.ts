import type { Document, Token } from '../text/document.js';
import { lowerAt, textAt } from '../text/token-at.js';
import { isCapitalised } from './name-index.js';
import { ORGANISATION_WORDS } from './name-words.js';

const ACRONYM = /^\p{Lu}[\p{Lu}&]{1,8}$/u;
/** Small words inside a name: "League of Nurses", "Office for the Coordination". */
const INNER = /^(?:of|for|the|and|de|des|du|la|le|in|on|against|to|'s|’s|&|'|-)$/;
/** Tokens of a name that an acronym in brackets stands for. */
const MAX_NAME = 16;
/** Acronyms of one article; more is a table. */
const MAX_ACRONYMS = 200;

/**
 * The names that an article gives an acronym for, in brackets behind them: "the League of Island Nurses (LIN)". An acronym stands for
 * the name whose initials it has, or else for the body named right before it ("the Workers' Party (PKR)").
 */
export class Acronyms {
  private readonly names = new Map<string, string>();

  constructor(private readonly document: Document) {
    for (const { index, text } of document.tokens) if (text === '(') this.read(index);
  }

  private read(bracket: number): void {
    const { tokens, text, sentences } = this.document;
    const acronym = textAt(tokens, bracket + 1);
    if (textAt(tokens, bracket + 2) !== ')' || !ACRONYM.test(acronym)) return;
    if (this.names.has(acronym) || this.names.size >= MAX_ACRONYMS) return;
    const floor = sentences[tokens[bracket]?.sentence ?? 0]?.firstToken ?? 0;
    const first = tokens[nameBefore(tokens, bracket, floor, acronym)];
    const last = tokens[bracket - 1];
    if (first && last) this.names.set(acronym, text.slice(first.start, last.end).replace(/\s+/g, ' '));
  }

  /** The name that an acronym of this article stands for, or null. */
  fullOf(acronym: string): string | null {
    return this.names.get(acronym) ?? null;
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
  return initials.length > 1 && namesBody(tokens, first, bracket) ? first : -1;
}

function namesBody(tokens: readonly Token[], first: number, end: number): boolean {
  for (let at = first; at < end; at++) if (ORGANISATION_WORDS.has(lowerAt(tokens, at))) return true;
  return false;
}
