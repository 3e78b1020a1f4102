import type { Document } from '../text/document.js';
import { lowerAt, textAt } from '../text/token-at.js';
import { AccusedBefore } from './accused-before.js';
import { issuerOf } from './issuer.js';
import {
  genderOf,
  isOnePerson,
  isPartOfGroup,
  kindOfNoun,
  type Known,
  type Speaker,
} from './known-speaker.js';
import { runEndingAt, textOf } from './name-index.js';
import { ROLE_NOUNS } from './name-words.js';
import { NamedSpeakers } from './named-speakers.js';
import { namedAfter } from './named-after.js';
import { headOf, NamedBefore } from './named-before.js';
import { phraseEndingAt, type Phrase } from './noun-phrase.js';
import { isPronoun, Pronouns } from './pronouns.js';
import { SpeakerMemory } from './speaker-memory.js';
import type { Subject } from './subject.js';
import { bareSubject } from './subjects.js';
import type { Utterance } from './utterance.js';

const RELATIVE = /^(?:who|which|that|whose)$/;
/** Deepest chain of quotations that go on. */
const MAX_CHAIN = 20;

/**
 * Turns subjects as they stand into speakers, in text order: a surname becomes the fullest name of the article, "he" the person who
 * spoke last (of fitting gender), "it" the organisation, "they" the group, "the minister" the person of that role.
 */
export class SpeakerResolver {
  private readonly named: NamedSpeakers;
  private readonly pronouns: Pronouns;
  private readonly memory = new SpeakerMemory();
  private readonly before: NamedBefore;
  private readonly accused: AccusedBefore;
  private readonly resolved = new Map<Utterance, Speaker | null>();

  constructor(private readonly document: Document) {
    this.named = new NamedSpeakers(document);
    this.accused = new AccusedBefore(document, (subject) => this.named.of(subject) ?? this.nominal(subject));
    this.before = new NamedBefore(document, this.named, this.memory);
    this.pronouns = new Pronouns(document, this.named, this.memory, (subject) => this.nominal(subject));
  }

  /** The speaker of an utterance; null where the text gives none. Ask in text order. */
  resolve(utterance: Utterance, depth = 0): Speaker | null {
    const known = this.resolved.get(utterance);
    if (known !== undefined) return known;
    let speaker: Speaker | null = null;
    const accused = this.accusedIn(utterance);
    if (accused) speaker = accused;
    else if (utterance.subject && isUnspecified(utterance)) speaker = this.unspecified(utterance.subject);
    else if (utterance.subject) speaker = this.fromSubject(utterance.subject);
    else if (utterance.after && depth < MAX_CHAIN) {
      const before = this.resolve(utterance.after, depth + 1);
      speaker = before && { ...before, mode: 'continuation' };
    }
    if (speaker) speaker = this.revealed(utterance, speaker) ?? speaker;
    this.resolved.set(utterance, speaker);
    return speaker;
  }

  /** "..., which it denies": the pronoun is the one who was just accused. */
  private accusedIn(utterance: Utterance): Speaker | null {
    const known = this.accused.meantBy(utterance);
    this.accused.note(utterance);
    if (!known || !utterance.subject) return null;
    const { phrase } = utterance.subject;
    // "Ada Brill accused Vale. She denied ...": only the accuser is known to be a woman.
    const isAccuser = this.memory.spoken.at(-1)?.gender === lowerAt(this.document.tokens, phrase.first);
    if (!known.gender && isAccuser) return null;
    const range = this.named.rangeOf(phrase);
    this.memory.remember({ ...known, range });
    return { ...known, range, mode: 'pronoun' };
  }

  /** `“...,” said a nurse. That was Ida Holm.`: somebody whose name comes behind the words. */
  private revealed({ sentence, quoted }: Utterance, { kind, name, range }: Speaker): Speaker | null {
    if (!quoted || kind !== 'anonymous' || !/^(?:an?|one|another) /i.test(name)) return null;
    const subject = namedAfter(this.document, sentence);
    const known = subject && this.named.of(subject);
    return known?.kind === 'person' ? { ...known, ...this.memory.remember(known), range } : null;
  }

  /** "reports of ...", "it is claimed that ...": somebody's word, and the text does not say whose. */
  private unspecified({ phrase }: Subject): Speaker {
    const noun = lowerAt(this.document.tokens, phrase.first)
      .replace(/s?$/, 's')
      .replace('speculations', 'speculation');
    const range = this.named.rangeOf(phrase);
    return { name: `${noun} (unspecified)`, role: null, kind: 'anonymous', range, mode: 'none' };
  }

  /** Whom a speaker cites; nobody that "he" could mean later. */
  cited(subject: Subject): Speaker | null {
    const { tokens, sentences } = this.document;
    const limit = sentences[tokens[subject.phrase.first]?.sentence ?? 0]?.endToken ?? 0;
    // "citing reports from clinics" has unnamed reports for its source, "citing figures from the ministry" the ministry.
    const isReport = lowerAt(tokens, subject.phrase.first) === 'reports';
    const issuer = isReport ? null : issuerOf(tokens, subject.phrase, limit);
    const meant = issuer ? bareSubject(issuer) : subject;
    return this.named.of(meant) ?? this.nominal(meant);
  }

  private fromSubject(subject: Subject): Speaker | null {
    const { tokens } = this.document;
    const { phrase } = subject;
    const head = tokens[phrase.first];
    const single = phrase.end - phrase.first === 1;
    if (!head) return null;
    if (single && isPronoun(head.lower)) return this.pronouns.meantBy(phrase, head.lower);
    if (single && isPartOfGroup(head.lower)) return this.memory.remember(this.nominal(subject));
    if (single && RELATIVE.test(head.lower)) return this.relative(phrase);
    return this.issuer(subject) ?? this.memory.remember(this.named.of(subject) ?? this.nominal(subject));
  }

  /** Of "a statement made by the council" the council is the speaker. */
  private issuer({ phrase }: Subject): Speaker | null {
    const { tokens, sentences } = this.document;
    const limit = sentences[tokens[phrase.first]?.sentence ?? 0]?.endToken ?? 0;
    const source = issuerOf(tokens, phrase, limit);
    if (!source) return null;
    const meant = bareSubject(source);
    const speaker = this.memory.remember(this.named.of(meant) ?? this.nominal(meant));
    return speaker && { ...speaker, range: this.named.rangeOf(phrase) };
  }

  /** "who said": the noun phrase before the relative pronoun. */
  private relative(phrase: Phrase): Speaker | null {
    const { tokens } = this.document;
    const before = /^[,(]$/.test(textAt(tokens, phrase.first - 1)) ? phrase.first - 1 : phrase.first;
    const floor = this.document.sentences[tokens[phrase.first]?.sentence ?? 0]?.firstToken ?? 0;
    const holder = lowerAt(tokens, phrase.first) === 'who' ? this.holderBeside(before, floor) : null;
    if (holder) return holder;
    const run = runEndingAt(tokens, before, floor);
    if (!run) {
      const noun = phraseEndingAt(tokens, before - 1, floor);
      return noun && this.memory.remember(this.nominal(bareSubject(noun)));
    }
    const end = before;
    return this.memory.remember(
      this.named.of({ phrase: { first: run.first, end }, apposition: null, first: run.first, end }),
    );
  }

  /** "Ada Lind, a spokeswoman for the Harbour Fund, who": the one whose office stands before "who". */
  private holderBeside(end: number, floor: number): Speaker | null {
    const { tokens } = this.document;
    const office = phraseEndingAt(tokens, end - 1, floor);
    if (
      !office ||
      textAt(tokens, office.first - 1) !== ',' ||
      !/^(?:an?|the)$/.test(lowerAt(tokens, office.first))
    )
      return null;
    if (!ROLE_NOUNS.at(tokens, headOf(this.document, office))) return null;
    const name = runEndingAt(tokens, office.first - 1, floor);
    return (
      name &&
      this.memory.remember(
        this.named.of({ ...bareSubject({ first: name.first, end: name.end }), apposition: office }),
      )
    );
  }

  /** A noun phrase without a name: "the minister", "several residents", "a source". */
  private nominal({ phrase }: Subject): Known | null {
    const { tokens } = this.document;
    const meant = this.before.meantBy(phrase);
    if (meant) return meant;
    const whole = textOf(this.document, phrase.first, phrase.end);
    const noun = lowerAt(tokens, headOf(this.document, phrase));
    const known = this.named.make(phrase, whole.replace(/^the /i, ''), null, kindOfNoun(noun, whole));
    return isOnePerson(noun, whole) ? { ...known, isOne: true, gender: genderOf('', whole) } : known;
  }
}

/** The noun of relaying is its own subject: nobody is named. */
function isUnspecified({ rule, subject, cue }: Utterance): boolean {
  return rule === 'noun-cue' && subject?.phrase.first === cue?.verb;
}
