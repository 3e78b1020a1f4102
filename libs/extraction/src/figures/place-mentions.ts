import type { PlaceRole } from '#domain';
import { isCapital, lowerAt, type Word } from '../words/words.js';
import { ATTACK_NOUNS } from './place-lexicon.js';
import { readPlace, type PlacePhrase } from './read-place.js';

/** A place in a sentence, with how the sentence ties it to what happens there. */
export interface PlaceMention extends PlacePhrase {
  /** The word that leads to it: "in", "from", "to", "fled"; '' for the subject of the sentence. */
  readonly lead: string;
  readonly role: PlaceRole;
  /** Its words; joined from two stretches in "eastern to western Easttown". */
  readonly text: string;
  /** First character and end of the words it was read from. */
  readonly range: { readonly start: number; readonly end: number };
}

const LOCATIVES = new Set(
  'in at near across around off inside outside throughout within into over along'.split(' '),
);
const LEAVES = new Set(
  'left leave leaving leaves fled flee fleeing escape escaped escaping evacuated'.split(' '),
);
const HAPPENS = new Set('has have is was are were saw sees recorded suffered'.split(' '));

/** Every place of a sentence that a preposition or a verb of leaving leads to, in order. `source` is the article's text. */
export function findPlaces(words: readonly Word[], source: string): PlaceMention[] {
  const found: PlaceMention[] = [];
  const add = (phrase: PlacePhrase, lead: string, role: PlaceRole): number => {
    found.push(mention(words, source, phrase, lead, role));
    return phrase.to;
  };
  for (let at = 0; at < words.length; at += 1) {
    const role = roleOf(words, at);
    if (!role) {
      const subject = subjectPlace(words, at);
      if (subject) add(subject, '', 'location');
      continue;
    }
    const shared = role === 'origin' ? sharedHead(words, at + 1) : null;
    if (shared) found.push(joined(words, source, shared, lowerAt(words, at)));
    const phrase = shared ? null : readPlace(words, at + 1);
    if (!phrase || !tellsPlace(words, phrase)) continue;
    let end = add(phrase, lowerAt(words, at), role);
    for (let next = coordinated(words, end); next; next = coordinated(words, end))
      end = add(next, lowerAt(words, at), role);
    at = Math.max(at, end - 1);
  }
  return found;
}

function roleOf(words: readonly Word[], at: number): PlaceRole | null {
  const lower = lowerAt(words, at);
  if (LOCATIVES.has(lower)) return 'location';
  if (lower === 'from' || LEAVES.has(lower)) return 'origin';
  if (lower === 'to' || lower === 'towards' || lower === 'toward') return 'destination';
  if (lower === 'on') return ATTACK_NOUNS.has(lowerAt(words, at - 1)) ? 'location' : null;
  return lower === 'of' &&
    /^(?:residents|people|inhabitants|parts|population|bombardment|bombing|shelling|siege|capture)$/.test(
      lowerAt(words, at - 1),
    )
    ? 'location'
    : null;
}

/** A description counts only where it points back ("the city") or is narrowed ("nearby rebel-held areas"). */
function tellsPlace(words: readonly Word[], phrase: PlacePhrase): boolean {
  return phrase.named || phrase.definite || (phrase.modified && /s$/.test(lowerAt(words, phrase.to - 1)));
}

/** "to western Easttown or nearby rebel-held areas": the second is led by the same preposition. */
function coordinated(words: readonly Word[], at: number): PlacePhrase | null {
  const joint = lowerAt(words, at);
  if (joint !== 'or' && joint !== 'and' && joint !== ',') return null;
  const phrase = readPlace(words, at + 1);
  if (!phrase || (joint === ',' && !phrase.named)) return null;
  return phrase.named
    ? phrase.modified || joint !== 'and' || !isVerbNext(words, phrase.to)
      ? phrase
      : null
    : phrase.modified
      ? phrase
      : null;
}

/** "... and Northland said": a new subject, no further place. */
function isVerbNext(words: readonly Word[], at: number): boolean {
  return HAPPENS.has(lowerAt(words, at)) || /(?:ed|said|says)$/.test(lowerAt(words, at));
}

/** In "from eastern to western Easttown" the first adjective shares the name behind the second. */
function sharedHead(words: readonly Word[], at: number): { modifier: number; head: PlacePhrase } | null {
  const second = lowerAt(words, at + 1);
  if (words[at]?.kind !== 'word' || isCapital(words[at]) || !['to', 'and', 'or'].includes(second))
    return null;
  const head = readPlace(words, at + 2);
  if (!head?.named || !head.modified || isCapital(words[head.from])) return null;
  return { modifier: at, head };
}

function joined(
  words: readonly Word[],
  source: string,
  { modifier, head }: { modifier: number; head: PlacePhrase },
  lead: string,
): PlaceMention {
  const name = source.slice(words[head.from + 1]?.start ?? 0, words[head.to - 1]?.end ?? 0);
  const whole = { ...head, from: modifier };
  const base = mention(words, source, whole, lead, 'origin');
  return { ...base, to: modifier + 1, text: `${words[modifier]?.text ?? ''} ${name}` };
}

/** A name that opens the sentence and suffers: "Easttown has seen 12 deaths". */
function subjectPlace(words: readonly Word[], at: number): PlacePhrase | null {
  if (at !== 0) return null;
  const phrase = readPlace(words, 0);
  if (!phrase?.named || !HAPPENS.has(lowerAt(words, phrase.to))) return null;
  return phrase;
}

function mention(
  words: readonly Word[],
  source: string,
  phrase: PlacePhrase,
  lead: string,
  role: PlaceRole,
): PlaceMention {
  const from = phrase.named || !phrase.definite ? phrase.from : phrase.from - 1;
  const range = { start: words[from]?.start ?? 0, end: words[phrase.to - 1]?.end ?? 0 };
  return { ...phrase, lead, role, text: source.slice(range.start, range.end), range };
}
