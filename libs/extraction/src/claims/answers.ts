import type { ClaimMention, Mention, StatementMention } from '../extraction.js';
import { clearsOnly, denierOf, Proposition, tellOfForce, type Denier } from './accused.js';
import { pointsBack } from '../speech/untruth.js';
import { behindTruthOf, WORD_NOUNS } from '../speech/word-nouns.js';
import type { Document } from '../text/document.js';
import { firstBehind } from '../text/first-behind.js';
import { MAX_COMPARED, matterIn, matterWords, shareOf } from './matter-words.js';

type Answer = NonNullable<ClaimMention['answers']>;
type Told = ClaimMention | StatementMention;

/** A mention that may be answered. */
interface Candidate extends Answer {
  readonly mention: Told;
  /** Its first words. */
  readonly proposition: Proposition;
  /** Who may answer it; null for nobody who is named. */
  readonly denier: Denier | null;
}

/** A denial's object that points back: "the claims", "such allegations". */
const ANAPHORA = new RegExp(
  `^(?:(?:the|an?|such|these|those|this|that|all|any|his|her|their|its) )?(?:[a-z-]+(?:,| and) ){0,3}(?:[a-z-]+ )?(?:${WORD_NOUNS})(?: (?:as|(?:given|made|told|published|spread|levelled|raised) (?:by|in|on|at)) .*)?[.,]?$`,
  'i',
);
/** "denied it", "contradicted her", "dismissed it as a fable", "said it was not true": what was said just before. */
const POINTS_BACK =
  /^(?:it|this|that|them|these|both|him|her)(?:(?: is| was| are| were| as| on| in| at| during|['’]s|['’]re) .*| too| also| again| outright)?[.,]?$/i;
/** "exit talk", "safety claims": a matter of its own, which no later words need give. */
const UNDETERMINED = /^(?!the |an? |such |these |those |this |that |all |any |his |her |their |its )/i;
/** "contradicted the minister": whose words. */
const SOMEBODY = /^(?:the |his |her |their )?(?:[\p{L}.’'-]+ ){0,3}[\p{L}.’'-]+[.,]?$/u;
const CONTRADICTS = /\b(?:contradict|rebut|refut)/i;
/** "the army's version of events", "Brill's allegation": the word of somebody named. */
const OWNED = new RegExp(
  `^(?:the )?((?:[\\p{L}.-]+ ){0,4}[\\p{L}.-]+)(?:['’]s|['’]) (?:[a-z-]+ ){0,2}(?:${WORD_NOUNS})(?: of [a-z]+)?[.,]?$`,
  'iu',
);
/** "the Clearwater report", "a new UN study of claims": by a name before it. */
const NAMED_WORD = new RegExp(
  `^(?:the |an? |this |that |its |these |those )?(?:[a-z]+ )?((?:\\p{Lu}[\\p{L}.&-]* ){1,4})(?:[a-z]+ )?(?:${WORD_NOUNS})(?=[.,]|$| (?:as|that|which|on|in)\\b)`,
  'u',
);
/** "no such offer", "no bid": what a negated assertion says there was none of. */
const NO_SUCH =
  /^(?:that )?(?:[\p{L}'’-]+ ){0,6}no (?:(such) |(?!one\b|longer\b|more\b|people\b|time\b|reason\b|comment\b|information\b|evidence\b|doubt\b|plans?\b|need\b|idea\b|way\b)([\p{Ll}-]{3,})(?= (?:was|were|had|has|have|is|are|from|for|to|by)\b|[\s.,]*$))/iu;
/** What an accusation of him who denies counts for more, among shares of words. */
const OF_HIM = 0.1;
const ACCUSES = /\b(?:accus|alleg|charg|blam|implicat)/i;
/** A single piece of somebody's: what was said just before. */
const TOLD =
  /^(?:the|this|that|his|her|their|its) (?:[a-z-]+ )?(?:report|stor(?:y)|account|version|statement|remarks?|comments?|explanation|testimony)\b/i;
const CRITICISM = /\bcriticisms?\b/i;
/** Share of the denied words that must stand in a claim, where the denial names its matter. */
const MIN_OVERLAP = 0.4;
/** Characters between a denial's sentence and what "it" points back to. */
const NEAR = 250;
/** Characters between a sentence and the next one. */
const NEXT = 3;
/** Mentions before and after that are looked at. */
const WINDOW = 40;

/** Finds for each denial what it answers in the same article. */
export class Answers {
  constructor(
    private readonly document: Pick<Document, 'text' | 'runs'>,
    private readonly claims: readonly ClaimMention[],
    private readonly statements: readonly StatementMention[],
    /** By the range of a mention: a claim and a statement are often of the same words. */
    private readonly words = new Map<number, ReadonlySet<string>>(),
    private readonly propositions = new Map<Told, Proposition>(),
  ) {}

  /** The answers among other claims of the same article. */
  among(claims: readonly ClaimMention[]): Answers {
    return new Answers(this.document, claims, this.statements, this.words, this.propositions);
  }

  /**
   * What somebody named said, for "Brill's claim"; for "the claims" the nearest claim, in the same sentence first, then before, then
   * after; for "it" what was said just before; else the claim or statement by someone else that shares most of its words, and for
   * "any role" the accusation before. Null where the text does not say.
   */
  to(denial: ClaimMention): Answer | null {
    if (denial.polarity !== 'denied') return null;
    const whole = denial.proposition.slice(0, MAX_COMPARED).trim();
    const matter = whole.slice(behindTruthOf(whole));
    const near = this.candidates(denial);
    const found = byOwner(matter, denial, near) ?? this.byMatter(matter, denial, near);
    return answerOf(found) ?? this.toAccusation(denial, near);
  }

  /**
   * What a negated assertion denies, or null: the accusation that it answers in other words ("insisted that it had not fired"), or what
   * stood just before, for "no such offer" and for the very thing that was told of ("there had been no bid").
   */
  toAccusation(denial: ClaimMention, near = this.candidates(denial)): Answer | null {
    const accused = this.mostAlike(denial, near.filter(isAccusation));
    if (accused) return answerOf(accused);
    const [, such, thing] = NO_SUCH.exec(denial.proposition) ?? [];
    if (!such && !thing) return null;
    const before = justBefore(denial, near);
    const isTold =
      before && (such || shareOf(matterWords(thing ?? ''), this.wordsOf(before.mention), 1) === 1);
    return isTold ? answerOf(before) : null;
  }

  private byMatter(matter: string, denial: ClaimMention, near: readonly Candidate[]): Candidate | null {
    if (POINTS_BACK.test(matter) || pointsBack(matter))
      return justBefore(denial, near) ?? claimBeside(denial, near);
    if (ANAPHORA.test(matter)) return pointedAt(matter, denial, near);
    return this.mostAlike(denial, near) ?? this.whatHeIsAccusedOf(matter, denial, near);
  }

  /** Of a denial that shares no words with an accusation: what the one who denies is said to have done. */
  private whatHeIsAccusedOf(
    matter: string,
    denial: ClaimMention,
    near: readonly Candidate[],
  ): Candidate | null {
    if (clearsOnly(matter)) return accusationOf(denial, near);
    const ofHim = near.filter((one) => tellOfForce(matter, one.proposition.text) && isOfDenier(one));
    return justBefore(denial, ofHim);
  }

  private propositionOf(mention: Told): Proposition {
    const known = this.propositions.get(mention);
    if (known) return known;
    const { start, end } = mention.quote;
    const made = new Proposition(this.document.text.slice(start, Math.min(end, start + MAX_COMPARED)));
    this.propositions.set(mention, made);
    return made;
  }

  private mostAlike(denial: ClaimMention, near: readonly Candidate[]): Candidate | null {
    const wanted = matterWords(denial.proposition);
    let best: Candidate | null = null;
    let most = 0;
    for (const candidate of near) {
      const least = isAccusation(candidate) || opensWithPronoun(candidate, denial) ? 1 : 2;
      const share = shareOf(wanted, this.wordsOf(candidate.mention), least);
      if (share < MIN_OVERLAP) continue;
      const weight = isOfDenier(candidate) ? share + OF_HIM : share;
      if (weight <= most) continue;
      best = candidate;
      most = weight;
    }
    return best;
  }

  private wordsOf(mention: Told): ReadonlySet<string> {
    const { start, end } = mention.quote;
    const length = Math.min(end - start, MAX_COMPARED);
    const range = start * (MAX_COMPARED + 1) + length;
    const known = this.words.get(range);
    if (known) return known;
    const words = matterIn(this.document, mention.quote);
    this.words.set(range, words);
    return words;
  }

  /** Asserted by somebody else near the denial, which is no part of them: claims first, then statements, each in text order. */
  private candidates(denial: ClaimMention): Candidate[] {
    const found: Candidate[] = [];
    const role = roleWords(denial);
    const source = denial.attribution.at(-1);
    const denier = source ? denierOf(source.name, source.role ?? '') : null;
    const add = (kind: Answer['kind'], mentions: readonly Told[]): void => {
      const { from, end } = around(denial, mentions);
      for (let index = from; index < end; index++) {
        const mention = mentions[index];
        if (mention && mayBeAnswered(mention, denial, role))
          found.push({ kind, index, mention, proposition: this.propositionOf(mention), denier });
      }
    };
    add('claim', this.claims);
    add('statement', this.statements);
    return found;
  }
}

const answerOf = (candidate: Candidate | null): Answer | null =>
  candidate && { kind: candidate.kind, index: candidate.index };

function mayBeAnswered(mention: Told, denial: ClaimMention, role: ReadonlySet<string>): boolean {
  if (mention.polarity !== 'asserted' || speakerOf(mention) === speakerOf(denial)) return false;
  if (mention.quote.start <= denial.quote.start && mention.quote.end >= denial.quote.end) return false;
  return !speaksFor(role, speakerOf(mention));
}

function byOwner(matter: string, denial: ClaimMention, near: readonly Candidate[]): Candidate | null {
  const owner =
    OWNED.exec(matter)?.[1] ??
    NAMED_WORD.exec(matter)?.[1] ??
    (isContradicted(matter, denial) ? matter : null);
  if (!owner) return null;
  const words = matterWords(owner);
  const by = (named: (mention: Told) => ReadonlySet<string>): Candidate[] =>
    near.filter(({ mention }) => shareOf(words, named(mention), 1) >= MIN_OVERLAP);
  const byName = by((mention) => matterWords(speakerOf(mention) ?? ''));
  const own = byName.length > 0 ? byName : by(roleWords);
  return latest(own.filter(({ mention }) => isBefore(mention, denial))) ?? own.at(0) ?? null;
}

/** Somebody, and not somebody's words, is contradicted. */
function isContradicted(matter: string, { attribution }: ClaimMention): boolean {
  return CONTRADICTS.test(attribution.at(-1)?.verb ?? '') && SOMEBODY.test(matter) && !ANAPHORA.test(matter);
}

/** "the commander's statement" is by "commander Ada Lind". */
function roleWords({ attribution }: Told): ReadonlySet<string> {
  return matterWords(attribution.at(-1)?.role ?? '');
}

/** "the accusations" are first of all what somebody is accused of. */
function wantedAct(matter: string): RegExp | null {
  return /\b(?:accusations?|charges?|allegations?)\b/i.test(matter) ? ACCUSES : null;
}

/** "denied the boat was full. Witnesses said it was full.": near a denial a pronoun stands for what that names. */
function opensWithPronoun({ mention, proposition }: Candidate, { sentence }: ClaimMention): boolean {
  const isNext = mention.sentence.start >= sentence.start && mention.sentence.start - sentence.end < NEXT;
  return isNext && /^(?:that )?(?:it|they|he|she) /i.test(proposition.text);
}

const isAccusation = ({ mention }: Candidate): boolean =>
  ACCUSES.test(mention.attribution.at(-1)?.verb ?? '');

function nearest(matter: string, denial: ClaimMention, near: readonly Candidate[]): Candidate | null {
  const act = wantedAct(matter);
  const claims = near.filter(({ kind }) => kind === 'claim');
  const before = claims.filter(({ mention }) => isBefore(mention, denial));
  return (
    claims.find(({ mention }) => mention.sentence.start === denial.sentence.start) ??
    before.findLast(({ mention }) => act?.test(mention.attribution.at(-1)?.verb ?? '')) ??
    before.at(-1) ??
    null
  );
}

/** “It is a lie,” she said of claims that ...: a claim of the denial's own sentence. */
function claimBeside({ sentence }: ClaimMention, near: readonly Candidate[]): Candidate | null {
  return (
    near.find(({ kind, mention }) => kind === 'claim' && mention.sentence.start === sentence.start) ?? null
  );
}

/** The last mention by someone else that stands before the denial, no farther than a sentence or two. */
function justBefore(denial: ClaimMention, near: readonly Candidate[]): Candidate | null {
  return latest(
    near.filter(
      ({ mention }) => isBefore(mention, denial) && denial.sentence.start - mention.sentence.end < NEAR,
    ),
  );
}

/** The first mention by someone else behind the denial, no farther than a sentence or two. */
function justBehind(denial: ClaimMention, near: readonly Candidate[]): Candidate | null {
  const behind = near.filter(
    ({ mention }) => !isBefore(mention, denial) && mention.sentence.start - denial.sentence.end < NEAR,
  );
  return behind.toSorted((a, b) => a.mention.quote.start - b.mention.quote.start).at(0) ?? null;
}

/**
 * The last accusation before that is of him who denies, else the first behind ("The mill denies wrongdoing. Residents accuse it of ...");
 * else the last one before by somebody who is named: unnamed "allegations" are not of this denier.
 */
function accusationOf(denial: ClaimMention, near: readonly Candidate[]): Candidate | null {
  const all = near.filter(isAccusation);
  const before = all.filter(({ mention }) => isBefore(mention, denial));
  return (
    latest(before.filter(isOfDenier)) ??
    latest(before.filter(({ mention }) => mention.attributionMode !== 'none')) ??
    all.find((one) => !isBefore(one.mention, denial) && isOfDenier(one)) ??
    null
  );
}

function isOfDenier({ proposition, denier }: Candidate): boolean {
  return denier !== null && proposition.accuses(denier);
}

/** What "the claims", "an account given by one of them" point at. */
function pointedAt(matter: string, denial: ClaimMention, near: readonly Candidate[]): Candidate | null {
  const before = justBefore(denial, near);
  if (CRITICISM.test(matter) || (TOLD.test(matter) && before)) return before;
  const found = nearest(matter, denial, near) ?? before;
  if (found || UNDETERMINED.test(matter)) return found;
  const behind = /^an? /i.test(matter) ? justBehind(denial, near) : null;
  return behind ?? near.find(({ kind }) => kind === 'claim') ?? null;
}

const isBefore = (mention: Told, denial: ClaimMention): boolean => mention.quote.start < denial.quote.start;

/** The one that starts last: of those that start together the claim, which is the first, and never a mere part of another. */
function latest(candidates: readonly Candidate[]): Candidate | null {
  let last: Candidate | null = null;
  for (const one of candidates) {
    if (last && isWithin(one.mention, last.mention)) continue;
    if (!last || one.mention.quote.start > last.mention.quote.start || isWithin(last.mention, one.mention))
      last = one;
  }
  return last;
}

function isWithin({ quote: inner }: Told, { quote: outer }: Told): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

function speakerOf({ attribution }: Told): string | null {
  return attribution.at(-1)?.name ?? null;
}

/** "army spokesman Ada Lind" does not answer the army: of the words of her role. */
function speaksFor(role: ReadonlySet<string>, other: string | null): boolean {
  return other !== null && role.size > 0 && shareOf(matterWords(other), role, 1) >= MIN_OVERLAP;
}

/** Which of the mentions, in text order, stand near the denial: what is farther away is not what it answers. */
function around(
  denial: ClaimMention,
  mentions: readonly Mention[],
): { readonly from: number; readonly end: number } {
  const low = firstBehind(mentions, denial.quote.start - 1, ({ quote }) => quote.start);
  return { from: Math.max(0, low - WINDOW), end: Math.min(mentions.length, low + WINDOW) };
}
