import { ABBREVIATIONS, SENTENCE_STARTERS, TITLES_BEFORE_NAMES } from './abbreviations.js';
import { textAt } from './token-at.js';
import { tokenKind } from './token-kinds.js';
import { MAX_SENTENCE, type Paragraph, type QuoteRegion, type Sentence, type Token } from './model.js';
import { WordList } from '../words/word-list.js';

const STOP = /^(?:[.!?]+|…|\.\.\.)$/;
const CLOSER = /^["”»’')\]]+$/;
const MAX_CLOSERS = 4;
const INITIALS = /^(?:\p{L}\.)+\p{L}?\.?$/u;
const OPENER = /^["“«‹„‘'([—–-]+$/;

/**
 * Sentences of each paragraph. A quotation with its cue is one sentence: nothing is cut inside quotation marks, and a closing mark
 * ends a sentence only where its words did. Abbreviations, initials and dots of suspense do not end one.
 */
export function splitSentences(
  tokens: readonly Token[],
  paragraphs: readonly Paragraph[],
  quotes: readonly QuoteRegion[],
): Sentence[] {
  const sentences: Sentence[] = [];
  for (const paragraph of paragraphs) {
    paragraph.firstSentence = sentences.length;
    let first = paragraph.firstToken;
    for (let i = paragraph.firstToken; i < paragraph.endToken; i++) {
      const atEnd = i + 1 >= paragraph.endToken;
      if (!atEnd && !endsSentence(tokens, i, first, quotes) && !startsAtJoint(tokens, i + 1, paragraph))
        continue;
      addSentence(sentences, tokens, first, i + 1, paragraph.index);
      first = i + 1;
    }
    paragraph.endSentence = sentences.length;
  }
  return sentences;
}

function startsAtJoint(tokens: readonly Token[], i: number, paragraph: Paragraph): boolean {
  return paragraph.joint !== null && tokens[i]?.start === paragraph.joint;
}

function addSentence(
  out: Sentence[],
  tokens: readonly Token[],
  from: number,
  to: number,
  paragraph: number,
): void {
  let first = from;
  const index = (): number => out.length;
  for (let i = from; i < to; i++) {
    const tooLong = (tokens[i]?.end ?? 0) - (tokens[first]?.start ?? 0) > MAX_SENTENCE;
    if (tooLong && i > first) {
      push(out, tokens, first, i, paragraph);
      first = i;
    }
    const token = tokens[i];
    if (token) token.sentence = index();
  }
  push(out, tokens, first, to, paragraph);
}

function push(out: Sentence[], tokens: readonly Token[], from: number, to: number, paragraph: number): void {
  const start = tokens[from]?.start ?? 0;
  const end = tokens[to - 1]?.end ?? start;
  out.push({ index: out.length, start, end, firstToken: from, endToken: to, paragraph });
}

const DOTTED = tokenKind((_, text) => text.endsWith('.'));

function endsSentence(
  tokens: readonly Token[],
  i: number,
  first: number,
  quotes: readonly QuoteRegion[],
): boolean {
  const token = tokens[i];
  const next = tokens[i + 1];
  if (!token || !next) return false;
  if (token.kind === 'word' && (token.is & DOTTED) === 0) return false;
  if (isInside(token, quotes)) return false;
  if (isStop(tokens, token, next)) return beginsSentence(tokens, i + 1) && !isCloser(next, token);
  const stop = CLOSER.test(token.text) ? stopBefore(tokens, i, first) : null;
  return stop !== null && beginsSentence(tokens, i + 1) && !goesOnWithCue(tokens, i + 1, stop);
}

/** More of its quotation follows. */
function isInside({ quote, end }: Token, quotes: readonly QuoteRegion[]): boolean {
  return quote >= 0 && end < (quotes[quote]?.end ?? 0);
}

/** The stop that a row of closing marks follows, or null. */
function stopBefore(tokens: readonly Token[], i: number, first: number): Token | null {
  const floor = Math.max(first, i - MAX_CLOSERS);
  let before = i - 1;
  while (before > floor && CLOSER.test(tokens[before]?.text ?? '')) before--;
  const stop = tokens[before];
  return stop && /[.!?…]$/.test(stop.text) ? stop : null;
}

/** The mark belongs to what it follows: a quotation or bracket closing right after the stop. */
function isCloser(next: Token, stop: Token): boolean {
  return !next.spaced && next.start === stop.end && CLOSER.test(next.text);
}

function isStop(tokens: readonly Token[], token: Token, next: Token): boolean {
  if (STOP.test(token.text)) return !(/^(?:\.{2,}|…)$/.test(token.text) && /^\p{Ll}/u.test(next.text));
  if (!token.text.endsWith('.') || token.text.length < 2) return false;
  if (TITLES_BEFORE_NAMES.holds(token)) return false;
  // "U.S." or "Co." ends a sentence only where the next word can hardly go on with it.
  if (ABBREVIATIONS.holds(token) || INITIALS.test(token.text))
    return (SENTENCE_STARTERS.holds(next) && next.spaced) || opensQuotedSentence(tokens, next);
  return true;
}

/** `in Selbridge, N.D. “We are open.”`: a quotation of more than three words that closes with a stop. */
function opensQuotedSentence(tokens: readonly Token[], { spaced, quote, index }: Token): boolean {
  if (!spaced || quote < 0 || tokens[index - 1]?.quote === quote) return false;
  let last = index + 1;
  while (tokens[last + 1]?.quote === quote) last++;
  while (last > index && CLOSER.test(textAt(tokens, last))) last--;
  return last > index + 3 && /[.!?]$/.test(textAt(tokens, last));
}

function beginsSentence(tokens: readonly Token[], i: number): boolean {
  let at = i;
  while (at < i + 3 && OPENER.test(tokens[at]?.text ?? '')) at++;
  const word = tokens[at];
  if (!word) return true;
  if (at === i && !word.spaced) return /^\p{Lu}\p{Ll}/u.test(word.text);
  return /^[\p{Lu}\p{N}#@$£€\p{Lo}]/u.test(word.text) || !/^[\p{L}]/u.test(word.text);
}

/** “Why?” Rivera asked. / “Go!” she said: after a question or call the cue may follow with a capital. */
function goesOnWithCue(tokens: readonly Token[], i: number, stop: Token): boolean {
  if (stop.text === '.') return false;
  for (let at = i; at < i + 5; at++) {
    const token = tokens[at];
    if (!token || token.kind === 'punct') return false;
    if (at === i && !NAMING.has(token.pos) && !SPEECH_AFTER_QUOTE.has(token.text)) return false;
    if (token.pos === 'VERB' && SPEECH_AFTER_QUOTE.holds(token)) return true;
    if (at > i && token.pos !== 'PROPN') return false;
  }
  return false;
}

const NAMING = new Set(['PROPN', 'PRON', 'NOUN', 'DET', 'ADJ']);
const SPEECH_AFTER_QUOTE = new WordList(
  `said says asked asks added adds wrote writes tweeted told replied continued shouted exclaimed demanded wondered cried yelled joked
  responded answered declared quipped chanted concluded reacted questioned went retorted pleaded screamed barked insisted argued remarked
  noted observed recalled warned begged urged thundered muttered whispered laughed repeated countered sighed
  inquired mused`.split(/\s+/),
);
