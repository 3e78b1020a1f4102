import type { Document, Sentence, Token } from '../text/document.js';
import { isQuotedAt, lowerAt, posAt, textAt } from '../text/token-at.js';
import { firstBehind } from '../text/first-behind.js';
import type { CueEntry } from './cue-lexicon.js';
import type { Cue } from './find-cues.js';
import { clauseWith, isTitle, isWhole, opensUpper, startsUpper, type Quote } from './located-quotes.js';
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
    | 'quote-said-speaker'
    | 'quote-speaker-said'
    | 'quote-speaker-verb'
    | 'quote-comma'
    | 'speaker-said-quote'
    | 'colon-quote';
}

const SPEECH_END = /[,.!?…—–-][’'"” ]*$/;
const MAX_GAP = 45;
/** Tokens of a subject that the cue closes. */
const MAX_SUBJECT = 14;
const RELATIVE = /^(?:which|who|whose|where|when)$/;
/** Nouns that a title stands beside. */
const WORK =
  /^(?:book|memoir|novel|autobiography|album|song|film|movie|show|program|programme|series|play|column|essay|documentary)$/;
/** Any verb may introduce speech right behind a quotation (“Go,” Ruiz barked); the lexicon grades only the usual ones. */
const UNLISTED: CueEntry = {
  lemma: 'other',
  frames: 'q',
  prepositions: [],
  act: 'asserts',
  distancing: false,
};

/** Rules in order: cue behind the quotation, cue before it, colon before it, the comma that closes it. `cues` are those of its sentence. */
export function cueOf(document: Document, quote: Quote, cues: readonly Cue[]): QuoteCue | null {
  return (
    cueBehind(document, quote, cues) ??
    cueBefore(document, quote, cues) ??
    colonBefore(document, quote) ??
    anyVerbBehind(document, quote) ??
    closedByComma(document, quote, cues)
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
    if (!mayFollow(cue) || isOfNext(document, quote, cue)) continue;
    if (cue.first === at)
      return { cue, subject: invertedSubject(tokens, cue, quote), rule: 'quote-said-speaker' };
    const subject = subjectBefore(tokens, cue.first, quote.sentence);
    if (subject && subject.first >= at && subject.first <= at + 1)
      return { cue, subject, rule: 'quote-speaker-said' };
  }
  return null;
}

/** `“...,” adding that`: a participle or infinitive gives what follows it, not what stands before. */
function mayFollow(cue: Cue): boolean {
  return cue.voice !== 'infinitive' && cue.voice !== 'participle' && introducesQuotation(cue);
}

/** `Of the “small island,” Ruiz said, “Leave it.”`: the cue behind a quoted fragment hands over to the next quotation. */
function isOfNext(document: Document, quote: Quote, { after }: Cue): boolean {
  const { tokens, quotes } = document;
  const next = quotes[tokens[after + 1]?.quote ?? -1];
  if (!next || !/^[,:]$/.test(textAt(tokens, after)) || clauseWith(document, quote, []) === null)
    return false;
  return opensUpper(document, next);
}

function invertedSubject(tokens: readonly Token[], cue: Cue, { first, sentence }: Quote): Subject | null {
  return subjectAfter(tokens, cue.verb, sentence) ?? mainSubject(tokens, first, sentence);
}

/** `“...,” Ruiz barked.`: a name or "he" and a finite verb right behind a comma, question or exclamation mark. */
function anyVerbBehind(document: Document, quote: Quote): QuoteCue | null {
  const { tokens } = document;
  const at = behind(document, quote);
  if (at < 0 || !/[,?!]$/.test(document.text.slice(quote.range.start, quote.range.end))) return null;
  const phrase = phraseStartingAt(tokens, at, Math.min(quote.sentence.endToken, at + 8));
  if (!phrase || phrase.first !== at || !isVerbLike(tokens, phrase.end)) return null;
  const cue = unlisted(phrase.end, quote.sentence);
  if (!isNamed(tokens, phrase) || isOfNext(document, quote, cue)) return null;
  return { cue, subject: bareSubject(phrase), rule: 'quote-speaker-verb' };
}

function unlisted(verb: number, { index }: Sentence): Cue {
  return {
    entry: UNLISTED,
    verb,
    first: verb,
    after: verb + 1,
    sentence: index,
    voice: 'finite',
    negated: false,
  };
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
  if (before === ',') return !isNamedWork(document, quote, cue);
  return quote.first === cue.after && cue.voice !== 'preposition' && !isTitle(document, quote);
}

/** 'said in his book, "An Island Son."', 'wrote of her newsletter, "Harbour Morning,"': the name of what stands before the comma. */
function isNamedWork(document: Document, quote: Quote, { after }: Cue): boolean {
  if (WORK.test(lowerAt(document.tokens, quote.first - 2))) return true;
  return quote.first > after + 1 && isTitle(document, quote);
}

/** `“The road is closed,” a voice in the ad states`: a sentence that a comma closes inside the marks, with a subject or verb behind. */
function closedByComma(document: Document, quote: Quote, cues: readonly Cue[]): QuoteCue | null {
  const { tokens } = document;
  if (document.text.charAt(quote.range.end - 1) !== ',' || !isWhole(document, quote)) return null;
  const { sentence, end } = quote;
  if (RELATIVE.test(lowerAt(tokens, end))) return null;
  const next = cues[firstBehind(cues, end - 1, ({ verb }) => verb)];
  const cue = next && mayFollow(next) ? next : null;
  const opensVerb = /^(?:VERB|AUX)$/.test(posAt(tokens, end));
  const subject = opensVerb
    ? subjectAfter(tokens, end, sentence)
    : leadingSubject(tokens, end, sentence, cue);
  return subject && { cue, subject, rule: 'quote-comma' };
}

/** The words up to the cue ("Selbridge-based Marta Ruiz said"), or the name up to a comma ("Marta Ruiz, 30, of Selbridge, said"). */
function leadingSubject(
  tokens: readonly Token[],
  first: number,
  sentence: Sentence,
  cue: Cue | null,
): Subject | null {
  const phrase = phraseStartingAt(tokens, first, sentence.endToken, true);
  const isNamedThere = phrase && textAt(tokens, phrase.end) === ',' && /^\p{Lu}/u.test(textAt(tokens, first));
  if (isNamedThere || !cue || cue.first <= first || cue.first > first + MAX_SUBJECT)
    return phrase && bareSubject(phrase);
  return bareSubject({ first, end: cue.first });
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
