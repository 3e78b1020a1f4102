import { wordList } from '../words/word-list.js';

const IN_ERROR = 'incorrectly|wrongly|mistakenly|erroneously|inaccurately';
const BEFORE_NOW = `(?:originally|initially|previously|earlier|first|${IN_ERROR})`;
const OWN_PIECE = '(?:this|our) (?:article|story|piece|post|report|item|dispatch|headline|caption|bulletin)';
const VERSION = `(?:earlier|previous|prior|original|initial|first|older) versions?(?: of (?:${OWN_PIECE}|the (?:article|story|piece)))?`;
/** "an earlier report by the Riv Times": anybody's, which is wrong where a note of correction or an adverb says so. */
const EARLIER_REPORT =
  "(?:earlier|previous|prior|original|initial|first) (?:[a-z-]+ ){0,2}(?:reports?|stor(?:y|ies)|articles?|pieces?|posts?|dispatch(?:es)?|headlines?|bulletins?|alerts?)(?: (?:by|from|in|of)(?: [\\p{L}\\p{N}.'’&-]+){1,5}?)?";
/** With an adverb or another version the article says that it was wrong. */
const TAKEN_BACK = new RegExp(
  `\\b(?:${VERSION}(?: (?:had|has))?(?: ${BEFORE_NOW})?|(?:${OWN_PIECE}|the (?:article|story|piece))(?: (?:had|has))? ${BEFORE_NOW}|we(?: (?:had|have))? (?:${IN_ERROR})|${EARLIER_REPORT}(?: (?:had|has))? (?:${IN_ERROR}))$`,
  'u',
);
const OWN = new RegExp(`\\b(?:${OWN_PIECE}|the (?:article|story|piece|headline))(?: (?:had|has))?$`);
const TAKEN_BACK_BY_NOTE = new RegExp(`\\b${EARLIER_REPORT}(?: (?:had|has))?(?: ${BEFORE_NOW})?$`, 'u');
/** What a note of correction opens with. */
export const OPENS_NOTE = wordList('correction corrections clarification clarifications corrigendum erratum');
/** The last words of all these, but for names. */
export const ENDS_OWN_VERSION: ReadonlySet<string> = new Set(
  `version versions article story piece post report item dispatch headline caption bulletin had has have originally initially previously
  earlier first incorrectly wrongly mistakenly erroneously inaccurately`.split(/\s+/),
);
/** Words that the longest of these takes up. */
export const OWN_VERSION_REACH = 10;

/** Lower-case words right before a verb of saying: "an earlier version of this article", which takes back what it said. */
export function isTakenBack(subject: string): boolean {
  return TAKEN_BACK.test(subject);
}

/** "The story said": the article itself or another version of it, and no source. */
export function isOwnVersion(subject: string): boolean {
  return TAKEN_BACK.test(subject) || OWN.test(subject);
}

/** "Correction: an earlier report by the Riv Times said": the note takes it back, whoever printed it. */
export function isTakenBackByNote(subject: string): boolean {
  return isOwnVersion(subject) || TAKEN_BACK_BY_NOTE.test(subject);
}
