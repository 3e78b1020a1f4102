import type { Document, QuoteRegion, Token } from '../text/document.js';
import { posAt, textAt } from '../text/token-at.js';
import type { Quote } from './located-quotes.js';
import { phraseStartingAt } from './noun-phrase.js';
import type { Subject } from './subject.js';
import { bareSubject } from './subjects.js';

/** Tokens of a line that only signs. */
const MAX_SIGNATURE = 12;
const DASH = /^[–—-]$/;

/** Who signs the quotation in the line behind it: "— Marta Ruiz", or `Marta Ruiz.”` where the marks close behind the name. */
export function signedBy(document: Document, { end, sentence, region }: Quote): Subject | null {
  const { tokens, paragraphs, sentences, quotes } = document;
  const next = tokens[end];
  if (!next || end < sentence.endToken) return null;
  const last = sentences[next.sentence]?.endToken ?? end;
  const line = paragraphs[next.paragraph];
  if (line?.firstToken !== end || line.endToken !== last) return null;
  const signature = quotes[region.index + 1];
  if (signature && isSignature(document, signature)) return nameUpToStop(tokens, end, last);
  return DASH.test(next.text) && last - end <= MAX_SIGNATURE ? nameAt(tokens, end + 1, last) : null;
}

function nameAt(tokens: readonly Token[], at: number, end: number): Subject | null {
  const phrase = /^\p{Lu}/u.test(textAt(tokens, at)) ? phraseStartingAt(tokens, at, end, true) : null;
  return phrase && bareSubject(phrase);
}

function nameUpToStop(tokens: readonly Token[], first: number, limit: number): Subject {
  let end = first + 1;
  while (end < limit && !/^[,.”"»]$/.test(textAt(tokens, end))) end++;
  return bareSubject({ first, end });
}

/** A line that the marks of the paragraph before close, and that holds a name and no verb: who is quoted there, no words of theirs. */
export function isSignature({ tokens, paragraphs, quotes, text }: Document, region: QuoteRegion): boolean {
  const before = quotes[region.continues];
  const line = paragraphs[region.paragraph];
  if (!before || !line || before.paragraph !== line.index - 1 || !region.closed) return false;
  if (region.start !== line.start || region.innerStart !== line.start || region.end !== line.end)
    return false;
  if (
    line.endToken - line.firstToken > MAX_SIGNATURE ||
    !/[.!?…]\s*$/.test(text.slice(before.innerEnd - 3, before.innerEnd))
  )
    return false;
  for (let at = line.firstToken; at < line.endToken; at++)
    if (/^(?:VERB|AUX|PRON)$/.test(posAt(tokens, at))) return false;
  return /^\p{Lu}/u.test(textAt(tokens, line.firstToken));
}
