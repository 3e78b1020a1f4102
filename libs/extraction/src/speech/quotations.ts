import type { TextRange } from '#domain';
import type { Document, QuoteRegion, Sentence, Token } from '../text/document.js';
import type { Cue } from './find-cues.js';
import { phraseEndingAt } from './noun-phrase.js';
import { mainSubject, subjectAfter, subjectBefore, type Subject } from './subjects.js';
import type { Utterance } from './utterance.js';

type Draft = { -readonly [K in keyof Utterance]: Utterance[K] } & { pieces: TextRange[] };

/** A region with its tokens (marks included) and the sentence it lies in. */
interface Quote {
  readonly region: QuoteRegion;
  readonly first: number;
  readonly end: number;
  readonly sentence: Sentence;
}

interface Found {
  readonly cue: Cue | null;
  readonly subject: Subject | null;
  readonly rule: string;
}

const MIN_FLOATING_WORDS = 3;
const SPEECH_END = /[,.!?…—–-]$/;

/**
 * Direct speech: quotations that are an utterance, not a title or a borrowed phrase.
 * Rules in order: cue behind the quotation; cue before it; a colon before it; going on from the quotation before (split by its cue,
 * over paragraphs, or floating: a whole sentence in quotation marks beside an attributed one).
 */
export function readQuotations(
  document: Document,
  cues: readonly Cue[],
  reported: readonly Utterance[],
): Utterance[] {
  const found: Draft[] = [];
  const byRegion = new Map<number, Draft>();
  for (const quote of locateQuotes(document)) {
    const { sentence } = quote;
    const near = cues.filter((cue) => cue.sentence === sentence.index && cue.entry.frames.includes('q'));
    const attribution =
      cueBehind(document, quote, near) ?? cueBefore(document, quote, near) ?? colonBefore(document, quote);
    const range = contentOf(document, quote.region);
    if (!range) continue;
    const split = attribution?.cue
      ? found.find((draft) => draft.cue?.verb === attribution.cue?.verb)
      : undefined;
    if (split) {
      split.pieces.push(range);
      byRegion.set(quote.region.index, split);
      continue;
    }
    const draft = attribution
      ? attributed(quote, range, attribution)
      : floating(
          document,
          quote,
          range,
          [...found.slice(-1), ...nearby(document, reported, quote)],
          byRegion,
        );
    if (!draft) continue;
    found.push(draft);
    byRegion.set(quote.region.index, draft);
    fillBackwards(quote.region, draft, byRegion);
  }
  return found;
}

function locateQuotes(document: Document): Quote[] {
  const located: Quote[] = [];
  let at = 0;
  for (const region of document.quotes) {
    while (at < document.tokens.length && document.tokens[at]?.quote !== region.index) at++;
    const first = at;
    while (at < document.tokens.length && document.tokens[at]?.quote === region.index) at++;
    const sentence = document.sentences[document.tokens[first]?.sentence ?? -1];
    if (sentence && at > first) located.push({ region, first, end: at, sentence });
  }
  return located;
}

function wordsOf(document: Document, { innerStart, innerEnd }: QuoteRegion): string {
  return document.text.slice(Math.max(innerStart, innerEnd - 20), innerEnd).trimEnd();
}

/** The words inside the marks, without white space at the edges. */
function contentOf(document: Document, region: QuoteRegion): TextRange | null {
  const inner = document.text.slice(region.innerStart, region.innerEnd);
  const start = region.innerStart + (inner.length - inner.trimStart().length);
  const end = start + inner.trim().length;
  return end > start ? { start, end } : null;
}

/** `The fighters were “doing their best,” he said`: a quotation that ends its clause takes the clause with it. */
function withClause({ tokens }: Document, quote: Quote, range: TextRange, found: Found): TextRange {
  const before = tokens[quote.first - 1];
  const opens = quote.first === quote.sentence.firstToken || !before || before.quote >= 0;
  const start = tokens[quote.sentence.firstToken]?.start ?? range.start;
  if (opens || found.rule === 'speaker-said-quote' || before.kind === 'punct') return range;
  const free = tokens.slice(quote.sentence.firstToken, quote.first).every((token) => token.quote < 0);
  return free && !found.rule.startsWith('colon') ? { start, end: range.end } : range;
}

function attributed(quote: Quote, range: TextRange, { cue, subject, rule }: Found): Draft {
  const mode = subject ? 'explicit' : 'none';
  return {
    sentence: quote.sentence.index,
    pieces: [range],
    quoted: true,
    cue,
    subject,
    mode,
    after: null,
    rule,
  };
}

/** `“...,” Ruiz said` / `“...,” said Ruiz, a nurse` */
function cueBehind(document: Document, quote: Quote, cues: readonly Cue[]): Found | null {
  const { tokens } = document;
  let at = quote.end;
  const comma = tokens[at]?.text === ',';
  if (comma) at++;
  if (!comma && !SPEECH_END.test(wordsOf(document, quote.region))) return null;
  for (const cue of cues) {
    if (cue.verb < at || cue.voice === 'infinitive') continue;
    if (cue.first > at + 45) return null;
    if (cue.first === at) {
      const subject = cue.voice === 'participle' ? null : subjectAfter(tokens, cue.verb, quote.sentence);
      return {
        cue,
        subject: subject ?? mainSubject(tokens, quote.first, quote.sentence),
        rule: 'quote-said-speaker',
      };
    }
    const subject = subjectBefore(tokens, cue.first, quote.sentence);
    if (subject && subject.first >= at && subject.first <= at + 1)
      return { cue, subject, rule: 'quote-speaker-said' };
  }
  return null;
}

/** `Ruiz said, “...”` / `Ruiz told reporters on Monday: “...”`; words that only go on with the sentence are left to reported speech. */
function cueBefore(document: Document, quote: Quote, cues: readonly Cue[]): Found | null {
  const { tokens } = document;
  if (quote.first === quote.sentence.firstToken) return null;
  const cue = cues.findLast(({ after }) => after <= quote.first);
  if (!cue || quote.first - cue.after > 40) return null;
  const before = tokens[quote.first - 1];
  const marked = before?.text === ',' || before?.text === ':';
  const between = tokens.slice(cue.after, quote.first);
  if (between.some(({ quote: inside, text }) => inside >= 0 || text === ';')) return null;
  if (!marked && quote.first !== cue.after) return null;
  if (!startsUpper(document, quote.region) && before?.text !== ':') return null;
  const subject =
    cue.voice === 'finite'
      ? (subjectBefore(tokens, cue.first, quote.sentence) ?? mainSubject(tokens, cue.first, quote.sentence))
      : mainSubject(tokens, cue.first, quote.sentence);
  const inverted = isAfterQuote(tokens, cue) ? subjectAfter(tokens, cue.verb, quote.sentence) : null;
  return { cue, subject: inverted ?? subject, rule: 'speaker-said-quote' };
}

function isAfterQuote(tokens: readonly Token[], cue: Cue): boolean {
  const before = tokens[cue.first - 1];
  return (
    before !== undefined &&
    (before.quote >= 0 || (before.text === ',' && (tokens[cue.first - 2]?.quote ?? -1) >= 0))
  );
}

function startsUpper(document: Document, region: QuoteRegion): boolean {
  return /^[\s'‘(…\[]*[\p{Lu}\p{N}]/u.test(document.text.slice(region.innerStart, region.innerStart + 10));
}

/** `Ruiz on the talks: “...”`: no speech verb, but a colon hands over. */
function colonBefore({ tokens }: Document, quote: Quote): Found | null {
  const colon = quote.first - 1;
  if (colon <= quote.sentence.firstToken || tokens[colon]?.text !== ':') return null;
  const subject = mainSubject(tokens, colon, quote.sentence);
  const phrase = subject ? null : phraseEndingAt(tokens, colon - 1, quote.sentence.firstToken);
  const named = phrase && { phrase, apposition: null, first: phrase.first, end: phrase.end };
  return { cue: null, subject: subject ?? named, rule: 'colon-quote' };
}

/** A whole sentence in quotation marks without a cue of its own. */
function floating(
  document: Document,
  quote: Quote,
  range: TextRange,
  candidates: readonly Utterance[],
  byRegion: ReadonlyMap<number, Draft>,
): Draft | null {
  const continued = byRegion.get(quote.region.continues);
  const words = document.text.slice(range.start, range.end).split(/\s+/).length;
  const whole =
    opensSentence(document.tokens, quote) &&
    (!quote.region.closed ||
      /[.!?…]$/.test(document.text.slice(range.start, range.end)) ||
      quote.end === quote.sentence.endToken);
  if (!continued && (!whole || words < MIN_FLOATING_WORDS)) return null;
  const after = continued ?? previous(document, quote, candidates);
  const announced = continued ? null : announcedBy(document, quote, after);
  const mode = announced ? 'explicit' : after ? 'continuation' : 'none';
  return {
    sentence: quote.sentence.index,
    pieces: [range],
    quoted: true,
    cue: null,
    subject: announced,
    mode,
    after,
    rule: continued ? 'quote-goes-on' : 'floating-quote',
  };
}

/** The paragraph before ends in a colon and nobody is quoted in its last sentence: its subject speaks. */
function announcedBy(document: Document, quote: Quote, after: Utterance | null): Subject | null {
  const paragraph = document.paragraphs[quote.sentence.paragraph - 1];
  const sentence = paragraph && document.sentences[paragraph.endSentence - 1];
  if (!sentence || document.text.charAt(paragraph.end - 1) !== ':' || after?.sentence === sentence.index)
    return null;
  return mainSubject(document.tokens, sentence.endToken, sentence);
}

function opensSentence(tokens: readonly Token[], quote: Quote): boolean {
  const lead = quote.first - quote.sentence.firstToken;
  return (
    lead === 0 ||
    (lead === 1 && /^(?:and|but|so|or|—|–|-|\.\.\.|…)$/.test(tokens[quote.sentence.firstToken]?.lower ?? ''))
  );
}

/** Reported speech of the same paragraph or the one before, up to the quotation. */
function nearby(
  document: Document,
  reported: readonly Utterance[],
  { sentence, region }: Quote,
): Utterance[] {
  const first = document.paragraphs[sentence.paragraph - 1]?.firstSentence ?? sentence.index;
  return reported.filter(
    ({ sentence: at, pieces, subject }) =>
      subject !== null &&
      at >= first &&
      at <= sentence.index &&
      (pieces[0]?.start ?? Infinity) < region.start,
  );
}

/** The nearest attribution before the quotation: of the same paragraph, else of the one before. */
function previous(
  document: Document,
  { sentence }: Quote,
  candidates: readonly Utterance[],
): Utterance | null {
  const paragraphOf = (at: Utterance): number => document.sentences[at.sentence]?.paragraph ?? -9;
  const near = candidates.filter((at) => sentence.paragraph - paragraphOf(at) <= 1);
  const ordered = near.toSorted(
    (a, b) => a.sentence - b.sentence || (a.pieces[0]?.start ?? 0) - (b.pieces[0]?.start ?? 0),
  );
  const same = ordered.filter((at) => paragraphOf(at) === sentence.paragraph);
  return same.at(-1) ?? ordered.findLast(({ quoted }) => quoted) ?? ordered.at(-1) ?? null;
}

/** A chain's speaker may be named with its last piece: the pieces before it then go on from that one. */
function fillBackwards(region: QuoteRegion, draft: Draft, byRegion: ReadonlyMap<number, Draft>): void {
  const before = byRegion.get(region.continues);
  if (!before || before.subject || before.after || !draft.subject) return;
  before.after = draft;
  before.mode = 'continuation';
}
