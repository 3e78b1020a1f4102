import { acronymOf, initialsOf } from './names.js';

/** That an article itself says what an acronym stands for. */
export interface AcronymTie {
  /** As `acronymOf` gives it. */
  readonly acronym: string;
  /** The name in words, as written. */
  readonly name: string;
}

/** "... Committee of the Red Cross (ICRC)" */
const BEHIND_NAME = /\(\s?(\p{Lu}[\p{Lu}\d.]{1,15})\s?\)/gu;
/** "ICRC (International Committee of the Red Cross)" */
const BEFORE_NAME = /(?<![\p{L}\d])(\p{Lu}[\p{Lu}\d]{1,7}) \((\p{Lu}[^()]{5,100})\)/gu;
/** No name of an organisation is longer. */
const LONGEST_NAME = 160;
const MOST_WORDS = 14;
/** A name does not go on over any of these. */
const BREAK = /[.;:!?()“”"\n]/u;

/** Every acronym that a text explains, with the name whose initials it is. */
export function acronymTies(text: string): AcronymTie[] {
  const ties = new Map<string, AcronymTie>();
  const keep = (written: string, name: string | null) => {
    const acronym = acronymOf(written);
    if (acronym !== null && name !== null) ties.set(`${acronym} ${name}`, { acronym, name });
  };
  for (const match of text.matchAll(BEHIND_NAME)) {
    const before = text.slice(Math.max(0, match.index - LONGEST_NAME), match.index);
    keep(match[1]!, nameBefore(before, match[1]!));
  }
  for (const match of text.matchAll(BEFORE_NAME))
    keep(match[1]!, fits(match[2]!, match[1]!) ? match[2]!.trim() : null);
  return [...ties.values()];
}

/** The last words before an acronym that it is the initials of; they begin with a capital. */
function nameBefore(before: string, written: string): string | null {
  const tail = before.split(BREAK).at(-1) ?? '';
  const words = tail.split(/\s+/).filter((word) => word !== '');
  for (let count = 2; count <= Math.min(words.length, MOST_WORDS); count += 1) {
    const name = words.slice(-count).join(' ');
    if (/^\p{Lu}/u.test(name) && fits(name, written)) return name;
  }
  return null;
}

const fits = (name: string, written: string): boolean => {
  const acronym = acronymOf(written);
  return acronym !== null && initialsOf(name).includes(acronym);
};
