import type { Document, Token } from '../text/document.js';
import { lowerAt } from '../text/token-at.js';
import type { Known } from './known-speaker.js';
import { LINK, type NamedSpeakers } from './named-speakers.js';
import { FIRM_NOUNS, ORGANISATION_WORDS, ROLE_NOUNS } from './name-words.js';
import type { Phrase } from './noun-phrase.js';
import { isOffice } from './roles.js';
import type { SpeakerMemory } from './speaker-memory.js';

/** Only such a phrase points to somebody named before. */
const POINTS = /^(?:the|his|her|its|their)$/;
/** Offices of which an article has one: what stands before them describes the holder. */
const SOLE =
  /^(?:president|governor|senator|mayor|candidate|nominee|businessman|billionaire|congressman|congresswoman|premier|chancellor|king|prince|pope|leader|author|veteran)$/;
/** "the Florida senator" is often another word for whom a name stood before. */
export const isSoleOffice = (name: string): boolean =>
  SOLE.test(
    name
      .split(/ (?:of|for|in|from) /)[0]
      ?.split(' ')
      .at(-1) ?? '',
  );
const RANK = /^(?:vice|deputy|prime|foreign|interior|former|acting)$/;
/** Bodies of any kind: whoever is meant need not be called so. */
const ANY_BODY =
  /^(?:group|organi[sz]ation|agency|company|campaign|charity|firm|authority|society|fund|association|ngo|body|network|outlet|newspaper|paper|broadcaster)$/;
/** Meant only by a name without a word of its own kind: "Norrbana" may be "the company", "Harbour Council" never. */
const FIRM = /^(?:company|firm|authority|society|fund|newspaper|paper|broadcaster|outlet)$/;
/** Offices of a state, which nobody calls "the company" or "the group". */
const PUBLIC =
  /\b(?:ministry|government|police|army|navy|coast ?guard|court|parliament|council|department|state|senate|congress)\b/i;
/** Words of many bodies' names that point to none of them: "the report", "the state". */
const NO_POINTER =
  /^(?:times|post|news|journal|report|poll|survey|study|data|documents|records|figures|statistics|media|website|emails?|letter|statement|memo|crowd|states?|nations|international|crisis|army|police|military|forces?|government)$/;

/** Whom "the minister", "the group" or "the ministry" means: who spoke last of that role or kind, else who was named last. */
export class NamedBefore {
  constructor(
    private readonly document: Document,
    private readonly named: NamedSpeakers,
    private readonly memory: SpeakerMemory,
  ) {}

  /** Null where nobody named before fits. */
  meantBy(phrase: Phrase): Known | null {
    const { tokens } = this.document;
    if (!POINTS.test(lowerAt(tokens, phrase.first))) return null;
    const head = headOf(this.document, phrase);
    const noun = lowerAt(tokens, head);
    const isBare = head === phrase.first + 1 && phrase.end === head + 1;
    const meant = ROLE_NOUNS.has(noun)
      ? this.holderOf(phrase, head)
      : lowerAt(tokens, phrase.first) === 'the' && isBare
        ? this.bodyOf(phrase, noun)
        : null;
    return meant && { ...meant, range: this.named.rangeOf(phrase) };
  }

  private holderOf({ first }: Phrase, head: number): Known | null {
    const words = this.distinguishing(first, head);
    return (
      this.memory.spoken.findLast(({ kind, role }) => kind === 'person' && isOffice(role ?? '', words)) ??
      this.named.holderBefore(first, words)
    );
  }

  /** The office and what tells it from others of its kind: "foreign minister", "vice president", but "Republican governor". */
  private distinguishing(first: number, head: number): string[] {
    const { tokens } = this.document;
    const isOneOfMany = !SOLE.test(lowerAt(tokens, head));
    const tells = ({ pos, lower, text }: Token): boolean =>
      lower === text && (RANK.test(lower) || (isOneOfMany && pos === 'NOUN'));
    return [
      ...tokens
        .slice(first, head)
        .filter(tells)
        .map(({ lower }) => lower),
      lowerAt(tokens, head),
    ];
  }

  private bodyOf(phrase: Phrase, noun: string): Known | null {
    const { spoken } = this.memory;
    const isOfKind = ({ kind, name, isA }: Known): boolean =>
      (kind === 'organisation' || kind === 'group') && (isA === noun || hasWord(name, noun));
    // "the agency" is first of all the one whose name holds the word.
    const own =
      spoken.findLast(isOfKind) ?? (NO_POINTER.test(noun) ? null : this.named.bodyBefore(phrase, noun));
    if (own || !ANY_BODY.test(noun)) return own;
    const isAny = ({ kind, name, isA }: Known): boolean =>
      kind === 'organisation' &&
      /^\p{Lu}/u.test(name) &&
      !PUBLIC.test(name) &&
      (!FIRM.test(noun) || (isPlainName(name) && (isA === undefined || FIRM_NOUNS.has(isA))));
    const firm = /^(?:company|firm)$/.test(noun) ? this.named.firmBefore(phrase) : null;
    return firm ?? spoken.findLast(isAny) ?? (FIRM.test(noun) ? null : this.named.abbreviatedBefore(phrase));
  }
}

/** In the name itself: "the court" is no press service of a court. */
const hasWord = (name: string, noun: string): boolean =>
  (name.split(/['’]s /).at(-1) ?? name)
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .includes(noun);

const isPlainName = (name: string): boolean =>
  !name
    .toLowerCase()
    .split(' ')
    .some((word) => ORGANISATION_WORDS.has(word));

/** The last word of a noun phrase before what is linked to it. */
export function headOf({ tokens }: Document, { first, end }: Phrase): number {
  let head = first;
  while (head + 1 < end && !LINK.at(tokens, head + 1)) head++;
  return head;
}
