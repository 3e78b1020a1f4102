import type { SourceKind } from '#domain';
import type { Document } from '../text/document.js';
import { lowerAt } from '../text/token-at.js';
import { mainSubject, type Subject } from './subjects.js';
import type { Gender, Known, Speaker } from './known-speaker.js';
import { textOf } from './name-index.js';
import { ROLE_NOUNS } from './name-words.js';
import type { NamedSpeakers } from './named-speakers.js';
import type { Phrase } from './noun-phrase.js';
import type { SpeakerMemory } from './speaker-memory.js';

const PERSONAL = /^(?:he|she|i|him|her|his)$/;
const PLURAL = /^(?:they|we|them|their|both|some|many|others|most|several|all|few|those)$/;
/** Tokens before a pronoun that are searched for a person. */
const MAX_LOOK_BACK = 150;
/** Characters from "a resident" to "he". */
const MAX_SOMEBODY = 600;

/** A word that means somebody named before. */
export function isPronoun(lower: string): boolean {
  return PERSONAL.test(lower) || PLURAL.test(lower) || /^its?$/.test(lower);
}

/** Whom "it" and "they" may mean. */
function isBodyOrGroup({ kind }: Known, word: string): boolean {
  if (kind === 'organisation') return true;
  return !/^its?$/.test(word) && (kind === 'group' || kind === 'anonymous');
}

/** Whom "he", "she" and "I" may mean. */
function isPersonOf({ kind, gender }: Known, word: string): boolean {
  if (kind !== 'person') return false;
  return gender === null || word === 'i' || gender === (word === 'she' || word === 'her' ? 'she' : 'he');
}

/** Whom pronouns mean: "he" the person who spoke last (of fitting gender), "it" the organisation, "they" the group. */
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
    const near = this.subjectBefore(phrase.first, PERSONAL.test(word) ? 'person' : 'group');
    const fits = (known: Known): boolean => {
      if (!PERSONAL.test(word)) return isBodyOrGroup(known, word);
      if (known.kind === 'anonymous' && word !== 'i')
        return known === near || this.isSomebody(known, phrase.first);
      return isPersonOf(known, word);
    };
    const known =
      (near && fits(near) ? near : null) ??
      this.memory.spoken.findLast(fits) ??
      (PERSONAL.test(word) ? this.nearestPerson(phrase.first, word) : null);
    if (known && known.gender === null && (word === 'he' || word === 'she'))
      this.memory.setGender(known, word);
    if (known) {
      this.memory.remember(known);
      return { ...known, range, mode: 'pronoun' };
    }
    return {
      name: textOf(this.document, phrase.first, phrase.end),
      role: null,
      kind: 'anonymous',
      range,
      mode: 'pronoun',
    };
  }

  /** The person of whom the sentence before speaks, in the paragraph of the pronoun and later than whoever spoke last. */
  private subjectBefore(pronoun: number, kind: SourceKind): Known | null {
    const { tokens, sentences } = this.document;
    const own = tokens[pronoun];
    const before = sentences[(own?.sentence ?? 0) - 1];
    if (!before || before.paragraph !== own?.paragraph || this.hasSpokenSince(before.start, kind))
      return null;
    const subject = mainSubject(tokens, before.endToken, before);
    const known = subject && this.ofKind(subject, kind);
    return known?.kind === kind || this.isOffice(subject) ? known : null;
  }

  /** Bodies that speak leave "he" to whom the sentence is about. */
  private hasSpokenSince(start: number, kind: SourceKind): boolean {
    const last = this.memory.spoken.findLast((known) => kind !== 'person' || known.kind !== 'organisation');
    return last !== undefined && last.range.start >= start;
  }

  /** People are meant by their names and offices, groups by their nouns too. */
  private ofKind(subject: Subject, kind: SourceKind): Known | null {
    const isMeant = kind === 'group' || this.isOffice(subject);
    return this.named.of(subject) ?? (isMeant ? this.nominal(subject) : null);
  }

  /** "the governor of the province" */
  private isOffice(subject: Subject | null): boolean {
    const { tokens } = this.document;
    const first = subject?.phrase.first ?? -1;
    return lowerAt(tokens, first) === 'the' && ROLE_NOUNS.has(lowerAt(tokens, first + 1));
  }

  /** "a resident", "another witness": one person, named so in the paragraph of the pronoun. */
  private isSomebody({ name, range }: Known, pronoun: number): boolean {
    const { text, tokens } = this.document;
    const between = text.slice(range.end, tokens[pronoun]?.start);
    return /^(?:an?|one|another) /i.test(name) && !between.includes('\n') && between.length < MAX_SOMEBODY;
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
