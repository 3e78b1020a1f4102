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

/** Over pairs of figures of one story: linked, of these rightly, and one by hand but not linked. */
export interface LinkScore {
  readonly linked: number;
  readonly right: number;
  readonly missing: number;
  readonly precision: number;
  readonly recall: number;
}

export interface LinkScores {
  readonly figures: number;
  readonly pooled: LinkScore;
  readonly stories: Readonly<Record<string, LinkScore>>;
}

/** Links the gold stories and counts how many links are right and how many are missing; `print` gets each that is not right. */
export async function scoreLinks(print: (line: string) => void): Promise<LinkScores> {
  const figures = await linkStories();
  const labels = new Map(
    Object.entries(JUDGED).flatMap(([label, keys]) => keys.map((key) => [key, label] as const)),
  );
  const byStory = STORIES.map((story) => {
    const ofStory = figures.filter((one) => one.story === story);
    return [story, pairsOf(ofStory, labels)] as const;
  });
  const pairs = byStory.flatMap(([, ofStory]) => ofStory);
  for (const { a, b } of pairs.filter(isWrong)) print(`wrong    ${describe(a)}  |  ${describe(b)}`);
  for (const { a, b } of pairs.filter(isMissing)) {
    const isProposed = a.proposedTo.includes(b.claimId ?? '') || b.proposedTo.includes(a.claimId ?? '');
    print(`${isProposed ? 'proposed' : 'missing '} ${describe(a)}  |  ${describe(b)}`);
  }
  for (const key of labels.keys()) if (!figures.some((one) => one.key === key)) print(`not read ${key}`);
  const stories = Object.fromEntries(byStory.map(([story, ofStory]) => [story, scoreOf(ofStory)]));
  return { figures: figures.length, pooled: scoreOf(pairs), stories };
}

/** A line for each story and one for all, for people, and the same as an object. */
export async function evaluateLinks(print: (line: string) => void): Promise<object> {
  const { figures, pooled, stories } = await scoreLinks(print);
  for (const [name, score] of [...Object.entries(stories), ['pooled', pooled] as const])
    print(
      `${name}: ${score.linked} pairs linked, ${score.right} right, ${score.missing} missing: precision ${score.precision.toFixed(3)}, recall ${score.recall.toFixed(3)}`,
    );
  return { eval: 'links', figures, ...pooled, stories };
}

const isWrong = ({ isLinked, isOne }: Pair): boolean => isLinked && !isOne;
const isMissing = ({ isLinked, isOne }: Pair): boolean => !isLinked && isOne;

function scoreOf(pairs: readonly Pair[]): LinkScore {
  const linked = pairs.filter(({ isLinked }) => isLinked).length;
  const right = linked - pairs.filter(isWrong).length;
  const missing = pairs.filter(isMissing).length;
  return { linked, right, missing, precision: right / linked, recall: right / (right + missing) };
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
