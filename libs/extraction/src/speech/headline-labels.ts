import type { TextRange } from '#domain';
import type { Document, Sentence, Token } from '../text/document.js';
import { isQuotedAt, textAt } from '../text/token-at.js';
import { BODY_NOUNS, GROUP_NOUNS, ORGANISATION_WORDS, ROLE_NOUNS, TITLE_WORDS } from './name-words.js';
import type { Phrase } from './noun-phrase.js';
import { isDash } from './story-start.js';
import { bareSubject } from './subjects.js';
import { rangeOf } from './token-range.js';
import type { Utterance } from './utterance.js';

/** Tokens of a label: "Health ministry". */
const MAX_LABEL = 6;
/** Tokens of a body's name: "Office for Coastal Affairs". */
const MAX_BODY = 4;
const INNER = /^(?:of|for|the|and|&|'s|’s|-)$/;
const NOBODY: LabelSources = { names: new Set(), places: new Set() };
/** Last words of bodies that have two: "coast guard", "state television", "civil defence". */
const BODIES = /^(?:guard|service|brigade|defen[cs]e|protection|media|television|tv|watchdog|monitor)$/;
/** Inside a speaker's words they lead to where or whose somebody is: what stands behind is no surname. */
const LINKED = /\b(?:in|of|for|from|across|at|near|and|around|throughout|inside|outside|to) $/;
const LEADS = /^(?:in|across|throughout|inside)$/;
const CAPITALISED = /^\p{Lu}\p{Ll}/u;
const ACRONYM = /^\p{Lu}{2,6}$/u;

/**
 * Headlines that name who says it before a colon: "Minister: 40 dead in flood". A place stands there as often ("Karsal: 40 dead in
 * flood"), so the label must be an office, a body or an acronym, or somebody whom the article quotes (`speakers`, lower case).
 */
export function readHeadlineLabels(document: Document, speakers: ReadonlySet<string>): Utterance[] {
  const sources: LabelSources = { names: speakers, places: placesIn(document.tokens) };
  const found: Utterance[] = [];
  for (const { kind, firstSentence, endSentence } of document.paragraphs) {
    if (kind !== 'title' && kind !== 'heading') continue;
    const sentence = document.sentences[firstSentence];
    if (!sentence || firstSentence >= endSentence) continue;
    const utterance =
      labelled(document, sentence, sources) ??
      signed(document, sentence, sources) ??
      labelledBehind(document, sentence, sources);
    if (utterance) found.push(utterance);
  }
  return found;
}

function labelled(document: Document, sentence: Sentence, sources: LabelSources): Utterance | null {
  const { tokens } = document;
  const { firstToken, endToken } = sentence;
  const colon = labelEnd(tokens, sentence);
  if (colon <= firstToken || isQuotedAt(tokens, colon + 1)) return null;
  const range = isSource(tokens.slice(firstToken, colon), sources)
    ? rangeOf(tokens, colon + 1, endToken)
    : null;
  return range && utteranceOf(sentence, range, { first: firstToken, end: colon });
}

function utteranceOf({ index }: Sentence, range: TextRange, label: Phrase): Utterance {
  return {
    sentence: index,
    pieces: [range],
    quoted: false,
    cue: null,
    subject: bareSubject(label),
    mode: 'explicit',
    after: null,
    rule: 'headline-label',
  };
}

/** "Fraud claims false - election board": the source in small letters behind a dash; capitals there are the outlet's, unless the article has them speak. */
function signed(document: Document, sentence: Sentence, sources: LabelSources): Utterance | null {
  const { tokens } = document;
  const { firstToken, endToken } = sentence;
  let dash = endToken - 2;
  while (dash > firstToken && dash > endToken - MAX_LABEL - 2 && !isDash(tokens, dash)) dash--;
  if (!isDash(tokens, dash)) return null;
  const label = tokens.slice(dash + 1, endToken);
  const words = label.map(({ lower }) => lower).join(' ');
  const isSmall = label.every(({ text, lower }) => text === lower);
  const isSpeaker = sources.names.has(words) && words !== document.outlet?.toLowerCase();
  const range = isSpeaker || (isSmall && isSource(label, NOBODY)) ? rangeOf(tokens, firstToken, dash) : null;
  return range && utteranceOf(sentence, range, { first: dash + 1, end: endToken });
}

/** "Blast was within limits: quarry firm": the source in small letters behind the last colon. */
function labelledBehind(document: Document, sentence: Sentence, sources: LabelSources): Utterance | null {
  const { tokens } = document;
  const { firstToken, endToken } = sentence;
  let colon = endToken - 2;
  while (colon > firstToken && colon > endToken - MAX_LABEL - 2 && textAt(tokens, colon) !== ':') colon--;
  const label = tokens.slice(colon + 1, endToken);
  if (
    textAt(tokens, colon) !== ':' ||
    !(isOffice(label) ? isSource(label, sources) : isQuoted(label, sources))
  )
    return null;
  const range = rangeOf(tokens, firstToken, colon);
  return range && utteranceOf(sentence, range, { first: colon + 1, end: endToken });
}

/** In small letters, or behind whose office it is: "coast guard", "Selbridge's coast guard", "UN agency". */
function isOffice(label: readonly Token[]): boolean {
  const office = label.filter(
    ({ text, lower, kind }) => text === lower && kind !== 'number' && lower !== "'s",
  );
  const owner = label.slice(
    0,
    label.findIndex((token) => token === office[0]),
  );
  return (
    office.length > 0 &&
    label.at(-1) === office.at(-1) &&
    owner.length < 3 &&
    owner.every(({ kind }) => kind !== 'number')
  );
}

/** The colon of the headline's first words, or -1. */
function labelEnd(tokens: readonly Token[], { firstToken, endToken }: Sentence): number {
  const limit = Math.min(endToken, firstToken + MAX_LABEL + 1);
  for (let at = firstToken; at < limit; at++) if (textAt(tokens, at) === ':') return at;
  return -1;
}

function isSource(label: readonly Token[], sources: LabelSources): boolean {
  const last = label.at(-1);
  if (!last) return false;
  if ([ROLE_NOUNS, TITLE_WORDS, GROUP_NOUNS, BODY_NOUNS].some((nouns) => nouns.has(last.lower))) return true;
  if (label.length > 1 && BODIES.test(last.lower)) return true;
  if (label.length === 1 && ACRONYM.test(last.text)) return true;
  return isBody(label) || isQuoted(label, sources);
}

/** Nouns alone, one of them of a body: "army command", "Ministry of Health"; not "mayor disputes government toll". */
function isBody(label: readonly Token[]): boolean {
  const isName = label.every(({ pos, lower }) => /^(?:NOUN|PROPN|ADJ|DET)$/.test(pos) || INNER.test(lower));
  return isName && label.length <= MAX_BODY && label.some(({ lower }) => ORGANISATION_WORDS.has(lower));
}

/** Whoever the article has speak, by the whole name, the surname or an office before it: "Lind", "Mayor Lind". */
function isQuoted(label: readonly Token[], { names, places }: LabelSources): boolean {
  const words = label.map(({ lower }) => lower);
  if (names.has(words.join(' '))) return true;
  const surname = words.at(-1) ?? '';
  const isNamed = words.slice(0, -1).every((word) => TITLE_WORDS.has(word));
  return isNamed && !places.has(surname) && [...names].some((name) => isSurname(name, surname));
}

/** "the head of the clinic in Karsal" ends in where, not in who. */
function isSurname(name: string, surname: string): boolean {
  if (!name.endsWith(` ${surname}`)) return false;
  return !LINKED.test(name.slice(0, -surname.length));
}

/** Whom headlines may let speak: who speaks in the article, and the places it is set in, both in lower case. */
interface LabelSources {
  readonly names: ReadonlySet<string>;
  /** What "in" and the like lead to: "Karsal: 40 dead in flood" tells where, though "the Red Cross Karsal" speaks below. */
  readonly places: ReadonlySet<string>;
}

function placesIn(tokens: readonly Token[]): ReadonlySet<string> {
  const places = new Set<string>();
  tokens.forEach(({ text, lower }, at) => {
    if (CAPITALISED.test(text) && LEADS.test(textAt(tokens, at - 1).toLowerCase())) places.add(lower);
  });
  return places;
}
