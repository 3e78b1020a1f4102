import type { Document, Sentence, Token } from '../text/document.js';
import { isQuotedAt, lowerAt, posAt, textAt } from '../text/token-at.js';
import { firstBehind } from '../text/first-behind.js';
import type { CueEntry } from './cue-lexicon.js';
import type { Cue } from './find-cues.js';
import { startsUpper, type Quote } from './located-quotes.js';
import { phraseEndingAt, phraseStartingAt, type Phrase } from './noun-phrase.js';
import {
  bareSubject,
  coordinatedSubject,
  mainSubject,
  subjectAfter,
  subjectBefore,
  subjectBehindWith,
  subjectOf,
  type Subject,
} from './subjects.js';

/** How a quotation is attributed inside its own sentence. */
export interface QuoteCue {
  readonly cue: Cue | null;
  readonly subject: Subject | null;
  readonly rule:
    'quote-said-speaker' | 'quote-speaker-said' | 'quote-speaker-verb' | 'speaker-said-quote' | 'colon-quote';
}

const SPEECH_END = /[,.!?…—–-][’'"” ]*$/;
const MAX_GAP = 45;
/** Characters of a title. */
const MAX_TITLE = 40;
/** Any verb may introduce speech right behind a quotation (“Go,” Ruiz barked); the lexicon grades only the usual ones. */
const UNLISTED: CueEntry = {
  lemma: 'other',
  frames: 'q',
  prepositions: [],
  act: 'asserts',
  distancing: false,
};

/** Rules in order: cue behind the quotation, cue before it, colon before it. `cues` are those of its sentence. */
export function cueOf(document: Document, quote: Quote, cues: readonly Cue[]): QuoteCue | null {
  return (
    cueBehind(document, quote, cues) ??
    cueBefore(document, quote, cues) ??
    colonBefore(document, quote) ??
    anyVerbBehind(document, quote)
  );
}

function introducesQuotation({ entry }: Cue): boolean {
  return entry.frames.includes('q');
}

/** First token behind the quotation and its comma; -1 where it does not end like speech with a cue behind. */
function behind(document: Document, { region, end }: Quote): number {
  if (textAt(document.tokens, end) === ',') return end + 1;
  const tail = document.text
    .slice(Math.max(region.innerStart, region.innerEnd - 20), region.innerEnd)
    .trimEnd();
  return SPEECH_END.test(tail) ? end : -1;
}

/** `“...,” Ruiz said` / `“...,” said Ruiz, a nurse` */
function cueBehind(document: Document, quote: Quote, cues: readonly Cue[]): QuoteCue | null {
  const { tokens } = document;
  const at = behind(document, quote);
  if (at < 0) return null;
  for (let next = firstBehind(cues, at - 1, ({ verb }) => verb); next < cues.length; next++) {
    const cue = cues[next];
    if (!cue || cue.first > at + MAX_GAP) return null;
    if (cue.voice === 'infinitive' || !introducesQuotation(cue)) continue;
    if (cue.first === at)
      return { cue, subject: invertedSubject(tokens, cue, quote), rule: 'quote-said-speaker' };
    const subject = subjectBefore(tokens, cue.first, quote.sentence);
    if (subject && subject.first >= at && subject.first <= at + 1)
      return { cue, subject, rule: 'quote-speaker-said' };
  }
  return null;
}

function invertedSubject(tokens: readonly Token[], cue: Cue, { first, sentence }: Quote): Subject | null {
  const own = cue.voice === 'participle' ? null : subjectAfter(tokens, cue.verb, sentence);
  return own ?? mainSubject(tokens, first, sentence);
}

/** `“...,” Ruiz barked.`: a name or "he" and a finite verb right behind a comma, question or exclamation mark. */
function anyVerbBehind(document: Document, quote: Quote): QuoteCue | null {
  const { tokens } = document;
  const at = behind(document, quote);
  if (at < 0 || !/[,?!]$/.test(document.text.slice(quote.range.start, quote.range.end))) return null;
  const phrase = phraseStartingAt(tokens, at, Math.min(quote.sentence.endToken, at + 8));
  if (!phrase || phrase.first !== at || !isVerbLike(tokens, phrase.end)) return null;
  if (!isNamed(tokens, phrase)) return null;
  const verb = phrase.end;
  const cue: Cue = {
    entry: UNLISTED,
    verb,
    first: verb,
    after: verb + 1,
    sentence: quote.sentence.index,
    voice: 'finite',
    negated: false,
  };
  return { cue, subject: bareSubject(phrase), rule: 'quote-speaker-verb' };
}

/** "Ruiz", "an angry Ruiz" or "he". */
function isNamed(tokens: readonly Token[], { first, end }: Phrase): boolean {
  if (/^\p{Lu}|^(?:he|she|they|i|we)$/u.test(textAt(tokens, first))) return true;
  return posAt(tokens, first) === 'DET' && end - first <= 4 && /^\p{Lu}/u.test(textAt(tokens, end - 1));
}

function isVerbLike(tokens: readonly Token[], at: number): boolean {
  if (/^\p{Lu}/u.test(textAt(tokens, at))) return false;
  return posAt(tokens, at) === 'VERB' || /[a-z]{2}ed$/.test(lowerAt(tokens, at));
}

/** `Ruiz said, “...”` / `Ruiz told reporters on Monday: “...”`; words that only go on with the sentence are left to reported speech. */
function cueBefore(document: Document, quote: Quote, cues: readonly Cue[]): QuoteCue | null {
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
  return before === ',' || (quote.first === cue.after && !isTitle(document, quote));
}

/** 'told "Morning in Melbury"': the name of a programme or work, all capitals but for small words. */
function isTitle({ text }: Document, { range }: Quote): boolean {
  const words = text.slice(range.start, Math.min(range.end, range.start + MAX_TITLE + 1)).split(/\s+/);
  if (range.end - range.start > MAX_TITLE || /[.!?]$/.test(words.at(-1) ?? '')) return false;
  return words.every(
    (word) => /^[^\p{L}]*\p{Lu}/u.test(word) || /^(?:a|an|and|at|for|in|of|on|the|to|with)$/.test(word),
  );
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
function colonBefore({ tokens }: Document, { first, sentence }: Quote): QuoteCue | null {
  const colon = first - 1;
  if (colon <= sentence.firstToken || lowerAt(tokens, colon) !== ':') return null;
  const label = phraseEndingAt(tokens, colon - 1, sentence.firstToken);
  const isLabel = label !== null && /^[–—-]$/.test(textAt(tokens, label.first - 1));
  const subject = isLabel ? bareSubject(label) : mainSubject(tokens, colon, sentence);
  const phrase = subject ? null : label;
  return { cue: null, subject: subject ?? (phrase && bareSubject(phrase)), rule: 'colon-quote' };
}
