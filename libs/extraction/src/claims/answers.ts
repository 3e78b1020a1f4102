import type { ClaimMention, Mention, StatementMention } from '../extraction.js';
import { firstBehind } from '../text/first-behind.js';

type Answer = NonNullable<ClaimMention['answers']>;

/** A denial's object that points back: "the claims", "such allegations". */
const ANAPHORA =
  /^(?:the|such|these|those|this|that|all|any) (?:[a-z]+ )?(?:claims?|allegations?|accusations?|charges?|reports?|rumou?rs?|suggestions?|assertions?|account|version|admission|confession|complaints?)(?: as .*)?[.,]?$/i;
/** "denied it", "dismissed it as a fable", "said it was not true": what was said just before. */
const POINTS_BACK =
  /^(?:it|this|that|them|these|both)(?:(?: is| was| are| were| as|['’]s|['’]re) .*)?[.,]?$/i;
const ACCUSES = /\b(?:accus|alleg|charg|blam|implicat)/i;
const BETWEEN_WORDS = /[^\p{L}\p{N}]+/u;
/** Most text: words in it are told without the Unicode tables. */
const PLAIN = /^[\u0000-\u007F\u2010-\u2027]*$/;
const BETWEEN_PLAIN_WORDS = /[^a-z0-9]+/;
const STOP = new Set(
  'the a an of to in on at for by with from and or that this it its is was were are be been has have had not no any their his her as'.split(
    ' ',
  ),
);
/** Share of the denied words that must stand in a claim, where the denial names its matter. */
const MIN_OVERLAP = 0.4;
/** Characters between a denial's sentence and what "it" points back to. */
const NEAR = 250;
/** Mentions before and after that are looked at. */
const WINDOW = 40;

/** Characters of a mention that are compared: its matter stands at its start. */
const MAX_COMPARED = 600;

/** Finds for each denial what it answers in the same article. */
export class Answers {
  private readonly words = new Map<ClaimMention | StatementMention, ReadonlySet<string>>();

  constructor(
    private readonly text: string,
    private readonly claims: readonly ClaimMention[],
    private readonly statements: readonly StatementMention[],
  ) {}

  /**
   * For "the claims" the nearest claim, in the same sentence first, then before, then after; else the claim or statement by someone
   * else that shares most of its words. Null where the text does not say.
   */
  to(denial: ClaimMention): Answer | null {
    if (denial.polarity !== 'denied') return null;
    if (ANAPHORA.test(denial.proposition.slice(0, MAX_COMPARED).trim()))
      return (
        nearest(denial, this.claims, wantedAct(denial)) ?? justBefore(denial, this.statements, 'statement')
      );
    if (POINTS_BACK.test(denial.proposition.slice(0, MAX_COMPARED).trim()))
      return justBefore(denial, this.claims, 'claim') ?? justBefore(denial, this.statements, 'statement');
    return (
      this.mostAlike(denial, this.claims, 'claim') ?? this.mostAlike(denial, this.statements, 'statement')
    );
  }

  private mostAlike(
    denial: ClaimMention,
    mentions: readonly (ClaimMention | StatementMention)[],
    kind: Answer['kind'],
  ): Answer | null {
    const wanted = contentWords(denial.proposition);
    let best = -1;
    let most = 0;
    for (const index of around(denial, mentions)) {
      const mention = mentions[index];
      if (mention?.polarity !== 'asserted' || speakerOf(mention) === speakerOf(denial)) continue;
      const share = shareOf(wanted, this.wordsOf(mention));
      if (share < MIN_OVERLAP || share <= most) continue;
      best = index;
      most = share;
    }
    return best < 0 ? null : { kind, index: best };
  }

  private wordsOf(mention: ClaimMention | StatementMention): ReadonlySet<string> {
    const known = this.words.get(mention);
    if (known) return known;
    const { start, end } = mention.quote;
    const words = contentWords(this.text.slice(start, Math.min(end, start + MAX_COMPARED)));
    this.words.set(mention, words);
    return words;
  }
}

/** Share of the wanted words that are there; one word alone says nothing. */
function shareOf(wanted: ReadonlySet<string>, words: ReadonlySet<string>): number {
  let shared = 0;
  for (const word of wanted) if (words.has(word)) shared++;
  return shared >= 2 ? shared / wanted.size : 0;
}

/** "the accusations" are first of all what somebody is accused of. */
function wantedAct({ proposition }: ClaimMention): RegExp | null {
  return /\b(?:accusations?|charges?|allegations?)\b/i.test(proposition.slice(0, MAX_COMPARED))
    ? ACCUSES
    : null;
}

function nearest(denial: ClaimMention, claims: readonly ClaimMention[], act: RegExp | null): Answer | null {
  const same = (claim: ClaimMention): boolean => claim.sentence.start === denial.sentence.start;
  const candidates = around(denial, claims)
    .map((index) => ({ claim: claims[index] ?? denial, index }))
    .filter(({ claim }) => claim.polarity === 'asserted' && speakerOf(claim) !== speakerOf(denial));
  const before = candidates.filter(({ claim }) => claim.quote.start < denial.quote.start);
  const found =
    candidates.find(({ claim }) => same(claim)) ??
    before.findLast(({ claim }) => act?.test(claim.attribution.at(-1)?.verb ?? '')) ??
    before.at(-1) ??
    candidates.at(0);
  return found ? { kind: 'claim', index: found.index } : null;
}

/** The last mention by someone else that stands before the denial, no farther than a sentence or two. */
function justBefore(
  denial: ClaimMention,
  mentions: readonly (ClaimMention | StatementMention)[],
  kind: Answer['kind'],
): Answer | null {
  const found = around(denial, mentions).findLast((index) => {
    const mention = mentions[index];
    if (mention?.polarity !== 'asserted' || speakerOf(mention) === speakerOf(denial)) return false;
    return mention.quote.start < denial.quote.start && denial.sentence.start - mention.sentence.end < NEAR;
  });
  return found === undefined ? null : { kind, index: found };
}

function speakerOf({ attribution }: ClaimMention | StatementMention): string | null {
  return attribution.at(-1)?.name ?? null;
}

function contentWords(text: string): Set<string> {
  const words = new Set<string>();
  const compared = text.slice(0, MAX_COMPARED).toLowerCase();
  for (const word of compared.split(PLAIN.test(compared) ? BETWEEN_PLAIN_WORDS : BETWEEN_WORDS)) {
    if ((word.length > 2 || /^\d/.test(word)) && !STOP.has(word)) words.add(stemOf(word));
  }
  return words;
}

function stemOf(word: string): string {
  if (word.endsWith('s')) return word.slice(0, -1);
  if (word.endsWith('ed')) return word.slice(0, -2);
  return word.endsWith('ing') ? word.slice(0, -3) : word;
}

/** Indices of the mentions near the denial, in text order: what is farther away is not what it answers. */
function around(denial: ClaimMention, mentions: readonly Mention[]): number[] {
  const low = firstBehind(mentions, denial.quote.start - 1, ({ quote }) => quote.start);
  const from = Math.max(0, low - WINDOW);
  return Array.from({ length: Math.min(mentions.length, low + WINDOW) - from }, (_, offset) => from + offset);
}
