import type { Document, Token } from '../text/document.js';
import { isQuotedAt, lowerAt, posAt, textAt } from '../text/token-at.js';
import { isTokenKind, tokenKind } from '../text/token-kinds.js';
import type { Cue } from './find-cues.js';
import { phraseStartingAt, TIME_WORD } from './noun-phrase.js';
import type { Subject } from './subject.js';
import { bareSubject, subjectBefore } from './subjects.js';
import type { Utterance } from './utterance.js';

/** "quoted the minister as saying", "was cited by state radio", "quoting residents as telling it" */
const QUOTES = tokenKind(/^(?:quot|cit)(?:e|es|ed|ing)$/);
const SAYING = /^(?:saying|telling|stating|claiming|adding|writing|warning|reporting|confirming|denying)$/;
const BE = /^(?:is|are|was|were|been|being)$/;
/** Tokens from "quoted" to "as": whom, or by whom and where. */
const MAX_BETWEEN = 24;

/** Words of an outlet's name, and outlets that go by no such word. */
const OUTLET =
  /^(?:times|post|news|press|tribune|herald|observer|guardian|journal|gazette|telegraph|mirror|chronicle|courier|radio|television|tv|media|broadcaster|newspaper|daily|magazine|broadcasting|bbc|cnn|afp|ap|npr|nbc|abc|cbs|reuters|bloomberg|jazeera|arabiya)$/;

/** Through whom words came, and who said them. */
interface Relay {
  readonly outlet: Subject | null;
  readonly person: Subject;
}

/**
 * Words that an outlet hands on: "state radio quoted the governor as saying that ...", "the governor was quoted by state radio as saying
 * ...", "medics quoted by state radio said ...", "medics told state radio ...". The one quoted has said them; what only names whom is
 * quoted is no statement.
 */
export function relayed(document: Document, utterances: readonly Utterance[]): Utterance[] {
  return utterances.flatMap((utterance) => {
    const { cue, subject, quoted } = utterance;
    const verb = saidAt(document, utterance);
    if (verb >= 0 && verb !== cue?.verb && !quoted) return [];
    const relay = verb < 0 ? cue && besideCue(document, cue, subject) : relayAt(document, verb);
    if (!relay) return [utterance];
    const { outlet, person } = relay;
    return [{ ...utterance, mode: 'explicit', subject: person, ...(outlet && { relayedBy: outlet }) }];
  });
}

/** "saying", where a verb of quoting leads to it; -1 where the cue is no part of such words. */
function saidAt(document: Document, { cue, quoted, subject }: Utterance): number {
  if (cue && SAYING.test(lowerAt(document.tokens, cue.verb)))
    return quotesBefore(document, cue.verb) < 0 ? -1 : cue.verb;
  // "“...,” the mayor was quoted as saying": behind a quotation the passive is no cue.
  const quotes = cue?.verb ?? (quoted && subject ? subject.phrase.end + 1 : -1);
  return sayingBehind(document, quotes, quoted);
}

function sayingBehind(document: Document, quotes: number, isQuoted: boolean): number {
  const { tokens } = document;
  if (!isTokenKind(tokens, quotes, QUOTES)) return -1;
  for (let at = quotes + 1; at < quotes + MAX_BETWEEN; at++) {
    if (isStop(tokens, at) && !isQuoted) return -1;
    if (SAYING.test(lowerAt(tokens, at))) return quotesBefore(document, at) === quotes ? at : -1;
  }
  return -1;
}

/** The verb of quoting before "as saying", or before whom it quotes "saying"; -1 where there is none. */
function quotesBefore({ tokens }: Document, saying: number): number {
  const hasAs = lowerAt(tokens, saying - 1) === 'as';
  for (let at = saying - 1; at > saying - MAX_BETWEEN && !isStop(tokens, at); at--) {
    if (!isTokenKind(tokens, at, QUOTES) || isQuotedAt(tokens, at)) continue;
    return hasAs || phraseStartingAt(tokens, at + 1, saying, true)?.end === saying ? at : -1;
  }
  return -1;
}

const isStop = (tokens: readonly Token[], at: number): boolean => /^[.;:?!]?$/.test(textAt(tokens, at));

function relayAt(document: Document, saying: number): Relay | null {
  const { tokens, sentences } = document;
  const quotes = quotesBefore(document, saying);
  const sentence = sentences[tokens[quotes]?.sentence ?? -1];
  if (!sentence) return null;
  let first = quotes;
  while (first > sentence.firstToken && /^(?:AUX|ADV)$/.test(posAt(tokens, first - 1))) first--;
  const before = subjectBefore(tokens, first, sentence);
  if (tokens.slice(first, quotes).some(({ lower }) => BE.test(lower)))
    return before && { person: before, outlet: agentAt(tokens, quotes + 1) ?? agentAt(tokens, saying + 1) };
  const phrase = phraseStartingAt(tokens, quotes + 1, saying, true);
  return phrase && { outlet: before, person: bareSubject(phrase) };
}

/** "by state radio", "in the Harbour Times" */
function agentAt(tokens: readonly Token[], at: number): Subject | null {
  if (!/^(?:by|in|on)$/.test(lowerAt(tokens, at))) return null;
  const phrase = phraseStartingAt(tokens, at + 1, at + MAX_BETWEEN, true);
  return phrase && bareSubject(phrase);
}

/** "medics quoted by state radio said", "medics told state radio" */
function besideCue(document: Document, cue: Cue, person: Subject | null): Relay | null {
  const { tokens } = document;
  if (!person) return null;
  const { end } = person.phrase;
  const isQuoted = end < cue.first && /^(?:quoted|cited)$/.test(lowerAt(tokens, end));
  const outlet = isQuoted ? agentAt(tokens, end + 1) : listener(document, cue);
  return outlet && { person: isQuoted ? bareSubject(person.phrase) : person, outlet };
}

/** "told Reuters Friday", but "told the Evening Post". */
function isDay(tokens: readonly Token[], at: number): boolean {
  return TIME_WORD.test(lowerAt(tokens, at)) && !OUTLET.test(lowerAt(tokens, at + 1));
}

/** The outlet that somebody told: no other than the one whose article this is. */
function listener({ tokens, outlet, text }: Document, { entry, voice, after }: Cue): Subject | null {
  if (entry.lemma !== 'tell' || voice !== 'finite') return null;
  let end = lowerAt(tokens, after) === 'the' ? after + 1 : after;
  const first = end;
  while (/^(?:NOUN|PROPN|ADJ)$/.test(posAt(tokens, end)) && !isDay(tokens, end)) end++;
  const words = tokens.slice(first, end);
  if (!words.some(({ lower }) => OUTLET.test(lower))) return null;
  const name = text.slice(words[0]?.start, words.at(-1)?.end).toLowerCase();
  return name === outlet?.toLowerCase() ? null : bareSubject({ first, end });
}
