import type { Document, Sentence } from '../text/document.js';
import { isQuotedAt, textAt } from '../text/token-at.js';
import { GROUP_NOUNS, ORGANISATION_WORDS, ROLE_NOUNS, TITLE_WORDS } from './name-words.js';
import { bareSubject } from './subjects.js';
import { rangeOf } from './token-range.js';
import type { Utterance } from './utterance.js';

/** Tokens of a label: "Health ministry". */
const MAX_LABEL = 6;
const ACRONYM = /^\p{Lu}{2,6}$/u;

/**
 * Headlines that name who says it before a colon: "Minister: 40 dead in flood". A place stands there as often ("Karsal: 40 dead in
 * flood"), so the label must be an office, a body or an acronym, or somebody whom the article quotes (`speakers`, lower case).
 */
export function readHeadlineLabels(document: Document, speakers: ReadonlySet<string>): Utterance[] {
  const found: Utterance[] = [];
  for (const { kind, firstSentence, endSentence } of document.paragraphs) {
    if (kind !== 'title' && kind !== 'heading') continue;
    const sentence = document.sentences[firstSentence];
    const utterance = sentence && firstSentence < endSentence ? labelled(document, sentence, speakers) : null;
    if (utterance) found.push(utterance);
  }
  return found;
}

function labelled({ tokens }: Document, sentence: Sentence, speakers: ReadonlySet<string>): Utterance | null {
  const { firstToken, endToken } = sentence;
  let colon = firstToken;
  const limit = Math.min(endToken, firstToken + MAX_LABEL + 1);
  while (colon < limit && textAt(tokens, colon) !== ':') colon++;
  if (colon === firstToken || colon >= limit || isQuotedAt(tokens, colon + 1)) return null;
  const label = tokens.slice(firstToken, colon);
  const words = label.map(({ lower }) => lower);
  const last = label.at(-1);
  const isSource =
    words.some((word) => ORGANISATION_WORDS.has(word)) ||
    (last !== undefined &&
      (ROLE_NOUNS.has(last.lower) || TITLE_WORDS.has(last.lower) || GROUP_NOUNS.has(last.lower))) ||
    (label.length === 1 && ACRONYM.test(last?.text ?? '')) ||
    speakers.has(words.join(' '));
  const range = isSource ? rangeOf(tokens, colon + 1, endToken) : null;
  if (!range) return null;
  return {
    sentence: sentence.index,
    pieces: [range],
    quoted: false,
    cue: null,
    subject: bareSubject({ first: firstToken, end: colon }),
    mode: 'explicit',
    after: null,
    rule: 'headline-label',
  };
}
