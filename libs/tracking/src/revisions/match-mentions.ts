import { groupBy } from '../group-by.js';
import { diceOf } from './compare-texts.js';
import type { Mention } from './mention.js';
import { wordsOf } from '../near-duplicates/words.js';

export interface MatchedMention {
  readonly before: Mention;
  readonly after: Mention;
}

export interface MatchedMentions {
  readonly pairs: readonly MatchedMention[];
  /** In the order of their texts. */
  readonly disappeared: readonly Mention[];
  readonly appeared: readonly Mention[];
}

/** From here on two reports that differ are one that was changed; below, one that went and one that came. */
const MIN_LIKENESS = 0.5;
/** More pairs than these are not compared each with each, but only where they stand near each other. */
const MANY_PAIRS = 100_000;
const NEAR = 0.02;

/**
 * Which mentions of two texts are the same fact: what says the same, in its order; of the rest what is likest by kind, words and
 * place in the text. The other way round gives the same pairs.
 */
export function matchMentions(before: readonly Mention[], after: readonly Mention[]): MatchedMentions {
  const pairs: MatchedMention[] = [];
  let old = before;
  let fresh = after;
  for (const key of [sentenceKey, factsKey]) {
    const same = matchEqual(old, fresh, key);
    pairs.push(...same);
    ({ old, fresh } = unmatched(old, fresh, same));
  }
  const alike = matchAlike(old, fresh);
  pairs.push(...alike);
  ({ old, fresh } = unmatched(old, fresh, alike));
  return { pairs, disappeared: old, appeared: fresh };
}

function unmatched(old: readonly Mention[], fresh: readonly Mention[], pairs: readonly MatchedMention[]) {
  const taken = new Set(pairs.flatMap(({ before, after }) => [before, after]));
  return {
    old: old.filter((mention) => !taken.has(mention)),
    fresh: fresh.filter((mention) => !taken.has(mention)),
  };
}

/** Of a quotation its words count, not its marks. */
export const comparableFacts = ({ facts }: Mention): Readonly<Record<string, unknown>> =>
  typeof facts['quote'] === 'string' ? { ...facts, quote: wordsOf(facts['quote']).join(' ') } : facts;

const factsKey = (mention: Mention): string => JSON.stringify([mention.kind, comparableFacts(mention)]);
const sentenceKey = (mention: Mention): string => `${factsKey(mention)} ${mention.context.join(' ')}`;

/** Equal ones in the order of their texts: the first with the first. */
function matchEqual(
  before: readonly Mention[],
  after: readonly Mention[],
  keyOf: (mention: Mention) => string,
): MatchedMention[] {
  const waiting = groupBy(before, keyOf);
  return after.flatMap((mention) => {
    const old = waiting.get(keyOf(mention))?.shift();
    return old ? [{ before: old, after: mention }] : [];
  });
}

function matchAlike(before: readonly Mention[], after: readonly Mention[]): MatchedMention[] {
  const near = before.length * after.length > MANY_PAIRS ? NEAR : 1;
  const found = before.flatMap((old) =>
    after
      .filter((fresh) => fresh.kind === old.kind && Math.abs(fresh.position - old.position) <= near)
      .map((fresh) => ({ before: old, after: fresh, likeness: likenessOf(old, fresh) }))
      .filter(({ likeness }) => likeness >= MIN_LIKENESS),
  );
  const middle = ({ before: a, after: b }: MatchedMention): number => a.position + b.position;
  const taken = new Set<Mention>();
  return found
    .toSorted((x, y) => y.likeness - x.likeness || middle(x) - middle(y))
    .filter((pair) => {
      if (taken.has(pair.before) || taken.has(pair.after)) return false;
      taken.add(pair.before).add(pair.after);
      return true;
    });
}

/** 0 to 1; the same for both orders. */
function likenessOf(a: Mention, b: Mention): number {
  const nearness = 0.1 * (1 - Math.abs(a.position - b.position));
  if (a.kind !== 'figure') {
    const sameSource = JSON.stringify(a.facts['attribution']) === JSON.stringify(b.facts['attribution']);
    return 0.75 * diceOf(a.words, b.words) + (sameSource ? 0.15 : 0) + nearness;
  }
  return (
    0.4 * diceOf(a.context, b.context) +
    (a.series === b.series ? 0.3 : 0) +
    (a.facts['metric'] === b.facts['metric'] ? 0.15 : 0) +
    (a.facts['value'] === b.facts['value'] ? 0.05 : 0) +
    nearness
  );
}
