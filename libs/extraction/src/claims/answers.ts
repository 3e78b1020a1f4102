import type { ClaimMention, Mention, StatementMention } from '../extraction.js';

type Answer = NonNullable<ClaimMention['answers']>;

/** A denial's object that points back: "the claims", "such allegations". */
const ANAPHORA =
  /^(?:the|such|these|those|this|that|all|any) (?:[a-z]+ )?(?:claims?|allegations?|accusations?|charges?|reports?|rumou?rs?|suggestions?|assertions?)[.,]?$/i;
const STOP = new Set(
  'the a an of to in on at for by with from and or that this it its is was were are be been has have had not no any their his her as'.split(
    ' ',
  ),
);
/** Share of the denied words that must stand in a claim, where the denial names its matter. */
const MIN_OVERLAP = 0.4;
/** Mentions before and after that are looked at. */
const WINDOW = 40;

/**
 * What a denial answers in the same article: for "the claims" the nearest claim, in the same sentence first, then before, then after;
 * else the claim or statement by someone else that shares most of its words. Null where the text does not say.
 */
export function answered(
  text: string,
  denial: ClaimMention,
  claims: readonly ClaimMention[],
  statements: readonly StatementMention[],
): Answer | null {
  if (denial.polarity !== 'denied') return null;
  if (ANAPHORA.test(denial.proposition.trim())) return nearest(denial, claims);
  return mostAlike(text, denial, claims, 'claim') ?? mostAlike(text, denial, statements, 'statement');
}

function nearest(denial: ClaimMention, claims: readonly ClaimMention[]): Answer | null {
  const same = (claim: ClaimMention): boolean => claim.sentence.start === denial.sentence.start;
  const candidates = around(denial, claims)
    .map((index) => ({ claim: claims[index] ?? denial, index }))
    .filter(({ claim }) => claim.polarity === 'asserted' && speakerOf(claim) !== speakerOf(denial));
  const before = candidates.filter(({ claim }) => claim.quote.start < denial.quote.start);
  const found = candidates.find(({ claim }) => same(claim)) ?? before.at(-1) ?? candidates.at(0);
  return found ? { kind: 'claim', index: found.index } : null;
}

function mostAlike(
  text: string,
  denial: ClaimMention,
  mentions: readonly (ClaimMention | StatementMention)[],
  kind: Answer['kind'],
): Answer | null {
  const wanted = contentWords(denial.proposition);
  let best: { index: number; share: number } | null = null;
  around(denial, mentions).forEach((index) => {
    const mention = mentions[index] ?? denial;
    if (mention.polarity !== 'asserted' || speakerOf(mention) === speakerOf(denial)) return;
    const words = contentWords(text.slice(mention.quote.start, mention.quote.end));
    const shared = [...wanted].filter((word) => words.has(word)).length;
    const share = wanted.size > 0 && shared >= 2 ? shared / wanted.size : 0;
    if (share >= MIN_OVERLAP && share > (best?.share ?? 0)) best = { index, share };
  });
  const found = best as { index: number } | null;
  return found && { kind, index: found.index };
}

function speakerOf({ attribution }: ClaimMention | StatementMention): string | null {
  return attribution.at(-1)?.name ?? null;
}

function contentWords(text: string): Set<string> {
  return new Set(
    text
      .slice(0, 2_000)
      .toLowerCase()
      .split(/[^\p{L}\p{N}]+/u)
      .filter((word) => word.length > 2 && !STOP.has(word))
      .map((word) => word.replace(/(?:ing|ed|s)$/, '')),
  );
}

/** Indices of the mentions near the denial, in text order: what is farther away is not what it answers. */
function around(denial: ClaimMention, mentions: readonly Mention[]): number[] {
  let low = 0;
  let high = mentions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((mentions[middle]?.quote.start ?? 0) < denial.quote.start) low = middle + 1;
    else high = middle;
  }
  const from = Math.max(0, low - WINDOW);
  return Array.from({ length: Math.min(mentions.length, low + WINDOW) - from }, (_, offset) => from + offset);
}
