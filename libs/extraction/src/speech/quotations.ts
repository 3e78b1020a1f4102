import type { TextRange } from '#domain';
import type { Document, Sentence } from '../text/document.js';
import type { CuesBySentence } from './find-cues.js';
import { clauseWith, isWhole, locateQuotes, type Quote } from './located-quotes.js';
import { cueOf, type QuoteCue } from './quote-cues.js';
import { mainSubject, type Subject } from './subjects.js';
import type { Utterance } from './utterance.js';

type Draft = { -readonly [K in keyof Utterance]: Utterance[K] } & { pieces: TextRange[] };

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
    const draft = otherHalfOf(reading, quote, attribution) ?? newDraft(reading, quote, attribution);
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
  if (!continued && !isWhole(document, quote)) return null;
  const after = continued ?? previous(reading, quote);
  const subject = continued ? null : announcedBy(document, quote, after);
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

/** A chain's speaker may be named with its last piece: the pieces before it then go on from that one. */
function fillBackwards({ byRegion }: Reading, { region }: Quote, draft: Draft): void {
  const before = byRegion.get(region.continues);
  if (!before || before === draft || before.subject || before.after || !draft.subject) return;
  before.after = draft;
  before.mode = 'continuation';
}
