import { resolveDay } from '../dates/index.js';
import type { Cue } from '../speech/find-cues.js';
import { VENUE } from '../speech/noun-phrase.js';
import type { Speech } from '../speech/read-speech.js';
import type { Document, Token } from '../text/document.js';
import { lowerAt, posAt, textAt } from '../text/token-at.js';
import { wordList } from '../words/word-list.js';

const DAY = wordList('monday tuesday wednesday thursday friday saturday sunday today yesterday');
const TIME_LEAD = wordList('on late early earlier later last');
const PLACE_LEAD = wordList('in at during via on');
const SPEAKING = wordList('speaking talking writing');
/** What is not said yet, or only perhaps, has no day of its own. */
const NOT_SAID = wordList("to will would could can may might should must shall 'll wo");
const CONTRAST = wordList('but and while yet');
const NOMINAL = /^(?:NOUN|PROPN|DET|ADJ|NUM|PRON)$/;
const NAMING = /^(?:NOUN|PROPN)$/;
/** A listener or an occasion is no longer than this, in tokens. */
const MAX_PHRASE = 6;
/** "Monday, 4 March 2019": tokens of a written day. */
const MAX_DAY = 5;

/** Tokens that may tell the time of speaking: none of the attributed words, none of a quotation. */
interface Clause {
  readonly tokens: readonly Token[];
  readonly end: number;
  readonly isOpen: (at: number) => boolean;
}

/**
 * The day on which the words were said, from the cue's own clause alone: beside the cue ("said in a statement late Monday", "told
 * reporters on Tuesday"), between subject and cue, or at the clause's head ("On Monday, Ruiz said"). A day that hangs on another noun or
 * participle ("after talks on Monday", "men held since Monday") is not that of the speaking: none is better than a wrong one.
 */
export function utteredOn(document: Document, speech: Speech, publishedOn: string | null): string | null {
  const { sentence, cue, pieces } = speech;
  const { tokens } = document;
  const own = document.sentences[sentence];
  if (!own || !cue || isUnsaid(tokens, cue)) return null;
  const isOpen = (at: number): boolean => {
    const token = tokens[at];
    if (!token || at < own.firstToken || at >= own.endToken || token.quote >= 0) return false;
    return !pieces.some(({ start, end }) => token.start >= start && token.end <= end);
  };
  const clause = { tokens, end: own.endToken, isOpen };
  const day = dayBehind(clause, speech) ?? dayBefore(clause, speech, own.firstToken);
  if (day === null) return null;
  const last = tokens[Math.min(day + MAX_DAY, own.endToken) - 1];
  return resolveDay(document.text.slice(tokens[day]?.start, last?.end), publishedOn);
}

function isUnsaid(tokens: readonly Token[], { first, verb, voice }: Cue): boolean {
  if (voice === 'infinitive') return true;
  for (let at = first; at < verb; at++) if (NOT_SAID.at(tokens, at)) return true;
  return false;
}

/** "said on Tuesday", "told reporters in Melbury on Tuesday", "said Ruiz, a nurse, late on Tuesday". */
function dayBehind(clause: Clause, { cue, subject }: Speech): number | null {
  if (!cue) return null;
  const { tokens } = clause;
  if (subject && subject.first > cue.verb) {
    const comma = subject.apposition !== null && textAt(tokens, subject.end) === ',';
    return walk(clause, comma ? subject.end + 1 : subject.end).day ?? walk(clause, cue.after).day;
  }
  const direct = walk(clause, cue.after).day;
  if (direct !== null || !cue.entry.frames.includes('r')) return direct;
  let at = cue.after;
  while (at < cue.after + MAX_PHRASE && clause.isOpen(at) && isListener(tokens, at)) at++;
  return walk(clause, at).day;
}

function isListener(tokens: readonly Token[], at: number): boolean {
  const lower = lowerAt(tokens, at);
  return (
    NOMINAL.test(posAt(tokens, at)) && lower !== 'that' && !DAY.at(tokens, at) && !TIME_LEAD.at(tokens, at)
  );
}

/** "Ruiz on Tuesday said", "On Tuesday, Ruiz said", "..., but on Tuesday Ruiz said": the subject is the cue's own. */
function dayBefore(clause: Clause, { cue, subject }: Speech, floor: number): number | null {
  if (!cue || !subject || subject.first > cue.verb || cue.voice === 'participle') return null;
  const between = walk(clause, subject.end);
  if (between.day !== null && between.end <= cue.first) return between.day;
  return skipAdverbs(clause.tokens, between.end) < cue.first ? null : dayAtHead(clause, subject.first, floor);
}

/** "On Tuesday, Ruiz said": nothing else stands between the clause's head and its subject. */
function dayAtHead(clause: Clause, subject: number, floor: number): number | null {
  for (const start of headsOf(clause, subject, floor)) {
    const head = walk(clause, SPEAKING.at(clause.tokens, start) ? start + 1 : start);
    const end = textAt(clause.tokens, head.end) === ',' ? head.end + 1 : head.end;
    if (head.day !== null && end === skipArticles(clause.tokens, end, subject)) return head.day;
  }
  return null;
}

function skipAdverbs(tokens: readonly Token[], at: number): number {
  let end = at;
  while (posAt(tokens, end) === 'ADV') end++;
  return end;
}

/** The subject's own article may stand before its phrase: only then is `to` reached from `at`. */
function skipArticles(tokens: readonly Token[], at: number, to: number): number {
  return at === to || (at + 1 === to && posAt(tokens, at) === 'DET') ? at : -1;
}

/** Where the clause of a subject may begin: at the sentence's start, behind a semicolon, or behind ", but". */
function headsOf({ tokens }: Clause, subject: number, floor: number): number[] {
  const heads = [CONTRAST.at(tokens, floor) ? floor + 1 : floor];
  for (let at = Math.max(floor + 1, subject - 2 * MAX_PHRASE); at < subject; at++) {
    const contrast = CONTRAST.at(tokens, at) && textAt(tokens, at - 1) === ',';
    if (contrast || textAt(tokens, at) === ';') heads.push(at + 1);
  }
  return heads;
}

/** Steps over occasions, places and leads of time up to a day; `end` is the token behind all of them. */
function walk(clause: Clause, from: number): { day: number | null; end: number } {
  const { tokens, isOpen } = clause;
  let at = from;
  let day: number | null = null;
  while (at < clause.end && isOpen(at)) {
    if (DAY.at(tokens, at)) {
      if (day !== null || isModifier(tokens, at, at > from && lowerAt(tokens, at - 1) === 'on')) break;
      day = lowerAt(tokens, at - 1) === 'last' ? at - 1 : at;
      at = behindDay(tokens, at + 1);
      continue;
    }
    const next = day === null ? step(clause, at) : at;
    if (next === at) break;
    at = next;
  }
  return { day, end: at };
}

/** "Tuesday's raid", "Tuesday protests": the day belongs to the noun behind it, unless "on" has led to it. */
function isModifier(tokens: readonly Token[], at: number, led: boolean): boolean {
  const next = lowerAt(tokens, at + 1);
  if (/^['’]s?$/.test(next)) return true;
  const isNoun = posAt(tokens, at + 1) === 'NOUN' && !/^(?:morning|afternoon|evening|night)$/.test(next);
  return isNoun && (!led || VENUE.at(tokens, at - 2));
}

function behindDay(tokens: readonly Token[], at: number): number {
  return /^(?:morning|afternoon|evening|night)$/.test(lowerAt(tokens, at)) ? at + 1 : at;
}

/** The token behind a lead of time, a place or an occasion at `at`; `at` itself where there is none. */
function step(clause: Clause, at: number): number {
  const { tokens } = clause;
  if (TIME_LEAD.at(tokens, at) && (DAY.at(tokens, at + 1) || TIME_LEAD.at(tokens, at + 1))) return at + 1;
  return PLACE_LEAD.at(tokens, at) ? behindPlace(clause, at) : at;
}

/** "in a statement", "at a news conference", "in Melbury". */
function behindPlace({ tokens, isOpen }: Clause, at: number): number {
  for (let i = at + 1; i <= at + MAX_PHRASE && isOpen(i); i++) {
    const endsHere = !NAMING.test(posAt(tokens, i + 1));
    if (VENUE.at(tokens, i) && endsHere) return i + 1;
    if (DAY.at(tokens, i) || !NOMINAL.test(posAt(tokens, i))) break;
    if (lowerAt(tokens, at) === 'in' && posAt(tokens, i) === 'PROPN' && endsHere) return i + 1;
  }
  return at;
}
