import type { TextRange } from '#domain';
import type { ClaimMention, Extraction, FigureMention, Mention } from '../../extraction.js';
import { isAlike, sharedWords } from '../alike-words.js';
import type { ExpectedFigure, InventedArticle } from './invented-article.js';

/** What was read of an invented article, against what was expected: counts, and a line for each difference. */
export interface Outcome {
  readonly expected: number;
  readonly found: number;
  /** Figures that nobody expected. */
  readonly surplus: number;
  readonly differences: readonly string[];
}

/** From this share of common words on, two statements are the same. */
const SAME = 0.6;

const originOf = ({ attribution }: Mention): string => attribution.at(-1)?.name ?? '-';

/** Compares the whole of what an article was expected to give. */
export function scoreArticle(article: InventedArticle, read: Extraction): Outcome {
  const { text, figures, statements, denials } = article;
  const matches = figures.map((wanted) => ({ wanted, got: figureFor(text, wanted, read) }));
  const missed = [
    ...matches.flatMap(({ wanted, got }) => missedFigure(wanted, got)),
    ...statements.flatMap(([speaker, words]) => missedStatement(text, speaker, words, read)),
    ...denials.flatMap(([speaker, words]) => missedDenial(text, speaker, words, read)),
  ];
  const surplus = [
    ...read.figures
      .filter((figure) => !matches.some(({ got }) => got === figure))
      .map((figure) => `no figure: "${sliceOf(text, figure.quote)}" = ${figure.metric}`),
    ...read.claims
      .filter(
        (claim) => claim.polarity === 'denied' && !denials.some(([, words]) => holds(text, claim, words)),
      )
      .map(({ quote }) => `no denial: "${sliceOf(text, quote)}"`),
  ];
  const expected = figures.length + statements.length + denials.length;
  return {
    expected,
    found: expected - missed.length,
    surplus: surplus.length,
    differences: [...missed, ...surplus],
  };
}

const sliceOf = (text: string, { start, end }: TextRange): string => text.slice(start, end);

function figureFor(text: string, wanted: ExpectedFigure, read: Extraction): FigureMention | undefined {
  const at = text.indexOf(wanted.words);
  const end = at + wanted.words.length;
  return read.figures.find(
    ({ value, quantifier, quote }) =>
      value === wanted.value &&
      (value !== null || quantifier === wanted.quantifier) &&
      quote.start < end &&
      at < quote.end,
  );
}

function missedFigure(wanted: ExpectedFigure, got: FigureMention | undefined): string[] {
  const wrong = got ? differencesOf(wanted, got) : ['not found'];
  return wrong.length > 0 ? [`figure "${wanted.words}": ${wrong.join('; ')}`] : [];
}

function missedStatement(text: string, speaker: string, words: string, read: Extraction): string[] {
  const best = [...read.statements, ...read.claims]
    .map((mention) => ({ mention, share: sharedWords(words, textOf(text, mention)) }))
    .toSorted((a, b) => b.share - a.share)[0];
  if (!best || best.share < SAME) return [`statement not found: ${speaker}: ${words}`];
  return missedSpeaker(speaker, words, best.mention);
}

function missedDenial(text: string, speaker: string, words: string, read: Extraction): string[] {
  const denial = read.claims.find((claim) => claim.polarity === 'denied' && holds(text, claim, words));
  return denial ? missedSpeaker(speaker, words, denial) : [`denial not found: ${speaker}: ${words}`];
}

function missedSpeaker(speaker: string, words: string, got: Mention): string[] {
  return isAlike(speaker, originOf(got)) ? [] : [`"${words}": ${speaker}, not ${originOf(got)}`];
}

function holds(text: string, { quote, proposition }: ClaimMention, words: string): boolean {
  return sliceOf(text, quote).includes(words) || proposition.includes(words);
}

function differencesOf(wanted: ExpectedFigure, got: FigureMention): string[] {
  const place = got.places[0]?.text ?? '-';
  const pairs: [string, string, string][] = [
    ['metric', wanted.metric, got.metric],
    ['quantifier', wanted.quantifier ?? 'exact', got.quantifier],
    ['source', wanted.source ?? '-', originOf(got)],
    ['place', wanted.place === undefined ? place : (wanted.place ?? '-'), place],
  ];
  return pairs
    .filter(([, a, b]) => a !== b && !isAlike(a, b))
    .map(([name, a, b]) => `${name} ${a}, not ${b}`);
}

/** The mention's pieces, cue and speaker left out where they split it. */
function textOf(text: string, mention: Mention & { readonly pieces?: readonly TextRange[] }): string {
  return (mention.pieces ?? [mention.quote]).map(({ start, end }) => text.slice(start, end)).join(' ');
}
