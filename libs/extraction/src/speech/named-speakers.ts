import type { SourceKind, TextRange } from '#domain';
import type { Document, Token } from '../text/document.js';
import { lowerAt, posAt } from '../text/token-at.js';
import { Acronyms, joinsPeople } from './acronyms.js';
import { BareNames } from './bare-names.js';
import { genderOf, type Known } from './known-speaker.js';
import { isCapitalised, isDepartment, NameIndex, runEndingAt, textOf, type NameRun } from './name-index.js';
import {
  BODY_NOUNS,
  GROUP_NOUNS,
  ORGANISATION_WORDS,
  ROLE_NOUNS,
  SENTENCE_NAMES,
  TITLE_WORDS,
} from './name-words.js';
import { NamedBodies } from './named-bodies.js';
import { isHyphen, type Phrase } from './noun-phrase.js';
import { roleFrom, Roles } from './roles.js';
import type { Subject } from './subject.js';
import { wordList } from '../words/word-list.js';

/** Where a name may end: "Ada Lind of the Red Cross". */
export const LINK = wordList('of for in at from with on to against near who whose');
const NAME_STOP = wordList('who which said of in at');
const RELATIVE = /^(?:who|which|that|whose)$/;
const PLACE_ENDS =
  /^(?:province|county|state|district|region|city|prefecture|governorate|territory|municipality|island|road|street|avenue|square|village|river|lake|mountain|airport|hospital)$/;
/** Words of office before a name, in small letters: "retired teacher Ada Lind". */
const MAX_LEAD = 4;
const GOES_BY = wordList('name identified named known call calls called');
const isBodyNoun = (noun: string): boolean => BODY_NOUNS.has(noun) || ORGANISATION_WORDS.has(noun);

/** A hyphen goes on with the name ("Ada-Lou Lind"), any other mark ends it. */
const isInName = (tokens: readonly Token[], at: number): boolean =>
  (tokens[at]?.kind !== 'punct' || isHyphen(tokens[at])) && !NAME_STOP.at(tokens, at);

/** "Ada-Lou" is one word of a name, whatever its tokens. */
const wordsIn = (document: Document, first: number, end: number): number =>
  textOf(document, first, end).split(' ').length;

/** Speakers that stand with a name: persons with their fullest name and role, bodies, and several joined by "and". */
export class NamedSpeakers {
  private readonly names: NameIndex;
  private readonly acronyms: Acronyms;
  private readonly bareNames: BareNames;
  private readonly roles: Roles;
  private readonly bodies: NamedBodies;
  /** Persons who spoke under their full names. */
  private readonly spoken = new Set<string>();
  /** Roles told where somebody speaks. */
  private readonly told = new Map<string, string>();

  constructor(private readonly document: Document) {
    this.names = new NameIndex(document);
    this.acronyms = new Acronyms(document);
    this.bareNames = new BareNames(document);
    this.bodies = new NamedBodies(document, this.acronyms);
    this.roles = new Roles(document, this.names);
  }

  /** The person, body or joined names of a subject; null where no name stands there. */
  of({ phrase, apposition }: Subject): Known | null {
    const { tokens } = this.document;
    const given = textOf(this.document, phrase.first, phrase.end);
    const other = this.readsOtherwise(phrase, given);
    if (other) return other;
    const end = this.headEnd(phrase);
    const run = runEndingAt(tokens, end, phrase.first);
    if (!run || run.end !== end || this.isCommonNoun(end - 1) || this.isOfficeAlone(run, apposition))
      return this.nameInApposition(phrase, apposition);
    if (/ (?:and|or) /i.test(given))
      return this.make(phrase, given.replace(/^(?:both|either) /i, ''), null, 'group');
    const words = textOf(this.document, run.name, run.end);
    const isDefinite = run.first === phrase.first + 1 && /^(?:the|an?) /i.test(given) && !words.includes(' ');
    if (!this.isTitled(phrase, run) && (isDefinite || this.isOrganisation(phrase.first, end)))
      return this.make(phrase, given.replace(/^the /i, ''), null, 'organisation');
    return this.person(phrase, run, apposition);
  }

  /** Names that do not read as names: "Save the Children", "Fell". */
  private readsOtherwise(phrase: Phrase, given: string): Known | null {
    return SENTENCE_NAMES.has(given.toLowerCase())
      ? this.make(phrase, given, null, 'organisation')
      : this.surnameAlone(phrase);
  }

  /** "Fell said": a sentence opens with the surname, which reads as another word, of somebody whom the article has speak or gives a role. */
  private surnameAlone(phrase: Phrase): Known | null {
    const { tokens } = this.document;
    const token = tokens[phrase.first];
    if (phrase.end - phrase.first > 1 || !isCapitalised(token) || !token || GROUP_NOUNS.holds(token))
      return null;
    const full = this.names.fullest(token.text);
    const isSurname = full.endsWith(` ${token.text}`);
    if (!isSurname || !(this.spoken.has(full) || this.roles.of(full) !== null)) return null;
    return this.make(phrase, full, this.roleTold(full), 'person');
  }

  /** "the ministry's spokeswoman Ada Lind", "Police Chief Ada Lind": an office right before two capitals makes them a person. */
  private isTitled(phrase: Phrase, { first, name, end }: NameRun): boolean {
    const { tokens } = this.document;
    if (end - name < 2 || tokens.slice(name, end).some(({ lower }) => ORGANISATION_WORDS.has(lower)))
      return false;
    return name > first || (first > phrase.first && TITLE_WORDS.at(tokens, first - 1));
  }

  /** "The Speaker, Dame Ada Lind,", "the Norvale President, Ada Lind,": an office with a capital, and who holds it. */
  private isOfficeAlone({ name, end }: NameRun, apposition: Phrase | null): boolean {
    const { tokens } = this.document;
    if (apposition === null || !TITLE_WORDS.at(tokens, end - 1)) return false;
    return end - name === 1 || lowerAt(tokens, name - 1) === 'the';
  }

  private person(phrase: Phrase, run: NameRun, apposition: Phrase | null): Known {
    const full = this.names.fullest(textOf(this.document, run.name, run.end));
    const isPerson = full.includes(' ') || run.name > run.first || this.bareNames.isPerson(full);
    if (isPerson && full.includes(' ')) this.spoken.add(full);
    const own = this.roleOf(phrase, run.name, apposition);
    if (own) this.told.set(full, own);
    const role = own ?? (isPerson ? this.roleTold(full) : null);
    const known = this.make(phrase, full, role, isPerson ? 'person' : 'organisation');
    // "Mr" is no role, and tells whom "he" means.
    const address = textOf(this.document, phrase.first, run.name);
    return isPerson && known.gender === null ? { ...known, gender: genderOf('', address) } : known;
  }

  /** The role that stands with the name where it spoke before, else anywhere in the article. */
  private roleTold(full: string): string | null {
    return this.told.get(full) ?? this.roles.of(full);
  }

  /** Where the name may end: before "of", "for", "in" behind a noun of office, or behind a person's name. */
  private headEnd({ first, end }: Phrase): number {
    const { tokens } = this.document;
    for (let i = first + 1; i < end - 1; i++) {
      if (!LINK.at(tokens, i) || (isDepartment(tokens, i + 1) && isCapitalised(tokens[i + 2]))) continue;
      if (this.isOrganisation(first, i) && tokens[i]?.lower !== 'in') continue;
      if (/^(?:for|against)$/.test(lowerAt(tokens, i)) && joinsPeople(tokens, first, end)) continue;
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
      (/^(?:NOUN|NUM|DET)$/.test(token.pos) || GROUP_NOUNS.holds(token)) &&
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
    if (words.some(({ lower }) => lower === 'of') && ORGANISATION_WORDS.at(words, 0)) return true;
    if (last && /^(?:[A-Z]\.?){2,6}$/.test(last.text) && words.length === 1) return true;
    if (joinsPeople(this.document.tokens, words[0]?.lower === 'the' ? first + 1 : first, end)) return true;
    return words.some((token) => isCapitalised(token) && ORGANISATION_WORDS.holds(token));
  }

  /** "the clinic's director, Jon Okoro": the name is in the apposition, the phrase is the role. */
  private nameInApposition(phrase: Phrase, apposition: Phrase | null): Known | null {
    const given = apposition && this.givenName(phrase, apposition);
    if (given) return given;
    const run = apposition && this.runIn(apposition);
    if (!run || this.namesBody(phrase, run) || this.isPlace(run)) return null;
    if (this.isOrganisation(run.first, run.end) || this.isNamedBody(phrase, run))
      return this.bodyIn(phrase, run);
    const office = textOf(this.document, phrase.first, phrase.end);
    const lead = textOf(this.document, apposition?.first ?? 0, run.first).replace(/^the /i, '');
    const role = lead ? `${office}, ${lead}` : office;
    const full = this.names.fullest(textOf(this.document, run.name, run.end));
    this.spoken.add(full);
    this.told.set(full, role);
    return this.make({ first: run.name, end: run.end }, full, role, 'person');
  }

  /** The name that an apposition starts with. */
  private runIn(apposition: Phrase): NameRun | null {
    const { tokens } = this.document;
    const first = this.nameStart(apposition);
    if (first < 0) return null;
    let end = first;
    while (end < apposition.end && isInName(tokens, end)) end++;
    return runEndingAt(tokens, end, first);
  }

  /** "The newspaper, the Mirror,": one or two capitals beside a noun for bodies. */
  private isNamedBody(phrase: Phrase, { first, name, end }: NameRun): boolean {
    return isBodyNoun(this.lastNoun(phrase)) && wordsIn(this.document, name, end) < 3 && name === first;
  }

  /** "The union, Harbour Watch, said": a body set beside its kind. */
  private bodyIn(phrase: Phrase, run: NameRun): Known | null {
    if (!this.isBody(phrase)) return null;
    const range = { first: run.first, end: run.end };
    const body = this.make(range, textOf(this.document, run.first, run.end), null, 'organisation');
    return { ...body, isA: this.lastNoun(phrase) };
  }

  private isBody(phrase: Phrase): boolean {
    const noun = this.lastNoun(phrase);
    return isBodyNoun(noun);
  }

  private lastNoun({ first, end }: Phrase): string {
    const { tokens } = this.document;
    let head = first;
    while (head + 1 < end && !LINK.at(tokens, head + 1)) head++;
    return lowerAt(tokens, head);
  }

  /** "an official of Selbridge, Norvale Province,", "along Mill Road": a place and nobody. */
  private isPlace({ end }: NameRun): boolean {
    return PLACE_ENDS.test(lowerAt(this.document.tokens, end - 1));
  }

  /** "a spokesman for the gas company, Norgas,": the single name is the company's. */
  private namesBody({ first, end }: Phrase, run: NameRun): boolean {
    const { tokens } = this.document;
    if (wordsIn(this.document, run.first, run.end) > 1) return false;
    const hasLink = tokens.slice(first, end).some(({ lower }) => LINK.has(lower));
    return hasLink && isBodyNoun(lowerAt(tokens, end - 1));
  }

  /** Where the name of an apposition starts, behind an article or words of office in small letters; -1 where none does. */
  private nameStart({ first, end }: Phrase): number {
    const { tokens } = this.document;
    let at = lowerAt(tokens, first) === 'the' ? first + 1 : first;
    const limit = Math.min(end, at + MAX_LEAD);
    while (at < limit && !isCapitalised(tokens[at])) {
      const isOffice = [at, at + 1].some((i) => ROLE_NOUNS.at(tokens, i) || TITLE_WORDS.at(tokens, i));
      const isLead = posAt(tokens, at) === 'ADJ' || isOffice;
      const isParticiple = posAt(tokens, at) === 'VERB' && lowerAt(tokens, at).endsWith('ed');
      if (!isLead && !isParticiple) return -1;
      at++;
    }
    return at < end && isCapitalised(tokens[at]) ? at : -1;
  }

  /** "a passenger, who gave her name only as Lina", "a teacher, who asked to be identified as Omar". */
  private givenName(phrase: Phrase, { first, end }: Phrase): Known | null {
    const { tokens } = this.document;
    const at = this.asBefore(first, end);
    if (at < 0 || !isCapitalised(tokens[at + 1])) return null;
    let last = at + 1;
    while (last < end && (isCapitalised(tokens[last]) || isHyphen(tokens[last]))) last++;
    const role = textOf(this.document, phrase.first, phrase.end).replace(/^(?:the|an?) /i, '');
    return this.make({ first: at + 1, end: last }, textOf(this.document, at + 1, last), role, 'person');
  }

  /** The word before the name that somebody goes by: "as", "calls herself"; -1 where none stands there. */
  private asBefore(first: number, end: number): number {
    const { tokens } = this.document;
    let at = first;
    while (at < end && !GOES_BY.at(tokens, at)) at++;
    if (/^call/.test(lowerAt(tokens, at)))
      return /^(?:him|her|them)sel/.test(lowerAt(tokens, at + 1)) ? at + 1 : -1;
    const limit = Math.min(end, at + 4);
    while (at < limit && lowerAt(tokens, at) !== 'as') at++;
    return at < limit ? at : -1;
  }

  private roleOf(phrase: Phrase, name: number, apposition: Phrase | null): string | null {
    const before = roleFrom(textOf(this.document, phrase.first, name));
    if (before) return [before, apposition && this.officeIn(apposition)].filter(Boolean).join(', ');
    const body = this.bodyBehind(phrase, name);
    if (body) return body;
    if (!apposition || this.isClause(apposition)) return null;
    return roleFrom(textOf(this.document, apposition.first, apposition.end));
  }

  /** "Bishop Ada Lind, head of the Council of Churches,": what the apposition adds to a title. */
  private officeIn(apposition: Phrase): string | null {
    const words = this.document.tokens.slice(apposition.first, apposition.end);
    const tells = words.some(
      ({ lower }) => ROLE_NOUNS.has(lower) || TITLE_WORDS.has(lower) || ORGANISATION_WORDS.has(lower),
    );
    return tells && !this.isClause(apposition)
      ? roleFrom(textOf(this.document, apposition.first, apposition.end))
      : null;
  }

  /** "Ada Lind of the Red Cross": whom somebody speaks for. */
  private bodyBehind({ end }: Phrase, name: number): string | null {
    const { tokens } = this.document;
    let link = name + 1;
    while (link < end && !/^(?:of|for|from|with)$/.test(lowerAt(tokens, link))) link++;
    const first = lowerAt(tokens, link + 1) === 'the' ? link + 2 : link + 1;
    return first < end && this.isOrganisation(first, end) ? textOf(this.document, first, end) : null;
  }

  personEndingAt(end: number): Known | null {
    const { tokens, sentences } = this.document;
    const last = tokens[end - 1];
    if (!last || !isCapitalised(last) || isCapitalised(tokens[end])) return null;
    const run = runEndingAt(tokens, end, sentences[last.sentence]?.firstToken ?? 0);
    if (!run) return null;
    const full = this.names.fullest(textOf(this.document, run.name, run.end));
    if (!full.includes(' ') || this.isPlace(run) || !this.names.has(full.slice(full.lastIndexOf(' ') + 1)))
      return null;
    return this.make({ first: run.name, end }, full, this.roleTold(full), 'person');
  }

  /** The person named last before a token with a role that holds all these words. */
  holderBefore(first: number, words: readonly string[]): Known | null {
    const holder = this.roles.holderBefore(first, words);
    return holder && this.make({ first, end: first + 1 }, holder.name, holder.role, 'person');
  }

  /** The body named last before a phrase whose name holds its noun. */
  bodyBefore(phrase: Phrase, noun: string): Known | null {
    const name = this.bodies.before(phrase.first, noun);
    return name === null ? null : this.make(phrase, name, null, 'organisation');
  }

  /** The firm named last before a phrase. */
  firmBefore(phrase: Phrase): Known | null {
    const name = this.bodies.firmBefore(phrase.first);
    return name === null ? null : this.make(phrase, name, null, 'organisation');
  }

  /** The body named last before a phrase that has an acronym. */
  abbreviatedBefore(phrase: Phrase): Known | null {
    const name = this.bodies.abbreviatedBefore(phrase.first);
    return name === null ? null : this.make(phrase, name, null, 'organisation');
  }

  make(phrase: Phrase, given: string, role: string | null, kind: SourceKind): Known {
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

  rangeOf({ first, end }: Phrase): TextRange {
    const { tokens } = this.document;
    return { start: tokens[first]?.start ?? 0, end: tokens[end - 1]?.end ?? 0 };
  }
}
