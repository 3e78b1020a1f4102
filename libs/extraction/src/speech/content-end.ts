import type { Sentence, Token } from '../text/document.js';
import { firstBehind } from '../text/first-behind.js';
import { isQuotedAt, lowerAt, posAt, textAt } from '../text/token-at.js';
import { hasVerb, SENTENCE_END, type Frame } from './content-start.js';
import type { Cue } from './find-cues.js';
import { isFinite } from './finite-verb.js';
import { isDash, storyStart } from './story-start.js';
import { opensVerdict, phraseEndingAt, phraseStartingAt, SUBJECT_PRONOUNS, VENUE } from './noun-phrase.js';
import { wordList } from '../words/word-list.js';

/** Tokens before the quotation: "that it is". */
const MAX_LEAD = 3;
/** Tokens from "something" to the verb that denies it: "the company's head of sales, Ada Lind, denies". */
const MAX_DENIAL = 16;
/** Tokens of a relative clause behind a subject. */
const MAX_RELATIVE = 26;
/** Tokens of the subject of a clause behind "after". */
const MAX_SUBJECT = 16;
const INNER_CLAUSE = /^(?:who|whom|whose|which|that|what|how|where|when|why|if|whether|as)$/;
const REASONING = wordList('saying adding stating insisting noting arguing stressing explaining');
/** The form of a verb. */
const ENDING = /(?:ed|ing|s)$/;
/** Tokens before an opening participle: "But strongly denying". */
const MAX_OPENING = 2;
const MARK = /^["”»’']+$/;
/** Opens a clause of the reporter's. */
const GOES_ON = wordList('before after while when as because although though until – — -');
const JOINS = wordList('and but while');
/** Opens an aside of the reporter's behind the comma that closes what is reported. */
const ASIDE = /^(?:which|who|whose|although|though|but)$/;
/** Opens when something was said about a noun, or what was going on then. */
const CIRCUMSTANCE = wordList('when during amid');
const THEN = wordList('after before until');
const WHEN_OR_WHERE = wordList('in on at via last late earlier');
/** Goes on behind the noun that is reported, with or without a comma. */
const AFTER_NOUN = /^(?:an?|the|he|she|they)$/;
const WEEKDAY = /^(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)$/;
/** Opens a clause before the main one: "While Ruiz said he would stay, the council left." */
const SUBORDINATES = wordList(
  'while though although when as if because since after before whereas once even',
);

/** The content that is read, with the cue that gives it and all of its sentence. */
interface Content {
  readonly tokens: readonly Token[];
  readonly sentence: Sentence;
  readonly cue: Cue;
  readonly cues: readonly Cue[];
  readonly frame: Frame;
}

/**
 * Where the content that starts at `first` ends: at its sentence's end, or before what another cue or a contrast opens.
 * `cues` are those of the sentence.
 */
export function contentEnd(
  tokens: readonly Token[],
  first: number,
  sentence: Sentence,
  cue: Cue,
  cues: readonly Cue[],
  frame: Frame,
): number {
  const content = { tokens, sentence, cue, cues, frame };
  const isAside = standsAside(tokens, sentence, cue);
  const endsAtDash = frame === 'noun-phrase' || standsBetweenDashes(tokens, sentence, cue);
  const limit = bracketEnd(tokens, first, sentence.endToken);
  for (let i = first + 1; i < limit; i++) {
    if (isQuotedAt(tokens, i)) continue;
    const text = textAt(tokens, i);
    const closed = asideEnd(content, first, i, limit);
    if (closed > i) i = closed;
    else if (SENTENCE_END.test(text) || endsAtMark(content, first, i)) return i;
    else if (text === ',' && isAside && opensMainClause(tokens, i + 1, sentence)) return i;
    else if (text === ',' ? endsAtComma(content, i) : endsAtWord(content, first, i, endsAtDash)) return i;
  }
  return limit;
}

/** The closing bracket behind a token whose opening one stands there or before: "The firm (which rejects the charge) said". */
function bracketEnd(tokens: readonly Token[], from: number, limit: number): number {
  let open = 0;
  for (let at = from + 1; at < limit; at++) {
    if (isQuotedAt(tokens, at)) continue;
    if (textAt(tokens, at) === '(') open++;
    if (textAt(tokens, at) === ')' && open-- === 0) return at;
  }
  return limit;
}

/** A clause beside the main one, which goes on behind a comma. */
function standsAside(tokens: readonly Token[], sentence: Sentence, cue: Cue): boolean {
  return (
    standsInFront(tokens, sentence, cue) ||
    opensSentence(sentence, cue) ||
    isRelative(tokens, cue) ||
    standsBeside(tokens, cue, sentence)
  );
}

/** "Admitting that it was late, Ruiz left". */
function opensSentence({ firstToken }: Sentence, { voice, first }: Cue): boolean {
  return voice === 'participle' && first <= firstToken + MAX_OPENING;
}

function endsAtMark({ tokens, cues, frame }: Content, first: number, at: number): boolean {
  // "denied the claim: “We ...”"
  if (frame === 'noun-phrase' && textAt(tokens, at) === ':' && isQuotedAt(tokens, at + 1)) return true;
  return closesAtQuotation(tokens, first, at) || opensCueBehindMark(tokens, at, cues);
}

/** At a dash, or before what a conjunction or a circumstance opens. */
function endsAtWord(content: Content, first: number, at: number, endsAtDash: boolean): boolean {
  const { tokens, frame } = content;
  if (isDash(tokens, at)) return endsAtDash || opensVerdict(tokens, at + 1);
  if (frame === 'noun-phrase' && endsNoun(content, at)) return true;
  if (!JOINS.at(tokens, at)) return false;
  if (frame === 'noun-phrase' && opensPredicate(content, first, at + 1)) return true;
  return opensOtherCue(content, at) || opensOtherClause(tokens, at, frame);
}

/** "denied the charges and has left", "and in a statement said": behind the noun phrase the reporter goes on. */
function opensPredicate({ tokens }: Content, first: number, at: number): boolean {
  if (opensCircumstance(tokens, at)) return true;
  return (
    /^(?:has|have|had|was|were|is|are|will|would)$/.test(lowerAt(tokens, at)) && !hasVerb(tokens, first, at)
  );
}

/** Where an aside in brackets, behind "that" or behind the subject ends ("said the mill, which Vale owns, had leaked"); -1 where none begins. */
function asideEnd({ tokens, frame }: Content, first: number, comma: number, limit: number): number {
  if (textAt(tokens, comma) === '(') return bracketEnd(tokens, comma, limit);
  if (frame !== 'clause' || textAt(tokens, comma) !== ',') return -1;
  if (comma === first + 1 && lowerAt(tokens, first) === 'that') return nextComma(tokens, comma, limit);
  if (!/^(?:who|which|whose)$/.test(lowerAt(tokens, comma + 1)) || hasVerb(tokens, first, comma)) return -1;
  const closing = nextComma(tokens, comma, limit);
  return closing > comma && hasVerb(tokens, closing, limit) ? closing : -1;
}

/** The comma that closes an aside, within reach; -1 where none does. */
function nextComma(tokens: readonly Token[], comma: number, limit: number): number {
  for (let at = comma + 2; at < Math.min(limit, comma + MAX_RELATIVE); at++)
    if (textAt(tokens, at) === ',' && !isQuotedAt(tokens, at)) return at;
  return -1;
}

/** "Ruiz - who said that the road was open - has left": the second dash closes the aside. */
function standsBetweenDashes(tokens: readonly Token[], { firstToken }: Sentence, { first }: Cue): boolean {
  let count = 0;
  for (let at = firstToken + 1; at < first; at++) if (isDash(tokens, at)) count++;
  return count % 2 === 1;
}

/** "Ruiz, denying any secret talks, said": a participle between commas, right behind what opens the sentence. */
export function standsBeside(tokens: readonly Token[], { voice, first }: Cue, sentence: Sentence): boolean {
  if (voice !== 'participle' || textAt(tokens, first - 1) !== ',') return false;
  return phraseStartingAt(tokens, storyStart(tokens, sentence), first)?.end === first - 1;
}

/** The sentence, or its part behind a conjunction, begins with a subordinate clause that the cue stands in. */
function standsInFront(tokens: readonly Token[], { firstToken }: Sentence, { first }: Cue): boolean {
  let opener = first - 1;
  while (opener > firstToken && textAt(tokens, opener) !== ',') opener--;
  const from = textAt(tokens, opener) === ',' ? opener + 1 : opener;
  const at = /^(?:and|but)$/.test(lowerAt(tokens, from)) ? from + 1 : from;
  const isFirst = at <= firstToken + 1 || /^(?:and|but)$/.test(lowerAt(tokens, from));
  return isFirst && SUBORDINATES.at(tokens, at);
}

/** A circumstance, another verb or a reason: what is said of the noun is over. */
function endsNoun(content: Content, at: number): boolean {
  return opensCircumstance(content.tokens, at) || opensOtherVerb(content, at) || opensReason(content, at);
}

/** "mentioned the plan and left", "officials who back the plan say": a verb of the same form behind "and", or the main one behind a relative clause. */
function opensOtherVerb({ tokens, cue }: Content, at: number): boolean {
  if (cue.voice === 'infinitive') return false;
  if (lowerAt(tokens, at) !== 'and') return isRelative(tokens, cue) && opensMainVerb(tokens, cue, at);
  const verb = posAt(tokens, at + 1) === 'ADV' ? at + 2 : at + 1;
  return (
    posAt(tokens, verb) === 'VERB' &&
    ENDING.exec(lowerAt(tokens, cue.verb))?.[0] === ENDING.exec(lowerAt(tokens, verb))?.[0]
  );
}

/** "denied the charge saying that ...", but "cited a report saying that ...". */
function opensReason({ tokens, cue, cues }: Content, at: number): boolean {
  if (!REASONING.at(tokens, at) || VENUE.at(tokens, at - 1)) return false;
  if (posAt(tokens, at - 1) === 'ADP') return false;
  return cues[firstBehind(cues, cue.verb, ({ verb }) => verb)]?.first === at;
}

function opensMainVerb(tokens: readonly Token[], { after }: Cue, at: number): boolean {
  if (!/^(?:AUX|VERB)$/.test(posAt(tokens, at)) || /(?:ing|en)$/.test(lowerAt(tokens, at))) return false;
  if (!/^(?:NOUN|PROPN|PRON)$/.test(posAt(tokens, at - 1))) return false;
  for (let i = after; i < at; i++) if (INNER_CLAUSE.test(lowerAt(tokens, i))) return false;
  return !SUBJECT_PRONOUNS.has(lowerAt(tokens, at - 1));
}

/** "denounced the raid in a statement", "on Sunday", "when it was over": when and where it was said. */
function opensCircumstance(tokens: readonly Token[], at: number): boolean {
  if (CIRCUMSTANCE.at(tokens, at)) return true;
  if (THEN.at(tokens, at)) return opensClause(tokens, at + 1);
  if (lowerAt(tokens, at) === 'as') return SUBJECT_PRONOUNS.at(tokens, at + 1);
  if (!WHEN_OR_WHERE.at(tokens, at)) return false;
  for (let i = at + 1; i <= at + 4; i++) {
    const next = lowerAt(tokens, i);
    if (VENUE.at(tokens, i) || (WEEKDAY.test(next) && i <= at + 2))
      return !/^(?:as|to|that|of|for|with)$/.test(lowerAt(tokens, i + 1));
    if (!/^(?:DET|ADJ|NOUN|PROPN|PRON)$/.test(posAt(tokens, i))) return false;
  }
  return false;
}

/** "after they left", "before leaving": a subject with its verb, or a participle. */
function opensClause(tokens: readonly Token[], at: number): boolean {
  if (posAt(tokens, at) === 'VERB' && lowerAt(tokens, at).endsWith('ing')) return true;
  const phrase = phraseStartingAt(tokens, at, at + MAX_SUBJECT);
  return phrase !== null && /^(?:VERB|AUX)$/.test(posAt(tokens, phrase.end));
}

/** A subject with its verb, or behind a relative clause the verb alone. */
function opensMainClause(tokens: readonly Token[], at: number, { endToken }: Sentence): boolean {
  const phrase = phraseStartingAt(tokens, at, endToken);
  const verb = phrase?.end ?? at;
  const next = posAt(tokens, verb) === 'ADV' ? verb + 1 : verb;
  return /^(?:VERB|AUX)$/.test(posAt(tokens, next)) && !lowerAt(tokens, next).endsWith('ing');
}

/**
 * `warned “we are few,” before he left`: content that opens with a quotation ends with it where a comma inside the marks closes it
 * or the reporter goes on with a clause of his own.
 */
function closesAtQuotation(tokens: readonly Token[], first: number, at: number): boolean {
  const quote = tokens[at - 1]?.quote ?? -1;
  if (quote < 0 || !opensWith(tokens, first, quote)) return false;
  let last = at - 1;
  while (last > first && MARK.test(textAt(tokens, last))) last--;
  if (textAt(tokens, last) === ',' || GOES_ON.at(tokens, at)) return true;
  return lowerAt(tokens, at) === 'and' && posAt(tokens, at + 1) === 'VERB';
}

/** `called it “a shame,” adding that ...` */
function opensCueBehindMark(tokens: readonly Token[], at: number, cues: readonly Cue[]): boolean {
  if (!isQuotedAt(tokens, at - 1) || !cues.some(({ first, voice }) => first === at && voice === 'participle'))
    return false;
  return textAt(tokens, at - 2) === ',' || textAt(tokens, at - 1) === ',';
}

function opensWith(tokens: readonly Token[], first: number, quote: number): boolean {
  for (let i = first; i <= first + MAX_LEAD; i++) if (tokens[i]?.quote === quote) return true;
  return false;
}

function endsAtComma(content: Content, comma: number): boolean {
  const { tokens, cues, frame } = content;
  const next = lowerAt(tokens, comma + 1);
  if (opensAside(content, comma + 1) || opensJudgement(tokens, comma + 1, cues)) return true;
  if (frame === 'noun-phrase' && endsNounAtComma(content, comma + 1)) return true;
  if (next === 'according' && lowerAt(tokens, comma + 2) === 'to') return true;
  if (opensOtherCue(content, comma)) return true;
  const closed = frame === 'noun-phrase' || frame === 'infinitive';
  return closed && next.endsWith('ing') && posAt(tokens, comma + 1) === 'VERB';
}

/** "which praised the plan, has left", "denied the charge, he left", "called it “a shame”, and left": what is said of the noun is over. */
function endsNounAtComma({ tokens, cue }: Content, at: number): boolean {
  const next = lowerAt(tokens, at);
  if (isRelative(tokens, cue) || AFTER_NOUN.test(next)) return true;
  return /^(?:and|but|then)$/.test(next) && posAt(tokens, at + 1) === 'VERB' && isFinite(tokens, at + 1);
}

/** "..., which had failed", "..., even though it had failed": the reporter's own. */
function opensAside(content: Content, at: number): boolean {
  const { tokens } = content;
  if (lowerAt(tokens, at) === 'even') return /^(?:as|though|if|when|after)$/.test(lowerAt(tokens, at + 1));
  return ASIDE.test(lowerAt(tokens, at)) && !goesOnWithVerb(content, at);
}

/** "said it had searched the coast, but did not find anyone": a second verb of the same subject. */
function goesOnWithVerb({ tokens, frame }: Content, but: number): boolean {
  return frame === 'clause' && lowerAt(tokens, but) === 'but' && posAt(tokens, but + 1) === 'AUX';
}

/** Behind a noun phrase, "and if" or "and he" starts something new. */
function opensOtherClause(tokens: readonly Token[], at: number, frame: Frame): boolean {
  if (frame !== 'noun-phrase') return false;
  return /^(?:if|when|while|because|although|he|she|they|it|we)$/.test(lowerAt(tokens, at + 1));
}

function opensJudgement(tokens: readonly Token[], at: number, cues: readonly Cue[]): boolean {
  return opensVerdict(tokens, at) || opensDenial(tokens, at, cues);
}

/** "..., something Ruiz denied", "..., a claim the army rejects": somebody else's word on what stands before. */
function opensDenial(tokens: readonly Token[], from: number, cues: readonly Cue[]): boolean {
  const at = /^(?:an?|the)$/.test(lowerAt(tokens, from)) ? from + 1 : from;
  if (!/^(?:something|which|claims?|allegations?|accusations?|charges?)$/.test(lowerAt(tokens, at)))
    return false;
  return cues.some(({ entry, verb }) => entry.act === 'denies' && verb > at && verb < at + MAX_DENIAL);
}

/** "the men, who were accused of theft, deny ...": the comma closes the relative clause. */
function isRelative(tokens: readonly Token[], { first }: Cue): boolean {
  return /^(?:who|which|whom|whose|that)$/.test(textAt(tokens, first - 1));
}

/** Another cue whose subject or participle begins right behind the comma or conjunction. */
function opensOtherCue(content: Content, at: number): boolean {
  const { tokens, cue, cues } = content;
  let from = at + 1;
  while (JOINS.at(tokens, from) || textAt(tokens, from) === ',') from++;
  const other = cues[firstBehind(cues, Math.max(at, cue.verb), ({ verb }) => verb)];
  if (!other || other.first > from + 8) return false;
  if (other.first === from)
    return other.voice === 'participle' || textAt(tokens, at) !== ',' || isRelative(tokens, cue);
  if (other.voice !== 'finite' || !goesBeyond(content, other)) return false;
  return phraseEndingAt(tokens, other.first - 1, from)?.first === from;
}

/** A noun phrase is over where any other cue has its subject; a clause only before one that speaks or denies. */
function goesBeyond({ frame }: Content, { entry }: Cue): boolean {
  return frame === 'noun-phrase' || entry.frames.includes('q') || entry.act === 'denies';
}
