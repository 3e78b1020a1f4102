import type { Document, Sentence, Token } from '../text/document.js';
import { lowerAt, posAt, textAt } from '../text/token-at.js';
import { firstBehind } from '../text/first-behind.js';
import type { CueEntry } from './cue-lexicon.js';
import type { Cue } from './find-cues.js';
import { clauseWith, isTitle, isWhole, opensUpper, startsUpper, type Quote } from './located-quotes.js';
import { phraseStartingAt, TIME_WORD, type Phrase } from './noun-phrase.js';
import { introducesQuotation, type QuoteCue } from './quote-cue.js';
import type { Subject } from './subject.js';
import { bareSubject, mainSubject, subjectAfter, subjectBefore } from './subjects.js';

const SPEECH_END = /[,.!?…—–-][’'"” ]*$/;
const MAX_GAP = 45;
/** Tokens of a subject that the cue closes. */
const MAX_SUBJECT = 14;
const RELATIVE = /^(?:which|who|whose|where|when)$/;
/** Any verb may introduce speech right behind a quotation (“Go,” Ruiz barked); the lexicon grades only the usual ones. */
const UNLISTED: CueEntry = {
  lemma: 'other',
  frames: 'q',
  prepositions: [],
  act: 'asserts',
  distancing: false,
};

/** First token behind the quotation and its comma; -1 where it does not end like speech with a cue behind. */
function behind(document: Document, { region, end }: Quote): number {
  if (textAt(document.tokens, end) === ',') return end + 1;
  const tail = document.text
    .slice(Math.max(region.innerStart, region.innerEnd - 20), region.innerEnd)
    .trimEnd();
  return SPEECH_END.test(tail) ? end : -1;
}

/** `“...,” Ruiz said` / `“...,” said Ruiz, a nurse` */
export function cueBehind(document: Document, quote: Quote, cues: readonly Cue[]): QuoteCue | null {
  const { tokens } = document;
  const marked = behind(document, quote);
  const at = marked < 0 && isBareSentence(document, quote) ? quote.end : marked;
  if (at < 0) return null;
  for (let next = firstBehind(cues, at - 1, ({ verb }) => verb); next < cues.length; next++) {
    const cue = cues[next];
    if (!cue || cue.first > at + MAX_GAP) return null;
    if (!mayFollow(cue) || isOfNext(document, quote, cue)) continue;
    const found = attributedBy(tokens, cue, at, quote);
    if (found && (marked >= 0 || closesClause(tokens, cue))) return found;
  }
  return null;
}

/** The cue with its subject, where one of them stands at `at`. */
function attributedBy(tokens: readonly Token[], cue: Cue, at: number, quote: Quote): QuoteCue | null {
  if (cue.first === at)
    return { cue, subject: invertedSubject(tokens, cue, quote), rule: 'quote-said-speaker' };
  const subject = subjectBefore(tokens, cue.first, quote.sentence);
  const isThere = subject && subject.first >= at && subject.first <= at + 1;
  return isThere ? { cue, subject, rule: 'quote-speaker-said' } : null;
}

/** `“The quay is a great place” Ruiz said.`: the comma of speech is missing. */
function isBareSentence(document: Document, quote: Quote): boolean {
  return (
    quote.first === quote.sentence.firstToken && startsUpper(document, quote) && !isTitle(document, quote)
  );
}

/** Nothing that the verb could give follows. */
function closesClause(tokens: readonly Token[], { after }: Cue): boolean {
  return /^[.,;]?$/.test(textAt(tokens, after)) || TIME_WORD.test(lowerAt(tokens, after));
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
export function anyVerbBehind(document: Document, quote: Quote): QuoteCue | null {
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

/** `“The road is closed,” a voice in the ad states`: a sentence that a comma closes inside the marks, with a subject or verb behind. */
export function closedByComma(document: Document, quote: Quote, cues: readonly Cue[]): QuoteCue | null {
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
  if (isNamedThere || !cue || !reaches(tokens, first, cue.first))
    return phrase && subjectAfter(tokens, first - 1, sentence, true);
  return bareSubject({ first, end: cue.first });
}

/** Few words, none of them quoted, stand from one token to the other. */
function reaches(tokens: readonly Token[], first: number, end: number): boolean {
  if (end <= first || end > first + MAX_SUBJECT) return false;
  return !tokens.slice(first, end).some(({ quote }) => quote >= 0);
}
