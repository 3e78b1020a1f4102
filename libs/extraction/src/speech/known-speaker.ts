import type { AttributionMode, SourceKind, TextRange } from '#domain';
import { withoutAccents } from '../text/plain-letters.js';
import { ANONYMOUS_HEADS, GIVEN_NAMES, ORGANISATION_WORDS, ROLE_NOUNS, TITLE_WORDS } from './name-words.js';

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
export interface Known extends Speaker {
  readonly gender: Gender;
  /** One person whom no name stands with: "the mayor", "a nurse". */
  readonly isOne?: boolean;
  /** The word for its kind that stands beside the name of a body: "the union, Harbour Watch". */
  readonly isA?: string;
}

/** People by age, kin and part. */
const ONE =
  /^(?:man|woman|boy|girl|teenager|mother|father|son|daughter|brother|sister|wife|husband|uncle|aunt|cousin|person|suspect|defendant|victim|guard|stranger|tourist|customer|worker|volunteer|master|insider|aide|official|source|(?!ger|hu)[a-z]+man|[a-z]+(?:woman|person))$/;

/** "some", "others": a part of a group that names itself by no other word. */
export const isPartOfGroup = (lower: string): boolean =>
  /^(?:both|some|many|others|most|several|all|few|those)$/.test(lower);

/** What kind of source a noun phrase without a name is. */
export function kindOfNoun(noun: string, whole: string): SourceKind {
  if (/\bcoast ?guard$/i.test(whole)) return 'organisation';
  if (ANONYMOUS_HEADS.has(noun)) return 'anonymous';
  if (isPartOfGroup(noun)) return 'group';
  if (/[^s]s$/.test(noun) || /^(?:people|men|women|children|police|media)$/.test(noun)) return 'group';
  return ORGANISATION_WORDS.has(noun) ? 'organisation' : 'anonymous';
}

/** "the mayor", "a resident", "his neighbour": a noun phrase for one person. */
export function isOnePerson(noun: string, whole: string): boolean {
  if (isPersonNoun(noun)) return true;
  return (
    /^(?:an?|one|another) /i.test(whole) &&
    !ORGANISATION_WORDS.has(noun) &&
    kindOfNoun(noun, whole) === 'anonymous'
  );
}

/** A noun for one person whatever it does: "a report" may say something, only "a nurse" may be "she" without a word. */
export const isPersonNoun = (noun: string): boolean =>
  ROLE_NOUNS.has(noun) || TITLE_WORDS.has(noun) || ONE.test(noun);

/** "he" or "she", where the given name or the role tells. */
export function genderOf(name: string, role: string | null): Gender {
  const given = withoutAccents(name.split(' ')[0] ?? '');
  if (
    /\b(?:mrs|ms|miss|[a-z]*woman|girl|queen|princess|actress|lady|dame|baroness|sister|mother|wife|daughter|widow|aunt|niece|grandmother)\b/i.test(
      role ?? '',
    )
  )
    return 'she';
  if (
    /\b(?:mr|boy|man|(?:spokes|chair|congress|police|business|fisher|states|post|crafts|noble|gentle|clergy|service|news|fire|camera)man|king|prince|sir|lord|brother|father|husband|son|widower|uncle|nephew|grandfather)\b/i.test(
      role ?? '',
    )
  )
    return 'he';
  if (GIVEN_NAMES.she.has(given)) return 'she';
  return GIVEN_NAMES.he.has(given) ? 'he' : null;
}
