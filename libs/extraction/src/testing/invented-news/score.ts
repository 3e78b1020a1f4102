import type { TextRange } from '#domain';
import type { Extraction, Mention } from '../../extraction.js';
import type { ExpectedFigure, InventedArticle } from './invented-article.js';

/** What was read of an invented article, against what was expected: counts, and a line for each difference. */
export interface Outcome {
  readonly expected: number;
  readonly found: number;
  /** Figures that nobody expected. */
  readonly surplus: number;
  readonly differences: readonly string[];
}

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
const originOf = ({ attribution }: Mention): string => attribution.at(-1)?.name ?? '-';

function alike(wanted: string, got: string): boolean {
  const [a, b] = [wordsOf(wanted), wordsOf(got)];
  return a.at(-1) === b.at(-1) || a.every((word) => b.includes(word)) || b.every((word) => a.includes(word));
}

/** Share of words that two texts have in common (Jaccard). */
function shared(a: string, b: string): number {
  const [x, y] = [new Set(wordsOf(a)), new Set(wordsOf(b))];
  const both = [...x].filter((word) => y.has(word)).length;
  return both / (x.size + y.size - both || 1);
}

/** Compares the whole of what an article was expected to give. */
export function scoreArticle(article: InventedArticle, read: Extraction): Outcome {
  const differences: string[] = [];
  const slice = ({ start, end }: TextRange): string => article.text.slice(start, end);
  const matched = new Set<unknown>();
  for (const wanted of article.figures) {
    const at = article.text.indexOf(wanted.words);
    const end = at + wanted.words.length;
    const got = read.figures.find(
      (figure) =>
        figure.value === wanted.value &&
        (wanted.value !== null || figure.quantifier === wanted.quantifier) &&
        figure.quote.start < end &&
        at < figure.quote.end,
    );
    if (got) matched.add(got);
    const wrong = got ? differencesOf(wanted, got) : ['not found'];
    if (wrong.length > 0) differences.push(`figure "${wanted.words}": ${wrong.join('; ')}`);
  }
  const surplus = read.figures.filter((figure) => !matched.has(figure));
  for (const figure of surplus) differences.push(`no figure: "${slice(figure.quote)}" = ${figure.metric}`);
  for (const [speaker, words] of article.statements) {
    const best = [...read.statements, ...read.claims]
      .map((mention) => ({ mention, share: shared(words, textOf(article.text, mention)) }))
      .toSorted((a, b) => b.share - a.share)[0];
    if (!best || best.share < 0.6) differences.push(`statement not found: ${speaker}: ${words}`);
    else if (!alike(speaker, originOf(best.mention)))
      differences.push(`statement "${words}": ${speaker}, not ${originOf(best.mention)}`);
  }
  for (const [speaker, words] of article.denials) {
    const denial = read.claims.find(
      ({ polarity, quote, proposition }) =>
        polarity === 'denied' && (slice(quote).includes(words) || proposition.includes(words)),
    );
    if (!denial) differences.push(`denial not found: ${speaker}: ${words}`);
    else if (!alike(speaker, originOf(denial)))
      differences.push(`denial "${words}": ${speaker}, not ${originOf(denial)}`);
  }
  const unwanted = read.claims.filter(
    ({ polarity, quote, proposition }) =>
      polarity === 'denied' &&
      !article.denials.some(([, words]) => slice(quote).includes(words) || proposition.includes(words)),
  );
  for (const denial of unwanted) differences.push(`no denial: "${slice(denial.quote)}"`);
  const expected = article.figures.length + article.statements.length + article.denials.length;
  const extra = surplus.length + unwanted.length;
  return { expected, found: expected - (differences.length - extra), surplus: extra, differences };
}

function differencesOf(wanted: ExpectedFigure, got: Extraction['figures'][number]): string[] {
  const wrong: string[] = [];
  if (got.metric !== wanted.metric) wrong.push(`${wanted.metric}, not ${got.metric}`);
  if (got.quantifier !== (wanted.quantifier ?? 'exact')) wrong.push(`quantifier ${got.quantifier}`);
  if (!alike(wanted.source ?? '-', originOf(got)))
    wrong.push(`source ${wanted.source ?? '-'}, not ${originOf(got)}`);
  const place = got.places[0]?.text ?? '-';
  if (wanted.place !== undefined && !alike(wanted.place ?? '-', place))
    wrong.push(`place ${wanted.place ?? '-'}, not ${place}`);
  return wrong;
}

/** The mention's pieces, cue and speaker left out where they split it. */
function textOf(text: string, mention: Mention & { readonly pieces?: readonly TextRange[] }): string {
  return (mention.pieces ?? [mention.quote]).map(({ start, end }) => text.slice(start, end)).join(' ');
}
