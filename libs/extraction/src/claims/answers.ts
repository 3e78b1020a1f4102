import type { ClaimMention, Mention, StatementMention } from '../extraction.js';
import { clearsOnly, denierOf, Proposition, tellOfForce } from './accused.js';
import {
  accusationOf,
  ANAPHORA,
  byOwner,
  claimBeside,
  isAccusation,
  isOfDenier,
  justBefore,
  MIN_OVERLAP,
  opensWithPronoun,
  pointedAt,
  roleWords,
  speakerOf,
  type Answer,
  type Candidate,
  type Told,
} from './answer-candidates.js';
import { pointsBack } from '../speech/untruth.js';
import { behindTruthOf } from '../speech/word-nouns.js';
import type { Document } from '../text/document.js';
import { firstBehind } from '../text/first-behind.js';
import { MAX_COMPARED, matterIn, matterWords, shareOf } from './matter-words.js';

/** "denied it", "contradicted her", "dismissed it as a fable", "said it was not true": what was said just before. */
const POINTS_BACK =
  /^(?:it|this|that|them|these|both|him|her)(?:(?: is| was| are| were| as| on| in| at| during|['’]s|['’]re) .*| too| also| again| outright)?[.,]?$/i;
/** "no such offer", "no bid": what a negated assertion says there was none of. */
const NO_SUCH =
  /^(?:that )?(?:[\p{L}'’-]+ ){0,6}no (?:(such) |(?!one\b|longer\b|more\b|people\b|time\b|reason\b|comment\b|information\b|evidence\b|doubt\b|plans?\b|need\b|idea\b|way\b)([\p{Ll}-]{3,})(?= (?:was|were|had|has|have|is|are|from|for|to|by)\b|[\s.,]*$))/iu;
/** What an accusation of him who denies counts for more, among shares of words. */
const OF_HIM = 0.1;
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
