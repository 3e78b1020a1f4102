import type { TextRange } from '#domain';
import type { Document, Sentence } from '../text/document.js';
import { deniesFact } from './polarity.js';
import type { CuesBySentence } from './find-cues.js';
import { clauseWith, isCrosshead, isWhole, locateQuotes, type Quote } from './located-quotes.js';
import { textAt } from '../text/token-at.js';
import { namedAfter } from './named-after.js';
import type { QuoteCue } from './quote-cue.js';
import { cueOf } from './quote-cues.js';
import { isSignature, signedBy } from './signed-quotes.js';
import type { Subject } from './subject.js';
import { mainSubject } from './subjects.js';
import type { Utterance } from './utterance.js';

type Draft = { -readonly [K in keyof Utterance]: Utterance[K] } & { pieces: TextRange[] };

/** Tokens between the attribution and the other half of its quotation: "told reporters on Monday,". */
const MAX_RESUMED = 14;
/** Share of a sentence's characters that lead into its quotation. */
const MAX_LED = 0.25;
const LETTER = /[\p{L}\p{N}]/u;

/** What has been read so far. */
interface Reading {
  readonly document: Document;
  readonly cues: CuesBySentence;
  /** Reported speech by sentence. */
  readonly reported: ReadonlyMap<number, readonly Utterance[]>;
  readonly found: Draft[];
  readonly byRegion: Map<number, Draft>;
  /** Sentence of the quotation read last. */
  last: number;
}

/**
 * Direct speech: quotations that are an utterance, not a title or a borrowed phrase.
 * Rules in order: attributed in their own sentence (quote-cues); the other half of the quotation before (`“A,” he said. “B.”`); going
 * on from the paragraph before; floating: a whole sentence in quotation marks beside an attributed one.
 */
export function readQuotations(
  document: Document,
  cues: CuesBySentence,
  reported: readonly Utterance[],
): Utterance[] {
  const reading: Reading = {
    document,
    cues,
    reported: bySentence(reported),
    found: [],
    byRegion: new Map(),
    last: -1,
  };
  for (const quote of locateQuotes(document)) {
    if (isSignature(document, quote.region)) continue;
    const attribution = cueOf(document, quote, cues.get(quote.sentence.index) ?? []);
    const draft =
      nextParagraphOf(reading, quote, attribution) ??
      otherHalfOf(reading, quote, attribution) ??
      newDraft(reading, quote, attribution);
    if (!draft) continue;
    reading.byRegion.set(quote.region.index, draft);
    reading.last = quote.sentence.index;
    fillBackwards(reading, quote, draft);
  }
  return reading.found;
}

function bySentence(utterances: readonly Utterance[]): Map<number, Utterance[]> {
  const map = new Map<number, Utterance[]>();
  for (const utterance of utterances) {
    const list = map.get(utterance.sentence);
    if (list) list.push(utterance);
    else map.set(utterance.sentence, [utterance]);
  }
  return map;
}

/**
 * A quotation that its paragraph left open, or that stands right behind another with no word between, goes on: the same words of
 * the same speaker, unless each has a cue of its own.
 */
function nextParagraphOf(reading: Reading, quote: Quote, attribution: QuoteCue | null): Draft | null {
  const draft = reading.byRegion.get(quote.region.index - 1);
  if (!draft?.quoted || (attribution && draft.subject)) return null;
  if (!goesOn(reading.document, quote, attribution)) return null;
  draft.pieces.push(quote.range);
  if (attribution)
    Object.assign(draft, {
      cue: attribution.cue,
      subject: attribution.subject,
      mode: 'explicit',
      after: null,
    });
  return draft;
}

function goesOn(document: Document, quote: Quote, attribution: QuoteCue | null): boolean {
  const { region } = quote;
  if (isCrosshead(document, quote) || (attribution === null && signedBy(document, quote))) return false;
  if (region.continues === region.index - 1) return true;
  const before = document.quotes[region.index - 1];
  return (
    attribution === null &&
    isWhole(document, quote) &&
    !LETTER.test(document.text.slice(before?.end, region.start))
  );
}

/** Adds the quotation to the one before, where one cue serves both or it stands right behind it in the paragraph. */
function otherHalfOf(reading: Reading, quote: Quote, attribution: QuoteCue | null): Draft | null {
  const last = reading.found.at(-1);
  if (!last) return null;
  const sameCue = attribution?.cue && attribution.cue.verb === last.cue?.verb;
  const range = sameCue ? quote.range : attribution ? null : secondHalf(reading, quote, last);
  if (!range) return null;
  last.pieces.push(range);
  return last;
}

/** The words that go on from the quotation before, or null. */
function secondHalf(reading: Reading, quote: Quote, last: Draft): TextRange | null {
  const { document, last: from } = reading;
  if (resumes(document, quote, last)) return quote.range;
  if (turnsToDenial(document, quote, last)) return null;
  const before = document.sentences[from];
  if (before?.paragraph !== quote.sentence.paragraph) return null;
  const isNext = before.index === quote.sentence.index - 1;
  const range = isWhole(document, quote, isNext ? 1 : undefined)
    ? quote.range
    : isNext
      ? ledInto(reading, quote)
      : null;
  return range && !othersSpeakBefore(reading, quote, last) ? range : null;
}

/** `Instead, “he hid it all away.”`: a sentence of which all but the lead stands in quotation marks, with no cue of its own. */
function ledInto({ document, cues }: Reading, quote: Quote): TextRange | null {
  const { range, sentence } = quote;
  if (cues.has(sentence.index) || !/[.!?…]$/.test(document.text.slice(range.start, range.end))) return null;
  if (quote.end < sentence.endToken || document.text.charAt(quote.region.start - 1) === ':') return null;
  return range.start - sentence.start <= MAX_LED * (range.end - sentence.start)
    ? { start: sentence.start, end: range.end }
    : null;
}

/** Somebody else's reported speech stands between the quotation and the one before. */
function othersSpeakBefore({ reported, last: from }: Reading, quote: Quote, last: Draft): boolean {
  const end = last.pieces.at(-1)?.end ?? 0;
  const between = ({ pieces: [first], cue }: Utterance): boolean =>
    first !== undefined &&
    first.start > end &&
    first.start < quote.range.start &&
    cue?.verb !== last.cue?.verb;
  for (let at = from; at <= quote.sentence.index; at++) {
    if ((reported.get(at) ?? []).some((utterance) => isSpoken(utterance) && between(utterance))) return true;
  }
  return false;
}

/** A statement has one polarity: what denies a fact behind words that assert one stands by itself. */
function turnsToDenial({ text }: Document, { range }: Quote, { pieces }: Draft): boolean {
  const before = pieces.at(-1);
  return before !== undefined && deniesFact(text, range) && !deniesFact(text, before);
}

/** `“A,” said Ruiz, a nurse, “and B.”`: behind the comma that closes the attribution, in its own sentence. */
function resumes(
  { tokens }: Document,
  { first, sentence, range }: Quote,
  { sentence: own, cue, subject, pieces }: Draft,
): boolean {
  if (own !== sentence.index || !cue || textAt(tokens, first - 1) !== ',') return false;
  const said = tokens[cue.verb]?.start ?? 0;
  if ((pieces.at(-1)?.end ?? Infinity) > said || said > range.start) return false;
  return first - Math.max(cue.after, subject?.end ?? 0) <= MAX_RESUMED;
}

/** Reported by a verb of saying: only such a speaker goes on in the next quotation. */
function isSpoken({ cue, subject }: Utterance): boolean {
  return subject !== null && cue !== null && cue.entry.frames.includes('q');
}

function newDraft(reading: Reading, quote: Quote, attribution: QuoteCue | null): Draft | null {
  const draft = attribution ? attributed(reading, quote, attribution) : floating(reading, quote);
  if (draft) reading.found.push(draft);
  return draft;
}

function attributed({ document, cues }: Reading, quote: Quote, { cue, subject, rule }: QuoteCue): Draft {
  const own = cues.get(quote.sentence.index) ?? [];
  const clause = rule.startsWith('quote-') ? clauseWith(document, quote, own) : null;
  const mode = subject ? 'explicit' : 'none';
  const pieces = [clause ?? quote.range];
  return {
    sentence: quote.sentence.index,
    pieces,
    quoted: clause === null,
    cue,
    subject,
    mode,
    after: null,
    rule,
  };
}

/** A whole sentence in quotation marks without a cue of its own. */
function floating(reading: Reading, quote: Quote): Draft | null {
  const { document, byRegion } = reading;
  const continued = byRegion.get(quote.region.continues) ?? null;
  if (!continued && (!isWhole(document, quote) || isCrosshead(document, quote))) return null;
  const after = continued ?? previous(reading, quote);
  const subject = continued ? null : namedBeside(document, quote, after);
  const mode = subject ? 'explicit' : after ? 'continuation' : 'none';
  const rule = continued ? 'quote-goes-on' : 'floating-quote';
  return {
    sentence: quote.sentence.index,
    pieces: [quote.range],
    quoted: true,
    cue: null,
    subject,
    mode,
    after,
    rule,
  };
}

/** The nearest attribution before the quotation: of the same paragraph, else of the one before, quotations first. */
function previous({ document, reported, found }: Reading, { sentence, range }: Quote): Utterance | null {
  const last = found.at(-1) ?? null;
  const lastParagraph = document.sentences[last?.sentence ?? -1]?.paragraph ?? -2;
  const inParagraph = nearestReported(document, reported, sentence.paragraph, range.start);
  if (lastParagraph === sentence.paragraph) return later(last, inParagraph);
  if (inParagraph) return inParagraph;
  if (lastParagraph === sentence.paragraph - 1) return last;
  return nearestReported(document, reported, sentence.paragraph - 1, range.start);
}

function later(a: Utterance | null, b: Utterance | null): Utterance | null {
  if (!a || !b) return a ?? b;
  return (b.pieces[0]?.start ?? 0) > (a.pieces[0]?.start ?? 0) ? b : a;
}

function nearestReported(
  document: Document,
  reported: Reading['reported'],
  paragraph: number,
  before: number,
): Utterance | null {
  const { firstSentence = 0, endSentence = 0 } = document.paragraphs[paragraph] ?? {};
  for (let at = endSentence - 1; at >= firstSentence; at--) {
    const list = reported.get(at) ?? [];
    const near = list.findLast(
      (utterance) => isSpoken(utterance) && (utterance.pieces[0]?.start ?? Infinity) < before,
    );
    if (near) return near;
  }
  return null;
}

/** The paragraph before ends in a colon and nobody is quoted in its last sentence: its subject speaks. */
function announcedBy(document: Document, quote: Quote, after: Utterance | null): Subject | null {
  const paragraph = document.paragraphs[quote.sentence.paragraph - 1];
  const sentence: Sentence | undefined = document.sentences[(paragraph?.endSentence ?? 0) - 1];
  if (!paragraph || !sentence || after?.sentence === sentence.index) return null;
  if (document.text.charAt(paragraph.end - 1) !== ':') return null;
  return mainSubject(document.tokens, sentence.endToken, sentence);
}

/** Who signs the quotation, is announced before it or, where nobody has spoken in its paragraph, named behind it. */
function namedBeside(document: Document, quote: Quote, after: Utterance | null): Subject | null {
  const named = signedBy(document, quote) ?? announcedBy(document, quote, after);
  if (named) return named;
  const { sentence } = quote;
  const isOther = after && document.sentences[after.sentence]?.paragraph === sentence.paragraph;
  return isOther ? null : namedAfter(document, sentence.index);
}

/** A chain's speaker may be named with its last piece: the pieces before it then go on from that one. */
function fillBackwards({ byRegion }: Reading, { region }: Quote, draft: Draft): void {
  const before = byRegion.get(region.continues);
  if (!before || before === draft || before.subject || before.after || !draft.subject) return;
  before.after = draft;
  before.mode = 'continuation';
}
