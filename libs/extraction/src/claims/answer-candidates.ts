import type { ClaimMention, StatementMention } from '../extraction.js';
import { WORD_NOUNS } from '../speech/word-nouns.js';
import type { Denier, Proposition } from './accused.js';
import { matterWords, shareOf } from './matter-words.js';

export type Answer = NonNullable<ClaimMention['answers']>;
export type Told = ClaimMention | StatementMention;

/** A mention that a denial may answer. */
export interface Candidate extends Answer {
  readonly mention: Told;
  /** Its first words. */
  readonly proposition: Proposition;
  /** Who may answer it; null for nobody who is named. */
  readonly denier: Denier | null;
}

/** A denial's object that points back: "the claims", "such allegations". */
export const ANAPHORA = new RegExp(
  `^(?:(?:the|an?|such|these|those|this|that|all|any|his|her|their|its) )?(?:[a-z-]+(?:,| and) ){0,3}(?:[a-z-]+ )?(?:${WORD_NOUNS})(?: (?:as|(?:given|made|told|published|spread|levelled|raised) (?:by|in|on|at)) .*)?[.,]?$`,
  'i',
);
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
const ACCUSES = /\b(?:accus|alleg|charg|blam|implicat)/i;
/** A single piece of somebody's: what was said just before. */
const TOLD =
  /^(?:the|this|that|his|her|their|its) (?:[a-z-]+ )?(?:report|stor(?:y)|account|version|statement|remarks?|comments?|explanation|testimony)\b/i;
const CRITICISM = /\bcriticisms?\b/i;
/** Share of the denied words that must stand in a claim, where the denial names its matter. */
export const MIN_OVERLAP = 0.4;
/** Characters between a denial's sentence and what "it" points back to. */
const NEAR = 250;
/** Characters between a sentence and the next one. */
const NEXT = 3;

export function byOwner(matter: string, denial: ClaimMention, near: readonly Candidate[]): Candidate | null {
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
export function roleWords({ attribution }: Told): ReadonlySet<string> {
  return matterWords(attribution.at(-1)?.role ?? '');
}

/** "the accusations" are first of all what somebody is accused of. */
function wantedAct(matter: string): RegExp | null {
  return /\b(?:accusations?|charges?|allegations?)\b/i.test(matter) ? ACCUSES : null;
}

/** "denied the boat was full. Witnesses said it was full.": near a denial a pronoun stands for what that names. */
export function opensWithPronoun({ mention, proposition }: Candidate, { sentence }: ClaimMention): boolean {
  const isNext = mention.sentence.start >= sentence.start && mention.sentence.start - sentence.end < NEXT;
  return isNext && /^(?:that )?(?:it|they|he|she) /i.test(proposition.text);
}

export const isAccusation = ({ mention }: Candidate): boolean =>
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
export function claimBeside({ sentence }: ClaimMention, near: readonly Candidate[]): Candidate | null {
  return (
    near.find(({ kind, mention }) => kind === 'claim' && mention.sentence.start === sentence.start) ?? null
  );
}

/** The last mention by someone else that stands before the denial, no farther than a sentence or two. */
export function justBefore(denial: ClaimMention, near: readonly Candidate[]): Candidate | null {
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
export function accusationOf(denial: ClaimMention, near: readonly Candidate[]): Candidate | null {
  const all = near.filter(isAccusation);
  const before = all.filter(({ mention }) => isBefore(mention, denial));
  return (
    latest(before.filter(isOfDenier)) ??
    latest(before.filter(({ mention }) => mention.attributionMode !== 'none')) ??
    all.find((one) => !isBefore(one.mention, denial) && isOfDenier(one)) ??
    null
  );
}

export function isOfDenier({ proposition, denier }: Candidate): boolean {
  return denier !== null && proposition.accuses(denier);
}

/** What "the claims", "an account given by one of them" point at. */
export function pointedAt(
  matter: string,
  denial: ClaimMention,
  near: readonly Candidate[],
): Candidate | null {
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

export function speakerOf({ attribution }: Told): string | null {
  return attribution.at(-1)?.name ?? null;
}
