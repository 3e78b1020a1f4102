import type { ClaimMention, Mention, StatementMention } from '../extraction.js';
import { WORD_NOUNS } from '../speech/word-nouns.js';
import { firstBehind } from '../text/first-behind.js';
import { MAX_COMPARED, matterWords, shareOf } from './matter-words.js';

type Answer = NonNullable<ClaimMention['answers']>;
type Told = ClaimMention | StatementMention;

/** A mention that may be answered. */
interface Candidate extends Answer {
  readonly mention: Told;
}

/** A denial's object that points back: "the claims", "such allegations". */
const ANAPHORA = new RegExp(
  `^(?:(?:the|such|these|those|this|that|all|any|his|her|their|its) )?(?:[a-z-]+ )?(?:${WORD_NOUNS})(?: as .*)?[.,]?$`,
  'i',
);
/** "denied it", "contradicted her", "dismissed it as a fable", "said it was not true": what was said just before. */
const POINTS_BACK =
  /^(?:it|this|that|them|these|both|him|her)(?:(?: is| was| are| were| as| on| in| at| during|['’]s|['’]re) .*| too| also| again| outright)?[.,]?$/i;
/** "the army's version of events", "Brill's allegation": the word of somebody named. */
const OWNED = new RegExp(
  `^(?:the )?((?:[\\p{L}.-]+ ){0,4}[\\p{L}.-]+)(?:['’]s|['’]) (?:[a-z-]+ ){0,2}(?:${WORD_NOUNS})(?: of [a-z]+)?[.,]?$`,
  'iu',
);
/** "any role in it", "wrongdoing": no words of the accusation itself. */
const REFUSED =
  /^(?:(?:any|all|its|his|her|their) )?(?:[a-z-]+ )?(?:role|part|involvement|responsibility|wrongdoing|misconduct|knowledge|guilt|links?|connection|complicity)\b/i;
const ACCUSES = /\b(?:accus|alleg|charg|blam|implicat)/i;
const CRITICISM = /\bcriticisms?\b/i;
/** Share of the denied words that must stand in a claim, where the denial names its matter. */
const MIN_OVERLAP = 0.4;
/** Characters between a denial's sentence and what "it" points back to. */
const NEAR = 250;
/** Mentions before and after that are looked at. */
const WINDOW = 40;

/** Finds for each denial what it answers in the same article. */
export class Answers {
  constructor(
    private readonly text: string,
    private readonly claims: readonly ClaimMention[],
    private readonly statements: readonly StatementMention[],
    private readonly words = new Map<Told, ReadonlySet<string>>(),
  ) {}

  /** The answers among other claims of the same article. */
  among(claims: readonly ClaimMention[]): Answers {
    return new Answers(this.text, claims, this.statements, this.words);
  }

  /**
   * What somebody named said, for "Brill's claim"; for "the claims" the nearest claim, in the same sentence first, then before, then
   * after; for "it" what was said just before; else the claim or statement by someone else that shares most of its words, and for
   * "any role" the accusation before. Null where the text does not say.
   */
  to(denial: ClaimMention): Answer | null {
    if (denial.polarity !== 'denied') return null;
    const matter = denial.proposition.slice(0, MAX_COMPARED).trim();
    const near = this.candidates(denial);
    return answerOf(byOwner(matter, denial, near) ?? this.byMatter(matter, denial, near));
  }

  /** The accusation that a denial in other words answers, or null: "insisted that it had not fired". */
  toAccusation(denial: ClaimMention): Answer | null {
    return answerOf(this.mostAlike(denial, this.candidates(denial).filter(accuses)));
  }

  private byMatter(matter: string, denial: ClaimMention, near: readonly Candidate[]): Candidate | null {
    if (POINTS_BACK.test(matter)) return justBefore(denial, near);
    if (ANAPHORA.test(matter)) {
      const found = CRITICISM.test(matter) ? null : nearest(denial, near, wantedAct(matter));
      return found ?? justBefore(denial, near);
    }
    return this.mostAlike(denial, near) ?? (REFUSED.test(matter) ? accusationBefore(denial, near) : null);
  }

  private mostAlike(denial: ClaimMention, near: readonly Candidate[]): Candidate | null {
    const wanted = matterWords(denial.proposition);
    let best: Candidate | null = null;
    let most = 0;
    for (const candidate of near) {
      const share = shareOf(wanted, this.wordsOf(candidate.mention), accuses(candidate) ? 1 : 2);
      if (share < MIN_OVERLAP || share <= most) continue;
      best = candidate;
      most = share;
    }
    return best;
  }

  private wordsOf(mention: Told): ReadonlySet<string> {
    const known = this.words.get(mention);
    if (known) return known;
    const { start, end } = mention.quote;
    const words = matterWords(this.text.slice(start, Math.min(end, start + MAX_COMPARED)));
    this.words.set(mention, words);
    return words;
  }

  /** Asserted by somebody else near the denial, which is no part of them: claims first, then statements, each in text order. */
  private candidates(denial: ClaimMention): Candidate[] {
    const found: Candidate[] = [];
    const add = (kind: Answer['kind'], mentions: readonly Told[]): void => {
      const { from, end } = around(denial, mentions);
      for (let index = from; index < end; index++) {
        const mention = mentions[index];
        if (mention && mayBeAnswered(mention, denial)) found.push({ kind, index, mention });
      }
    };
    add('claim', this.claims);
    add('statement', this.statements);
    return found;
  }
}

const answerOf = (candidate: Candidate | null): Answer | null =>
  candidate && { kind: candidate.kind, index: candidate.index };

function mayBeAnswered(mention: Told, denial: ClaimMention): boolean {
  if (mention.polarity !== 'asserted' || speakerOf(mention) === speakerOf(denial)) return false;
  if (speaksFor(denial, speakerOf(mention))) return false;
  return mention.quote.start > denial.quote.start || mention.quote.end < denial.quote.end;
}

function byOwner(matter: string, denial: ClaimMention, near: readonly Candidate[]): Candidate | null {
  const owner = OWNED.exec(matter)?.[1];
  if (!owner) return null;
  const words = matterWords(owner);
  const by = (named: (mention: Told) => ReadonlySet<string>): Candidate[] =>
    near.filter(({ mention }) => shareOf(words, named(mention), 1) >= MIN_OVERLAP);
  const byName = by((mention) => matterWords(speakerOf(mention) ?? ''));
  const own = byName.length > 0 ? byName : by(roleWords);
  return latest(own.filter(({ mention }) => isBefore(mention, denial))) ?? own.at(0) ?? null;
}

/** "the commander's statement" is by "commander Ada Lind". */
function roleWords({ attribution }: Told): ReadonlySet<string> {
  return matterWords(attribution.at(-1)?.role ?? '');
}

/** "the accusations" are first of all what somebody is accused of. */
function wantedAct(matter: string): RegExp | null {
  return /\b(?:accusations?|charges?|allegations?)\b/i.test(matter) ? ACCUSES : null;
}

const accuses = ({ mention }: Candidate): boolean => ACCUSES.test(mention.attribution.at(-1)?.verb ?? '');

function nearest(denial: ClaimMention, near: readonly Candidate[], act: RegExp | null): Candidate | null {
  const claims = near.filter(({ kind }) => kind === 'claim');
  const before = claims.filter(({ mention }) => isBefore(mention, denial));
  return (
    claims.find(({ mention }) => mention.sentence.start === denial.sentence.start) ??
    before.findLast(({ mention }) => act?.test(mention.attribution.at(-1)?.verb ?? '')) ??
    before.at(-1) ??
    claims.at(0) ??
    null
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

/** The last accusation before. */
function accusationBefore(denial: ClaimMention, near: readonly Candidate[]): Candidate | null {
  return latest(near.filter((one) => accuses(one) && isBefore(one.mention, denial)));
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

/** "army spokesman Ada Lind" does not answer the army. */
function speaksFor({ attribution }: ClaimMention, other: string | null): boolean {
  const role = attribution.at(-1)?.role;
  if (!role || !other) return false;
  return shareOf(matterWords(other), matterWords(role), 1) >= MIN_OVERLAP;
}

/** Which of the mentions, in text order, stand near the denial: what is farther away is not what it answers. */
function around(
  denial: ClaimMention,
  mentions: readonly Mention[],
): { readonly from: number; readonly end: number } {
  const low = firstBehind(mentions, denial.quote.start - 1, ({ quote }) => quote.start);
  return { from: Math.max(0, low - WINDOW), end: Math.min(mentions.length, low + WINDOW) };
}
