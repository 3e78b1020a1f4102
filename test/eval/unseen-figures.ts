import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Quantifier } from '#domain';
import { extractArticle, type FigureMention } from '#extraction';
import { isAlike } from '../../libs/extraction/src/testing/alike-words.js';

const FOLDER = join(import.meta.dirname, 'unseen-figures');
const ENDING = '.txt';
const ASPECTS = ['metric', 'quantifier', 'place', 'source', 'period'] as const;
const QUANTIFIERS: Readonly<Record<string, Quantifier>> = {
  '=': 'exact',
  '~': 'approximately',
  '>=': 'at_least',
  '>': 'more_than',
  '<=': 'at_most',
  '<': 'less_than',
  '^': 'up_to',
  '..': 'between',
};

type Aspect = (typeof ASPECTS)[number];

/** A figure as it was noted; `null` where the text gives none, left out where nobody noted it. */
export interface NotedFigure extends Partial<Record<Aspect, string | null>> {
  readonly start: number;
  readonly end: number;
  readonly value: number | null;
  readonly max?: number;
  /** A number that may be read or not. */
  readonly mayBeRead: boolean;
}

export interface UnseenArticle {
  readonly name: string;
  readonly publishedAt: string;
  readonly text: string;
  readonly noted: readonly NotedFigure[];
}

export interface Share {
  readonly right: number;
  readonly of: number;
}

/** `recall`: noted figures that were found; `precision`: given figures that were noted; the others of what was found. */
export type UnseenScores = Readonly<Record<'recall' | 'precision' | Aspect, Share>>;

export const unseenArticles = (): UnseenArticle[] =>
  readdirSync(FOLDER)
    .filter((file) => file.endsWith(ENDING))
    .toSorted()
    .map((file) => parse(file.slice(0, -ENDING.length), readFileSync(join(FOLDER, file), 'utf8')));

function parse(name: string, raw: string): UnseenArticle {
  const [first = '', ...lines] = raw.split('\n');
  const body = lines.join('\n').trim();
  const noted: NotedFigure[] = [];
  let [text, after] = ['', 0];
  for (const { 0: whole, 1: marked = '', index } of body.matchAll(/\{\{([^}]*)\}\}/g)) {
    const [words = '', ...notes] = marked.split('|');
    text += body.slice(after, index);
    noted.push(notedOf(notes, text.length, text.length + words.length));
    text += words;
    after = index + whole.length;
  }
  return { name, publishedAt: first.slice(1).trim(), text: text + body.slice(after), noted };
}

function notedOf(notes: readonly string[], start: number, end: number): NotedFigure {
  const [number = '-', quantifier = '=', metric, place, source, period] = notes;
  const [value, max] = number === '-' ? [null] : number.split('-').map(Number);
  return {
    ...{ start, end, value: value ?? null, mayBeRead: metric === 'skip' },
    ...(typeof max === 'number' && { max }),
    ...{ metric: metric ?? null, quantifier: QUANTIFIERS[quantifier] ?? quantifier },
    ...noteOf('place', place),
    ...noteOf('source', source),
    ...noteOf('period', period),
  };
}

const noteOf = (aspect: Aspect, note = '?') => (note === '?' ? {} : { [aspect]: note === '-' ? null : note });

/** When they were read first: once the rules were written but for a last mending, then pair by pair; the rules were mended by each afterwards. */
const READ_LATER: Readonly<Record<string, readonly string[]>> = {
  leftForFirstSight:
    'bridge-wire clashes-broadcaster drought-ngo fire-bulletin flood-local mine-tabloid'.split(' '),
  first: ['quake-flash', 'sitrep-violence'],
  second: ['cholera-bulletin', 'warcrimes-report'],
  third: ['landslide-local', 'hunger-analysis'],
  fourth: ['refugees-agency', 'clashes-wire'],
};

/** All others are those that the rules were learned from. */
export const batchOf = ({ name }: UnseenArticle): string =>
  Object.keys(READ_LATER).find((batch) => READ_LATER[batch]?.includes(name)) ?? 'learnedFrom';

/** What the rules read in an article, as it would be ingested. */
export const readFigures = ({ text, publishedAt }: UnseenArticle): readonly FigureMention[] =>
  extractArticle({ text, title: text.split('\n')[0]!, publishedAt }).figures;

/** Reads the articles and compares: one line to `tell` for each difference. */
export function scoreUnseen(
  articles: readonly UnseenArticle[] = unseenArticles(),
  tell: (line: string) => void = () => undefined,
  read: typeof readFigures = readFigures,
): UnseenScores {
  const sums = Object.fromEntries(
    ['recall', 'precision', ...ASPECTS].map((name) => [name, { right: 0, of: 0 }]),
  ) as Record<keyof UnseenScores, { right: number; of: number }>;
  const count = (name: keyof UnseenScores, isRight: boolean): void => {
    sums[name].of += 1;
    if (isRight) sums[name].right += 1;
  };
  for (const article of articles) scoreArticle(article, read(article), count, tell);
  return sums;
}

function scoreArticle(
  { name, text, noted }: UnseenArticle,
  figures: readonly FigureMention[],
  count: (name: keyof UnseenScores, isRight: boolean) => void,
  tell: (line: string) => void,
): void {
  const left = new Set(figures);
  for (const one of noted) {
    const read = [...left].filter(({ quote }) => quote.start < one.end && one.start < quote.end);
    const found = one.mayBeRead ? undefined : read.find((figure) => isSameNumber(one, figure));
    for (const figure of one.mayBeRead ? read : found ? [found] : []) left.delete(figure);
    if (one.mayBeRead) continue;
    count('recall', found !== undefined);
    if (!found) tell(`${name}: not found: ${text.slice(one.start, one.end)}`);
    else
      compare(one, found, (aspect, isRight, got) => {
        count(aspect, isRight);
        if (!isRight)
          tell(`${name}: ${text.slice(one.start, one.end)}: ${aspect} noted ${one[aspect]}, read ${got}`);
      });
    if (found) count('precision', true);
  }
  for (const { quote, metric } of left) {
    count('precision', false);
    tell(`${name}: no figure: ${text.slice(quote.start, quote.end)} (${metric})`);
  }
}

const isSameNumber = ({ value, max, quantifier }: NotedFigure, read: FigureMention): boolean =>
  value === null
    ? read.value === null && read.quantifier === quantifier
    : read.value === value && (max === undefined || read.max === max);

function compare(
  noted: NotedFigure,
  read: FigureMention,
  tell: (aspect: Aspect, isRight: boolean, got: string | null) => void,
): void {
  const got: Record<Aspect, string | null> = {
    metric: read.metric,
    quantifier: read.quantifier,
    place: read.places[0]?.text ?? null,
    source: read.attribution.at(-1)?.name ?? null,
    period: read.period?.text ?? null,
  };
  for (const aspect of ASPECTS) {
    const wanted = noted[aspect];
    if (wanted === undefined) continue;
    const isRight =
      wanted === got[aspect] || (wanted !== null && got[aspect] !== null && isAlike(wanted, got[aspect]));
    tell(aspect, isRight, got[aspect]);
  }
}
