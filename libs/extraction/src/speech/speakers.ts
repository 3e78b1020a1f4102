import type { SourceKind, TextRange } from '#domain';
import type { Document } from '../text/document.js';
import { lowerAt } from '../text/token-at.js';
import { Acronyms } from './acronyms.js';
import { BareNames } from './bare-names.js';
import { issuerOf } from './issuer.js';
import { isCapitalised, NameIndex, runEndingAt, textOf, type NameRun } from './name-index.js';
import { genderOf, kindOfNoun, meantBy, type Gender, type Known, type Speaker } from './known-speaker.js';
import { GROUP_NOUNS, ORGANISATION_WORDS, TITLE_WORDS } from './name-words.js';
import { phraseEndingAt, type Phrase } from './noun-phrase.js';
import { bareSubject, mainSubject, type Subject } from './subjects.js';
import type { Utterance } from './utterance.js';

const PERSONAL = /^(?:he|she|i|him|her|his)$/;
const PLURAL = /^(?:they|we|them|their|both|some|many|others|most|several|all|few|those)$/;
const LINK = /^(?:of|for|in|at|from|with|on|to|against|near|who|whose)$/;
const NAME_STOP = /^(?:who|which|said|of|in|at)$/;
/** Tokens before a pronoun that are searched for a person. */
const MAX_LOOK_BACK = 150;
/** Speakers remembered for "he" and "the minister"; a huge article has no longer memory. */
const MAX_MEMORY = 200;
const RELATIVE = /^(?:who|which|that|whose)$/;
/** Characters from "a resident" to "he". */
const MAX_SOMEBODY = 600;

/**
 * Turns subjects as they stand into speakers, in text order: a surname becomes the fullest name of the article, "he" the person who
 * spoke last (of fitting gender), "it" the organisation, "they" the group, "the minister" the person of that role.
 */
export class SpeakerResolver {
  private readonly names: NameIndex;
  private readonly acronyms: Acronyms;
  private readonly bareNames: BareNames;
  private readonly spoken: Known[] = [];
  private readonly roles = new Map<string, string>();
  /** Up to this token nobody's full name stands within reach: later pronouns need not look there again. */
  private barren = 0;
  private readonly resolved = new Map<Utterance, Speaker | null>();

  constructor(private readonly document: Document) {
    this.names = new NameIndex(document);
    this.acronyms = new Acronyms(document);
    this.bareNames = new BareNames(document);
  }

  /** The speaker of an utterance; null where the text gives none. Ask in text order. */
  resolve(utterance: Utterance, depth = 0): Speaker | null {
    const known = this.resolved.get(utterance);
    if (known !== undefined) return known;
    let speaker: Speaker | null = null;
    if (utterance.subject && isUnspecified(utterance)) speaker = this.unspecified(utterance.subject);
    else if (utterance.subject) speaker = this.fromSubject(utterance.subject);
    else if (utterance.after && depth < 20) {
      const before = this.resolve(utterance.after, depth + 1);
      speaker = before && { ...before, mode: 'continuation' };
    }
    this.resolved.set(utterance, speaker);
    return speaker;
  }

  /** "reports of ...", "it is claimed that ...": somebody's word, and the text does not say whose. */
  private unspecified({ phrase }: Subject): Speaker {
    const noun = lowerAt(this.document.tokens, phrase.first).replace(/s?$/, 's');
    const range = this.rangeOf(phrase);
    return { name: `${noun} (unspecified)`, role: null, kind: 'anonymous', range, mode: 'none' };
  }

  /** Whom a speaker cites; nobody that "he" could mean later. */
  cited(subject: Subject): Speaker | null {
    return this.named(subject) ?? this.nominal(subject);
  }

  private fromSubject(subject: Subject): Speaker | null {
    const { tokens } = this.document;
    const { phrase } = subject;
    const head = tokens[phrase.first];
    const single = phrase.end - phrase.first === 1;
    if (!head) return null;
    if (single && (PERSONAL.test(head.lower) || PLURAL.test(head.lower) || /^its?$/.test(head.lower)))
      return this.pronoun(phrase, head.lower);
    if (single && RELATIVE.test(head.lower)) return this.relative(phrase);
    return this.issuer(subject) ?? this.remember(this.named(subject) ?? this.nominal(subject));
  }

  /** Of "a statement made by the council" the council is the speaker. */
  private issuer({ phrase }: Subject): Speaker | null {
    const { tokens, sentences } = this.document;
    const limit = sentences[tokens[phrase.first]?.sentence ?? 0]?.endToken ?? 0;
    const source = issuerOf(tokens, phrase, limit);
    if (!source) return null;
    const meant = bareSubject(source);
    const speaker = this.remember(this.named(meant) ?? this.nominal(meant));
    return speaker && { ...speaker, range: this.rangeOf(phrase) };
  }

  /** "who said": the noun phrase before the relative pronoun. */
  private relative(phrase: Phrase): Speaker | null {
    const { tokens } = this.document;
    const before = tokens[phrase.first - 1]?.text === ',' ? phrase.first - 1 : phrase.first;
    const floor = this.document.sentences[tokens[phrase.first]?.sentence ?? 0]?.firstToken ?? 0;
    const run = runEndingAt(tokens, before, floor);
    if (!run) {
      const noun = phraseEndingAt(tokens, before - 1, floor);
      return noun && this.remember(this.nominal(bareSubject(noun)));
    }
    const end = before;
    return this.remember(
      this.named({ phrase: { first: run.first, end }, apposition: null, first: run.first, end }),
    );
  }

  private named({ phrase, apposition }: Subject): Known | null {
    const { tokens } = this.document;
    const end = this.headEnd(phrase);
    const run = runEndingAt(tokens, end, phrase.first);
    if (!run || run.end !== end || this.isCommonNoun(end - 1))
      return this.nameInApposition(phrase, apposition);
    const whole = textOf(this.document, phrase.first, phrase.end);
    if (/ (?:and|or) /i.test(whole)) return this.make(phrase, whole, null, 'group');
    const words = textOf(this.document, run.name, run.end);
    const isDefinite = run.first === phrase.first + 1 && /^(?:the|an?) /i.test(whole) && !words.includes(' ');
    if (!this.isTitled(phrase, run) && (isDefinite || this.isOrganisation(phrase.first, end)))
      return this.make(phrase, whole.replace(/^the /i, ''), null, 'organisation');
    return this.person(phrase, run, apposition);
  }

  /** "the ministry's spokeswoman Ada Lind": an office right before two capitals makes them a person. */
  private isTitled(phrase: Phrase, { first, name, end }: NameRun): boolean {
    return (
      first > phrase.first && end - name > 1 && TITLE_WORDS.has(lowerAt(this.document.tokens, first - 1))
    );
  }

  private person(phrase: Phrase, run: NameRun, apposition: Phrase | null): Known {
    const full = this.names.fullest(textOf(this.document, run.name, run.end));
    const isPerson = full.includes(' ') || run.name > run.first || this.bareNames.isPerson(full);
    const role = this.roleOf(phrase, run.name, apposition) ?? this.roles.get(full) ?? null;
    if (role) this.roles.set(full, role);
    return this.make(phrase, full, role, isPerson ? 'person' : 'organisation');
  }

  /** Where the name may end: before "of", "for", "in" behind a noun of office, or behind a person's name. */
  private headEnd({ first, end }: Phrase): number {
    const { tokens } = this.document;
    for (let i = first + 1; i < end - 1; i++) {
      if (!LINK.test(tokens[i]?.lower ?? '')) continue;
      if (this.isOrganisation(first, i) && tokens[i]?.lower !== 'in') continue;
      return i;
    }
    return end;
  }

  /** A capital at the sentence's start says nothing: "Residents said". */
  private isCommonNoun(at: number): boolean {
    const { tokens, sentences } = this.document;
    const token = tokens[at];
    if (!token) return false;
    return (
      (/^(?:NOUN|NUM|DET)$/.test(token.pos) || GROUP_NOUNS.has(token.lower)) &&
      sentences[token.sentence]?.firstToken === at
    );
  }

  /** "who leads the council", "quoting police": what somebody does is no role. */
  private isClause({ first }: Phrase): boolean {
    const { pos = '', lower = '' } = this.document.tokens[first] ?? {};
    return RELATIVE.test(lower) || (pos === 'VERB' && lower.endsWith('ing'));
  }

  private isOrganisation(first: number, end: number): boolean {
    const words = this.document.tokens.slice(first, end);
    const last = words.at(-1);
    if (words.some(({ lower }) => lower === 'of') && ORGANISATION_WORDS.has(words[0]?.lower ?? ''))
      return true;
    if (last && /^(?:[A-Z]\.?){2,6}$/.test(last.text) && words.length === 1) return true;
    return words.some((token) => isCapitalised(token) && ORGANISATION_WORDS.has(token.lower));
  }

  /** "the clinic's director, Jon Okoro": the name is in the apposition, the phrase is the role. */
  private nameInApposition(phrase: Phrase, apposition: Phrase | null): Known | null {
    const { tokens } = this.document;
    const given = apposition && this.givenName(phrase, apposition);
    if (given) return given;
    if (!apposition || !isCapitalised(tokens[apposition.first])) return null;
    let end = apposition.first;
    while (end < apposition.end && tokens[end]?.kind !== 'punct' && !NAME_STOP.test(lowerAt(tokens, end)))
      end++;
    const run = runEndingAt(tokens, end, apposition.first);
    if (!run || this.isOrganisation(run.first, end)) return null;
    const role = textOf(this.document, phrase.first, phrase.end);
    const full = this.names.fullest(textOf(this.document, run.name, run.end));
    this.roles.set(full, role);
    return this.make({ first: run.name, end: run.end }, full, role, 'person');
  }

  /** "a passenger, who gave her name only as Lina", "a teacher, who asked to be identified as Omar". */
  private givenName(phrase: Phrase, { first, end }: Phrase): Known | null {
    const { tokens } = this.document;
    let at = first;
    while (at < end && !/^(?:name|identified|named|known|called)$/.test(lowerAt(tokens, at))) at++;
    const limit = Math.min(end, at + 4);
    while (at < limit && lowerAt(tokens, at) !== 'as') at++;
    if (at >= limit || !isCapitalised(tokens[at + 1])) return null;
    let last = at + 1;
    while (last < end && isCapitalised(tokens[last])) last++;
    const role = textOf(this.document, phrase.first, phrase.end).replace(/^(?:the|an?) /i, '');
    return this.make({ first: at + 1, end: last }, textOf(this.document, at + 1, last), role, 'person');
  }

  private roleOf(phrase: Phrase, name: number, apposition: Phrase | null): string | null {
    const before = textOf(this.document, phrase.first, name).replace(/^(?:the|an?) /i, '');
    if (before && before.length > 1) return before.replace(/[\s,]+$/, '');
    const body = this.bodyBehind(phrase, name);
    if (body) return body;
    if (!apposition || this.isClause(apposition)) return null;
    const words = textOf(this.document, apposition.first, apposition.end);
    return /^\d+$/.test(words) || words.length > 160 ? null : words.replace(/^(?:the|an?) /i, '');
  }

  /** "Ada Lind of the Red Cross": whom somebody speaks for. */
  private bodyBehind({ end }: Phrase, name: number): string | null {
    const { tokens } = this.document;
    let link = name + 1;
    while (link < end && !/^(?:of|for|from|with)$/.test(lowerAt(tokens, link))) link++;
    const first = lowerAt(tokens, link + 1) === 'the' ? link + 2 : link + 1;
    return first < end && this.isOrganisation(first, end) ? textOf(this.document, first, end) : null;
  }

  /** A noun phrase without a name: "the minister", "several residents", "a source". */
  private nominal({ phrase }: Subject): Known | null {
    const { tokens } = this.document;
    const whole = textOf(this.document, phrase.first, phrase.end);
    let head = phrase.first;
    while (head + 1 < phrase.end && !LINK.test(lowerAt(tokens, head + 1))) head++;
    const noun = lowerAt(tokens, head);
    const meant = meantBy(this.spoken, whole.toLowerCase(), noun);
    if (meant) return { ...meant, range: this.rangeOf(phrase) };
    return this.make(phrase, whole.replace(/^the /i, ''), null, kindOfNoun(noun, whole));
  }

  private pronoun(phrase: Phrase, word: string): Speaker | null {
    const range = this.rangeOf(phrase);
    const fits = (known: Known): boolean => {
      if (/^its?$/.test(word)) return known.kind === 'organisation';
      if (PLURAL.test(word))
        return known.kind === 'group' || known.kind === 'organisation' || known.kind === 'anonymous';
      if (known.kind === 'anonymous' && word !== 'i') return this.isSomebody(known, phrase.first);
      if (known.kind !== 'person') return false;
      return (
        known.gender === null ||
        known.gender === (word === 'she' || word === 'her' ? 'she' : 'he') ||
        word === 'i'
      );
    };
    const near = this.subjectBefore(phrase.first, PERSONAL.test(word) ? 'person' : 'group');
    const known =
      (near && fits(near) ? near : null) ??
      this.spoken.findLast(fits) ??
      (PERSONAL.test(word) ? this.nearestPerson(phrase.first, word) : null);
    if (known && known.gender === null && (word === 'he' || word === 'she')) this.setGender(known, word);
    if (known) {
      this.remember(known);
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
    const before = sentences[(tokens[pronoun]?.sentence ?? 0) - 1];
    if (!before || before.paragraph !== tokens[pronoun]?.paragraph) return null;
    if ((this.spoken.at(-1)?.range.start ?? -1) >= before.start) return null;
    const subject = mainSubject(tokens, before.endToken, before);
    const known = subject && this.ofKind(subject, kind);
    return known?.kind === kind ? known : null;
  }

  /** People are meant by their names, groups by their nouns too. */
  private ofKind(subject: Subject, kind: SourceKind): Known | null {
    return this.named(subject) ?? (kind === 'group' ? this.nominal(subject) : null);
  }

  /** "a resident", "another witness": one person, named so in the paragraph of the pronoun. */
  private isSomebody({ name, range }: Known, pronoun: number): boolean {
    const { text, tokens } = this.document;
    const between = text.slice(range.end, tokens[pronoun]?.start);
    return /^(?:an?|one|another) /i.test(name) && !between.includes('\n') && between.length < MAX_SOMEBODY;
  }

  private setGender(known: Known, gender: Gender): void {
    for (let i = 0; i < this.spoken.length; i++) {
      const other = this.spoken[i];
      if (other?.name === known.name) this.spoken[i] = { ...other, gender };
    }
  }

  /** Nobody of fitting gender has spoken yet: the person whose full name stands nearest before. */
  private nearestPerson(before: number, word: string): Known | null {
    const wanted: Gender = word === 'she' || word === 'her' ? 'she' : 'he';
    const floor = Math.max(0, before - MAX_LOOK_BACK, this.barren);
    this.barren = before;
    for (let end = before; end > floor; end--) {
      const person = this.personEndingAt(end);
      if (person) this.barren = 0;
      if (person && (person.gender === null || person.gender === wanted)) return person;
    }
    return null;
  }

  private personEndingAt(end: number): Known | null {
    const { tokens, sentences } = this.document;
    const last = tokens[end - 1];
    if (!last || !isCapitalised(last) || isCapitalised(tokens[end])) return null;
    const run = runEndingAt(tokens, end, sentences[last.sentence]?.firstToken ?? 0);
    if (!run) return null;
    const full = this.names.fullest(textOf(this.document, run.name, run.end));
    if (!full.includes(' ') || !this.names.has(full.slice(full.lastIndexOf(' ') + 1))) return null;
    return this.make({ first: run.name, end }, full, this.roles.get(full) ?? null, 'person');
  }

  private make(phrase: Phrase, given: string, role: string | null, kind: SourceKind): Known {
    const full = this.acronyms.fullOf(given.replace(/^the /i, ''));
    return {
      name: full ?? given,
      role,
      kind: full ? 'organisation' : kind,
      range: this.rangeOf(phrase),
      mode: 'explicit',
      gender: kind === 'person' ? genderOf(given, role) : null,
    };
  }

  private rangeOf({ first, end }: Phrase): TextRange {
    const { tokens } = this.document;
    return { start: tokens[first]?.start ?? 0, end: tokens[end - 1]?.end ?? 0 };
  }

  private remember(known: Known | null): Speaker | null {
    // Who goes on speaking is remembered once: the memory is searched for every pronoun and office.
    const last = this.spoken.at(-1);
    if (known && last && last.name === known.name && last.kind === known.kind) this.spoken.pop();
    if (known) this.spoken.push(known);
    if (this.spoken.length > MAX_MEMORY) this.spoken.splice(0, MAX_MEMORY / 2);
    return known;
  }
}

/** The noun of relaying is its own subject: nobody is named. */
function isUnspecified({ rule, subject, cue }: Utterance): boolean {
  return rule === 'noun-cue' && subject?.phrase.first === cue?.verb;
}
