import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { linkStories, STORIES, type LinkedFigure } from './linked-stories.js';

/** Label of a claim -> its figures, judged by hand from the texts; a figure that stands nowhere is alone in its claim. */
const JUDGED = JSON.parse(readFileSync(join(import.meta.dirname, 'judged-links.json'), 'utf8')) as Record<
  string,
  string[]
>;

interface Pair {
  readonly a: LinkedFigure;
  readonly b: LinkedFigure;
  readonly isLinked: boolean;
  readonly isOne: boolean;
}

/** Links the gold stories and prints, over pairs of figures of one story, how many links are right and how many are missing. */
export async function evaluateLinks(print: (line: string) => void): Promise<object> {
  const figures = await linkStories();
  const labels = new Map(
    Object.entries(JUDGED).flatMap(([label, keys]) => keys.map((key) => [key, label] as const)),
  );
  const unread = [...labels.keys()].filter((key) => !figures.some((one) => one.key === key));
  const pairs = STORIES.flatMap((story) =>
    pairsOf(
      figures.filter((one) => one.story === story),
      labels,
    ),
  );
  const wrong = pairs.filter(({ isLinked, isOne }) => isLinked && !isOne);
  const missing = pairs.filter(({ isLinked, isOne }) => !isLinked && isOne);
  const linked = pairs.filter(({ isLinked }) => isLinked).length;
  const right = linked - wrong.length;
  const precision = right / linked;
  const recall = right / (right + missing.length);
  for (const { a, b } of wrong) print(`wrong    ${describe(a)}  |  ${describe(b)}`);
  for (const { a, b } of missing) {
    const isProposed = a.proposedTo.includes(b.claimId ?? '') || b.proposedTo.includes(a.claimId ?? '');
    print(`${isProposed ? 'proposed' : 'missing '} ${describe(a)}  |  ${describe(b)}`);
  }
  for (const key of unread) print(`not read ${key}`);
  print(
    `links: ${figures.length} figures, ${linked} pairs linked, ${right} right, ${missing.length} missing: precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}`,
  );
  return {
    eval: 'links',
    figures: figures.length,
    linked,
    right,
    missing: missing.length,
    precision,
    recall,
  };
}

function pairsOf(figures: readonly LinkedFigure[], labels: ReadonlyMap<string, string>): Pair[] {
  return figures.flatMap((a, at) =>
    figures.slice(at + 1).map((b) => {
      const label = labels.get(a.key);
      return {
        a,
        b,
        isLinked: a.claimId === b.claimId,
        isOne: label !== undefined && label === labels.get(b.key),
      };
    }),
  );
}

const describe = ({ key, figure }: LinkedFigure): string =>
  `${key} ${figure.value ?? figure.quantifier} ${figure.metric}`;
