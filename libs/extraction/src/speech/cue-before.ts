import type { Document, Sentence, Token } from '../text/document.js';
import { isQuotedAt, lowerAt, textAt } from '../text/token-at.js';
import type { Cue } from './find-cues.js';
import { isTitle, startsUpper, type Quote } from './located-quotes.js';
import { phraseEndingAt } from './noun-phrase.js';
import { introducesQuotation, type QuoteCue } from './quote-cue.js';
import { coordinatedSubject, subjectBehindWith, subjectOf } from './subject-of-cue.js';
import type { Subject } from './subject.js';
import { bareSubject, mainSubject, subjectAfter } from './subjects.js';

const MAX_GAP = 45;
/** Nouns that a title stands beside. */
const WORK =
  /^(?:book|memoir|novel|autobiography|album|song|film|movie|show|program|programme|series|play|column|essay|documentary)$/;

/** `Ruiz said, “...”` / `Ruiz told reporters on Monday: “...”`; words that only go on with the sentence are left to reported speech. */
export function cueBefore(document: Document, quote: Quote, cues: readonly Cue[]): QuoteCue | null {
  const { tokens } = document;
  const { first, sentence } = quote;
  const cue = cues.findLast((candidate) => candidate.after <= first && introducesQuotation(candidate));
  if (!cue || first - cue.after > MAX_GAP || isInterrupted(tokens, cue.after, first)) return null;
  if (!handsOver(document, quote, cue)) return null;
  const subject = ownSubject(tokens, cue, sentence) ?? mainSubject(tokens, cue.first, sentence);
  return { cue, subject, rule: 'speaker-said-quote' };
}

function ownSubject(tokens: readonly Token[], cue: Cue, sentence: Sentence): Subject | null {
  const isInverted = isAfterQuote(tokens, cue) || cue.first === sentence.firstToken;
  const inverted = isInverted && cue.voice === 'finite' ? subjectAfter(tokens, cue.verb, sentence) : null;
  return (
    inverted ??
    (cue.voice === 'passive' ? null : subjectOf(tokens, cue, sentence)) ??
    subjectBehindWith(tokens, cue, sentence) ??
    coordinatedSubject(tokens, cue, sentence)
  );
}

function handsOver(document: Document, quote: Quote, cue: Cue): boolean {
  const before = textAt(document.tokens, quote.first - 1);
  if (before === ':') return true;
  if (!startsUpper(document, quote)) return false;
  if (before === ',') return !isNamedWork(document, quote, cue);
  return quote.first === cue.after && cue.voice !== 'preposition' && !isTitle(document, quote);
}

/** `Ruiz boomed, “The quay is shut.”`: a subject with any verb, a comma and a whole sentence that closes the reporter's. */
export function anyVerbBefore(document: Document, quote: Quote): QuoteCue | null {
  const { tokens, text } = document;
  const { first, end, sentence, range } = quote;
  if (textAt(tokens, first - 1) !== ',' || end < sentence.endToken) return null;
  if (!startsUpper(document, quote) || !/[.!?]$/.test(text.slice(range.start, range.end))) return null;
  if (WORK.test(lowerAt(tokens, first - 2)) || isTitle(document, quote)) return null;
  const subject = mainSubject(tokens, first, sentence);
  return subject && { cue: null, subject, rule: 'speaker-verb-quote' };
}

/** 'said in his book, "An Island Son."', 'wrote of her newsletter, "Harbour Morning,"': the name of what stands before the comma. */
function isNamedWork(document: Document, quote: Quote, { after }: Cue): boolean {
  if (WORK.test(lowerAt(document.tokens, quote.first - 2))) return true;
  return quote.first > after + 1 && isTitle(document, quote);
}

function isInterrupted(tokens: readonly Token[], from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (isQuotedAt(tokens, i) || textAt(tokens, i) === ';') return true;
  return false;
}

/** `“A,” said Ruiz, “B.”` */
function isAfterQuote(tokens: readonly Token[], cue: Cue): boolean {
  const at = cue.first - 1;
  return isQuotedAt(tokens, at) || (textAt(tokens, at) === ',' && isQuotedAt(tokens, at - 1));
}

/** `Ruiz on the talks: “...”`: no speech verb, but a colon hands over. */
export function colonBefore({ tokens }: Document, { first, sentence }: Quote): QuoteCue | null {
  const colon = first - 1;
  if (colon <= sentence.firstToken || lowerAt(tokens, colon) !== ':') return null;
  const label = phraseEndingAt(tokens, colon - 1, sentence.firstToken);
  const isLabel = label !== null && /^[–—-]$/.test(textAt(tokens, label.first - 1));
  const subject = isLabel ? bareSubject(label) : mainSubject(tokens, colon, sentence);
  const phrase = subject ? null : label;
  return { cue: null, subject: subject ?? (phrase && bareSubject(phrase)), rule: 'colon-quote' };
}
