import type { TextRange } from '#domain';
import type { Document, Sentence } from '../text/document.js';
import { deniesFact } from './polarity.js';
import type { CuesBySentence } from './find-cues.js';
import { clauseWith, isWhole, locateQuotes, type Quote } from './located-quotes.js';
import { textAt } from '../text/token-at.js';
import { cueOf, type QuoteCue } from './quote-cues.js';
import { phraseStartingAt } from './noun-phrase.js';
import { bareSubject, mainSubject, type Subject } from './subjects.js';
import type { Utterance } from './utterance.js';

type Draft = { -readonly [K in keyof Utterance]: Utterance[K] } & { pieces: TextRange[] };

/** Tokens between the attribution and the other half of its quotation: "told reporters on Monday,". */
const MAX_RESUMED = 14;
/** Tokens of a line that only signs. */
const MAX_SIGNATURE = 12;
const LETTER = /[\p{L}\p{N}]/u;

/** What has been read so far. */
interface Reading {
  readonly document: Document;
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
    reported: bySentence(reported),
    found: [],
    byRegion: new Map(),
    last: -1,
  };
  for (const quote of locateQuotes(document)) {
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
function nextParagraphOf(
  { byRegion, document }: Reading,
  quote: Quote,
  attribution: QuoteCue | null,
): Draft | null {
  const { region } = quote;
  const draft = byRegion.get(region.index - 1);
  if (!draft?.quoted || (attribution && draft.subject)) return null;
  const before = document.quotes[region.index - 1];
  const goesOn =
    region.continues === region.index - 1 ||
    (attribution === null &&
      isWhole(document, quote) &&
      !LETTER.test(document.text.slice(before?.end, region.start)));
  if (!goesOn) return null;
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

/** Adds the quotation to the one before, where one cue serves both or it stands right behind it in the paragraph. */
function otherHalfOf(reading: Reading, quote: Quote, attribution: QuoteCue | null): Draft | null {
  const last = reading.found.at(-1);
  if (!last) return null;
  const sameCue = attribution?.cue && attribution.cue.verb === last.cue?.verb;
  if (!sameCue && (attribution || !isSecondHalf(reading, quote, last))) return null;
  last.pieces.push(quote.range);
  return last;
}

function isSecondHalf({ document, reported, last: from }: Reading, quote: Quote, last: Draft): boolean {
  if (resumes(document, quote, last)) return true;
  if (turnsToDenial(document, quote, last)) return false;
  const before = document.sentences[from];
  if (!last.quoted || before?.paragraph !== quote.sentence.paragraph || !isWhole(document, quote))
    return false;
  const end = last.pieces.at(-1)?.end ?? 0;
  const between = ({ pieces: [first], cue }: Utterance): boolean =>
    first !== undefined &&
    first.start > end &&
    first.start < quote.range.start &&
    cue?.verb !== last.cue?.verb;
  for (let at = from; at <= quote.sentence.index; at++) {
    if ((reported.get(at) ?? []).some((utterance) => isSpoken(utterance) && between(utterance))) return false;
  }
  return true;
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
  const draft = attribution ? attributed(reading.document, quote, attribution) : floating(reading, quote);
  if (draft) reading.found.push(draft);
  return draft;
}

function attributed(document: Document, quote: Quote, { cue, subject, rule }: QuoteCue): Draft {
  const clause = rule.startsWith('quote-') ? clauseWith(document, quote) : null;
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
  const signed = continued ? null : signedBy(document, quote);
  const subject = signed ?? (continued ? null : announcedBy(document, quote, after));
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

/** A line in single marks between paragraphs of an article that quotes in double ones: a heading, said by nobody there. */
function isCrosshead({ quotes, paragraphs }: Document, { region, sentence }: Quote): boolean {
  const line = paragraphs[sentence.paragraph];
  const isLine = line !== undefined && region.start === line.start && region.end === line.end;
  return isLine && region.mark === 'single' && quotes[0]?.mark === 'double';
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

/** A line of its own behind the quotation, a dash and a name: "— Marta Ruiz". */
function signedBy({ tokens, paragraphs, sentences }: Document, { end, sentence }: Quote): Subject | null {
  const dash = tokens[end];
  if (!dash || !/^[–—-]$/.test(dash.text) || end < sentence.endToken) return null;
  const paragraph = paragraphs[dash.paragraph];
  const last = sentences[dash.sentence]?.endToken ?? end;
  if (paragraph?.firstToken !== end || paragraph.endToken !== last || last - end > MAX_SIGNATURE) return null;
  const phrase = /^\p{Lu}/u.test(textAt(tokens, end + 1))
    ? phraseStartingAt(tokens, end + 1, last, true)
    : null;
  return phrase && bareSubject(phrase);
}

/** The paragraph before ends in a colon and nobody is quoted in its last sentence: its subject speaks. */
function announcedBy(document: Document, quote: Quote, after: Utterance | null): Subject | null {
  const paragraph = document.paragraphs[quote.sentence.paragraph - 1];
  const sentence: Sentence | undefined = document.sentences[(paragraph?.endSentence ?? 0) - 1];
  if (!paragraph || !sentence || after?.sentence === sentence.index) return null;
  if (document.text.charAt(paragraph.end - 1) !== ':') return null;
  return mainSubject(document.tokens, sentence.endToken, sentence);
}

/** A chain's speaker may be named with its last piece: the pieces before it then go on from that one. */
function fillBackwards({ byRegion }: Reading, { region }: Quote, draft: Draft): void {
  const before = byRegion.get(region.continues);
  if (!before || before === draft || before.subject || before.after || !draft.subject) return;
  before.after = draft;
  before.mode = 'continuation';
}
