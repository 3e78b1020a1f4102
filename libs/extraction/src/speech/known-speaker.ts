import type { AttributionMode, SourceKind, TextRange } from '#domain';
import { withoutAccents } from '../text/plain-letters.js';
import { ANONYMOUS_HEADS, GIVEN_NAMES, ORGANISATION_WORDS, ROLE_NOUNS } from './name-words.js';

export interface Speaker {
  readonly name: string;
  readonly role: string | null;
  readonly kind: SourceKind;
  /** Where the words stand ("He"). */
  readonly range: TextRange;
  readonly mode: AttributionMode;
}

export type Gender = 'he' | 'she' | null;

/** A speaker as later pronouns and offices may mean him. */
export type Known = Speaker & { readonly gender: Gender };

/** Only such a phrase points to somebody named before. */
const POINTS = /^(?:the|his|her|its|their) /;

/** Bodies that name themselves by the word; of the others any organisation may be meant. */
const NAMED_BODY = /^the (ministry|committee|party|council|department|commission|observatory|union)$/;
const BODY =
  /^the (group|organi[sz]ation|agency|company|campaign|charity|firm|union|authority|society|fund)$/;
/** These are meant only by a name without a word of its own kind: "Norrbana" may be "the company", "the union" never. */
const FIRM = /^the (?:company|charity|firm|union|authority|society|fund)$/;
/** Offices of a state, which nobody calls "the company" or "the group". */
const PUBLIC =
  /\b(?:ministry|government|police|army|navy|coast ?guard|court|parliament|council|department|state|senate|congress)\b/i;

function isPlainName(name: string): boolean {
  return (
    /^\p{Lu}/u.test(name) &&
    !name
      .toLowerCase()
      .split(' ')
      .some((word) => ORGANISATION_WORDS.has(word))
  );
}

/** Whom "the minister", "the agency" or "the ministry" means: the last speaker of that role or kind; undefined where nobody fits. */
export function meantBy(spoken: readonly Known[], whole: string, noun: string): Known | undefined {
  if (!POINTS.test(whole)) return undefined;
  const named = NAMED_BODY.exec(whole)?.[1];
  if (named) return spoken.findLast((known) => isBody(known, named));
  const body = BODY.exec(whole)?.[1];
  if (body) {
    const isFirm = FIRM.test(whole);
    // "the agency" is first of all the one whose name holds the word.
    return (
      spoken.findLast((known) => isBody(known, body)) ??
      spoken.findLast(
        ({ kind, name }) => kind === 'organisation' && !PUBLIC.test(name) && (!isFirm || isPlainName(name)),
      )
    );
  }
  if (!ROLE_NOUNS.has(noun)) return undefined;
  return spoken.findLast(({ kind, role }) => kind === 'person' && (role ?? '').toLowerCase().includes(noun));
}

function isBody({ kind, name }: Known, body: string): boolean {
  return (kind === 'organisation' || kind === 'group') && name.toLowerCase().includes(body);
}

/** What kind of source a noun phrase without a name is. */
export function kindOfNoun(noun: string, whole: string): SourceKind {
  if (/\bcoast ?guard$/i.test(whole)) return 'organisation';
  if (ANONYMOUS_HEADS.has(noun)) return 'anonymous';
  if (/[^s]s$/.test(noun) || /^(?:people|men|women|children|police|media)$/.test(noun)) return 'group';
  return ORGANISATION_WORDS.has(noun) ? 'organisation' : 'anonymous';
}

/** "he" or "she", where the given name or the role tells. */
export function genderOf(name: string, role: string | null): Gender {
  const given = withoutAccents(name.split(' ')[0] ?? '');
  if (
    /\b(?:mrs|ms|miss|spokeswoman|chairwoman|congresswoman|queen|princess|actress|lady|dame|baroness|sister|mother|wife|daughter|widow|aunt|niece|grandmother)\b/i.test(
      role ?? '',
    )
  )
    return 'she';
  if (
    /\b(?:mr|spokesman|chairman|congressman|king|prince|sir|lord|brother|father|husband|son|widower|uncle|nephew|grandfather)\b/i.test(
      role ?? '',
    )
  )
    return 'he';
  if (GIVEN_NAMES.she.has(given)) return 'she';
  return GIVEN_NAMES.he.has(given) ? 'he' : null;
}
