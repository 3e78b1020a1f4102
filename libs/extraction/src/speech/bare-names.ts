import type { Document, Token } from '../text/document.js';
import { withoutAccents } from '../text/plain-letters.js';
import { lowerAt, posAt, textAt } from '../text/token-at.js';
import { isCapitalised } from './name-index.js';
import { GIVEN_NAMES, ROLE_NOUNS, TITLE_WORDS } from './name-words.js';
import { wordList } from '../words/word-list.js';

const PERSON = wordList('he she his her him');
const AGE = /^[1-9]\d$/;

/**
 * Single names that the article shows to be people's: "Okoro said he ...", "Okoro, 42,", "Okoro, a nurse", "Mr Okoro", and those whom
 * a sentence goes on about as "He" or "She". Nothing else tells "Okoro said" from "Norrbana said".
 */
export class BareNames {
  private people: ReadonlySet<string> | null = null;

  constructor(private readonly document: Document) {}

  isPerson(name: string): boolean {
    const lower = withoutAccents(name);
    if (GIVEN_NAMES.he.has(lower) || GIVEN_NAMES.she.has(lower)) return true;
    this.people ??= peopleOf(this.document);
    return this.people.has(lower);
  }
}

function peopleOf({ tokens, sentences }: Document): ReadonlySet<string> {
  const people = new Set<string>();
  for (const token of tokens) {
    if (isCapitalised(token) && token.pos !== 'PRON' && isShown(tokens, token.index))
      people.add(withoutAccents(token.text));
  }
  for (const { index, firstToken, paragraph } of sentences) {
    const next = sentences[index + 1];
    const goesOn = next?.paragraph === paragraph && /^(?:he|she)$/.test(lowerAt(tokens, next.firstToken));
    if (goesOn && isNamedSubject(tokens, firstToken)) people.add(withoutAccents(textAt(tokens, firstToken)));
  }
  return people;
}

function isNamedSubject(tokens: readonly Token[], at: number): boolean {
  if (!isCapitalised(tokens[at]) || posAt(tokens, at) === 'PRON') return false;
  return /^(?:VERB|AUX)$/.test(posAt(tokens, at + 1));
}

/** By what stands right beside the name. */
function isShown(tokens: readonly Token[], at: number): boolean {
  if (posAt(tokens, at + 1) === 'VERB' && PERSON.at(tokens, at + 2)) return true;
  if (TITLE_WORDS.at(tokens, at - 1) && isCapitalised(tokens[at - 1])) return true;
  if (textAt(tokens, at + 1) !== ',') return false;
  if (AGE.test(textAt(tokens, at + 2))) return true;
  if (!/^(?:an?|the)$/.test(lowerAt(tokens, at + 2))) return false;
  const noun = posAt(tokens, at + 3) === 'ADJ' ? at + 4 : at + 3;
  return ROLE_NOUNS.at(tokens, noun) || TITLE_WORDS.at(tokens, noun);
}
