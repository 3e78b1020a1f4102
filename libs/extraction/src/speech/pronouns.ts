import { unknownSource } from '#domain';
import type { Document } from '../text/document.js';
import { firstBehind } from '../text/first-behind.js';
import { lowerAt } from '../text/token-at.js';
import { isFinite } from './finite-verb.js';
import type { Subject } from './subject.js';
import { mainSubject, subjectBefore } from './subjects.js';
import { isPersonNoun, type Gender, type Known, type Speaker } from './known-speaker.js';
import { headOf, isSoleOffice } from './named-before.js';
import type { NamedSpeakers } from './named-speakers.js';
import { SUBJECT_PRONOUNS, type Phrase } from './noun-phrase.js';
import type { SpeakerMemory } from './speaker-memory.js';

const PERSONAL = /^(?:he|she|i|him|her|his)$/;
const PRONOUN = /^(?:he|she|i|him|her|his|they|we|them|their|its?)$/;
/** Tokens before a pronoun that are searched for a person. */
const MAX_LOOK_BACK = 150;
/** Tokens from a clause's verb to "they" in the next. */
const MAX_CLAUSE = 24;
/** Characters from "a resident" to "he". */
const MAX_SOMEBODY = 600;

/** A word that means somebody named before; "some" and "others" name a part of a group themselves. */
export const isPronoun = (lower: string): boolean => PRONOUN.test(lower);

/** Whom "it" and "they" may mean. */
function isBodyOrGroup({ kind, isOne }: Known, word: string): boolean {
  if (kind === 'organisation') return true;
  return !/^its?$/.test(word) && !isOne && (kind === 'group' || kind === 'anonymous');
}

/** What a sentence is about may be meant by "it" though it is no body ("The lawsuit", "The letter"). */
function mayMean(known: Known, word: string): boolean {
  if (PERSONAL.test(word))
    return (known.kind === 'person' || Boolean(known.isOne)) && isPersonOf(known, word);
  if (/^its?$/.test(word))
    return known.kind === 'organisation' || (known.kind === 'anonymous' && !known.isOne);
  return isBodyOrGroup(known, word);
}

/** Whom "he", "she" and "I" may mean. */
function isPersonOf({ gender }: Known, word: string): boolean {
  return gender === null || word === 'i' || gender === (word === 'she' || word === 'her' ? 'she' : 'he');
}

/** "He" is a person who was accused, "it" and "the firm" a body of whatever kind, "they" anybody but one person. */
export function mayBeAccused(known: Known, word: string): boolean {
  const isPerson = known.kind === 'person' || known.isOne === true;
  return PERSONAL.test(word) ? isPerson && isPersonOf(known, word) : !isPerson;
}

/**
 * Whom pronouns mean: "he" the person who spoke last (of fitting gender), named or by an office, "it" the organisation, "they" the group;
 * unknown where the article names nobody who fits.
 */
export class Pronouns {
  /** Up to this token nobody's full name stands within reach: later pronouns need not look there again. */
  private barren = 0;

  constructor(
    private readonly document: Document,
    private readonly named: NamedSpeakers,
    private readonly memory: SpeakerMemory,
    private readonly nominal: (subject: Subject) => Known | null,
  ) {}

  meantBy(phrase: Phrase, word: string): Speaker | null {
    const range = this.named.rangeOf(phrase);
    const known = this.personOrBody(phrase.first, word);
    if (known) {
      if (known.gender === null && (word === 'he' || word === 'she')) this.memory.setGender(known, word);
      this.memory.remember({ ...known, range });
      return { ...known, range, mode: 'pronoun' };
    }
    // Outside quotation marks the article speaks of itself.
    if (word === 'we' || word === 'i') return null;
    return { name: unknownSource(word), role: null, kind: 'anonymous', range, mode: 'pronoun' };
  }

  private personOrBody(pronoun: number, word: string): Known | null {
    const isPersonal = PERSONAL.test(word);
    const own = word === 'they' ? this.subjectOfClauseBefore(pronoun) : null;
    if (own) return own;
    const near = this.subjectBefore(pronoun, isPersonal ? 'person' : 'group');
    if (near && (isPersonal ? isPersonOf(near, word) : isBodyOrGroup(near, word))) return near;
    const spoken = isPersonal
      ? (this.lastPerson(pronoun, word) ?? this.nearestPerson(pronoun, word))
      : this.memory.spoken.findLast((known) => isBodyOrGroup(known, word));
    return spoken ?? this.subjectNear(pronoun, word);
  }

  /** Who spoke last of fitting gender: somebody without a name only nearby, and by an office only where no name stands as near. */
  private lastPerson(pronoun: number, word: string): Known | undefined {
    const { spoken } = this.memory;
    const named = spoken.findLastIndex((known) => known.kind === 'person' && isPersonOf(known, word));
    const other =
      word === 'i'
        ? -1
        : spoken.findLastIndex((known) => isPersonOf(known, word) && this.isSomebody(known, pronoun));
    const isOther = /^(?:an?|one|another) /i.test(spoken[other]?.name ?? '')
      ? other > named
      : named < 0 || !(isSoleOffice(spoken[other]?.name ?? '') || this.isNear(spoken[named], pronoun));
    return spoken[isOther && other >= 0 ? other : named];
  }

  /** The person of whom the sentence before speaks, in the paragraph of the pronoun and later than whoever spoke last. */
  private subjectBefore(pronoun: number, kind: 'person' | 'group'): Known | null {
    const { tokens, sentences } = this.document;
    const own = tokens[pronoun];
    const before = sentences[(own?.sentence ?? 0) - 1];
    if (!before || before.paragraph !== own?.paragraph || this.hasSpokenSince(before.start, kind))
      return null;
    const subject = mainSubject(tokens, before.endToken, before);
    return subject && this.ofKind(subject, kind);
  }

  /** "Survivors reached the port, where they said ...": the group that the sentence is about. */
  private subjectOfClauseBefore(pronoun: number): Known | null {
    const { tokens, sentences } = this.document;
    const own = sentences[tokens[pronoun]?.sentence ?? 0];
    if (!own || !/^(?:where|when|after|as|and|but|before|because|while)$/.test(lowerAt(tokens, pronoun - 1)))
      return null;
    for (let at = pronoun - 1; at > Math.max(own.firstToken, pronoun - MAX_CLAUSE); at--) {
      const subject = isFinite(tokens, at) ? subjectBefore(tokens, at, own) : null;
      const known = subject && this.about(subject);
      if (known?.kind === 'group') return known;
    }
    return null;
  }

  /** Nobody who fits has spoken: whom the pronoun's own clause before it or the sentence before is about. */
  private subjectNear(pronoun: number, word: string): Known | null {
    const { tokens, sentences } = this.document;
    const own = sentences[tokens[pronoun]?.sentence ?? 0];
    const before = sentences[(own?.index ?? 0) - 1];
    for (const sentence of [own, before]) {
      const subject = sentence && mainSubject(tokens, Math.min(pronoun, sentence.endToken), sentence);
      const known =
        subject && !SUBJECT_PRONOUNS.has(lowerAt(tokens, subject.phrase.first)) && this.about(subject);
      if (known && mayMean(known, word) && this.isActing(known, subject)) return known;
    }
    return null;
  }

  private about(subject: Subject): Known | null {
    return this.named.of(subject) ?? this.nominal(subject);
  }

  /** Bodies that speak leave "he" to whom the sentence is about. */
  private hasSpokenSince(start: number, kind: 'person' | 'group'): boolean {
    const last = this.memory.spoken.findLast((known) => kind !== 'person' || known.kind !== 'organisation');
    return last !== undefined && last.range.start >= start;
  }

  /** People are meant by their names, offices and nouns, groups and bodies alike. */
  private ofKind(subject: Subject, kind: 'person' | 'group'): Known | null {
    const known = this.about(subject);
    if (!known) return null;
    if (kind === 'person')
      return (known.kind === kind || known.isOne) && this.isActing(known, subject) ? known : null;
    return known.kind === kind || known.kind === 'organisation' ? known : null;
  }

  /** Who has not spoken is "he" only by a noun for a person: "a bomb" is nobody. */
  private isActing(known: Known, { phrase }: Subject): boolean {
    return !known.isOne || isPersonNoun(lowerAt(this.document.tokens, headOf(this.document, phrase)));
  }

  /** "a resident", "the mayor": one person without a name, who spoke nearby. */
  private isSomebody(known: Known, pronoun: number): boolean {
    return known.isOne === true && this.isNear(known, pronoun);
  }

  /** In the paragraph of the pronoun or the one before. */
  private isNear(known: Known | undefined, pronoun: number): boolean {
    const { tokens, sentences } = this.document;
    const own = tokens[pronoun];
    if (!known || !own || own.start - known.range.end > MAX_SOMEBODY) return false;
    const said = sentences[firstBehind(sentences, known.range.start, ({ start }) => start) - 1];
    return said !== undefined && own.paragraph - said.paragraph < 2;
  }

  /** Nobody of fitting gender has spoken yet: the person whose full name stands nearest before. */
  private nearestPerson(before: number, word: string): Known | null {
    const wanted: Gender = word === 'she' || word === 'her' ? 'she' : 'he';
    const floor = Math.max(0, before - MAX_LOOK_BACK, this.barren);
    this.barren = before;
    for (let end = before; end > floor; end--) {
      const person = this.named.personEndingAt(end);
      if (person) this.barren = 0;
      if (person && (person.gender === null || person.gender === wanted)) return person;
    }
    return null;
  }
}
