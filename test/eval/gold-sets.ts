import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { extractArticle, toScorerRecord, type ReadableArticle } from '#extraction';
import type { Measure } from './measures.js';

/** The gold data lies beside the repository and never in it: its texts belong to their publishers. */
const ROOT = join(import.meta.dirname, '../..');
const GOLD = join(ROOT, '../shared/gold');
export const goldIsThere = existsSync(join(GOLD, 'score-statements.mjs'));

/** Where the gold must be checked, its absence fails and is not passed over. */
if (!goldIsThere && process.env['CLAIMTRAIL_GOLD'] === 'require')
  throw new Error(
    `CLAIMTRAIL_GOLD=require: there is no gold data in ${GOLD}. Put it there, or leave the variable out.`,
  );

export type GoldSet = Measure['set'];

export interface Score {
  /** F1, or share right, with precision and recall where the measure has them. */
  readonly value: number;
  readonly precision?: number;
  readonly recall?: number;
}

export interface SetScores {
  readonly scores: Readonly<Record<string, Score>>;
  /** What the scorer calls the errors of each article, at most so many each. */
  readonly errors: readonly string[];
  readonly articles: number;
}

interface GoldArticle extends ReadableArticle {
  readonly id: string;
}

const SETS: Record<GoldSet, { readonly file: string | null; readonly scorer: string }> = {
  seeds: { file: null, scorer: 'score-seeds.mjs' },
  figures: { file: 'figures-dev.jsonl', scorer: 'score-figures.mjs' },
  statements: { file: 'statements-train.jsonl', scorer: 'score-statements.mjs' },
};

/** Reads every `step`-th article of a set as it is read in production, and lets the set's own scorer judge it. */
export function scoreSet(set: GoldSet, { step = 1, errors = 0 } = {}): SetScores {
  const { file, scorer } = SETS[set];
  const lines = file === null ? seedLines() : goldLines(file).filter((_, index) => index % step === 0);
  const folder = mkdtempSync(join(tmpdir(), 'claimtrail-eval-'));
  try {
    const [gold, predicted] = [join(folder, 'gold.jsonl'), join(folder, 'predicted.jsonl')];
    writeFileSync(gold, lines.join('\n'));
    writeFileSync(predicted, lines.map(predict).join('\n'));
    const args = file === null ? [predicted] : [gold, predicted];
    const scores =
      file === null ? seedScores(score(scorer, args)) : scoresOf(score(scorer, [...args, '--json']));
    const listed = errors === 0 ? [] : errorsOf(score(scorer, [...args, '--errors', String(errors)]));
    return { scores, errors: listed, articles: lines.length };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const goldLines = (file: string): string[] =>
  readFileSync(join(GOLD, file), 'utf8').split('\n').filter(Boolean);

/** The texts of all gold articles, the seeds aside. */
export const goldTexts = (): string[] =>
  Object.values(SETS)
    .flatMap(({ file }) => (file === null ? [] : goldLines(file)))
    .map((line) => (JSON.parse(line) as GoldArticle).text);

interface SeedManifest {
  readonly articles: readonly { readonly file: string; readonly publishedAt?: string }[];
}

function seedLines(): string[] {
  const folder = join(ROOT, 'seeds');
  const { articles } = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as SeedManifest;
  return articles.map(({ file, publishedAt }) =>
    JSON.stringify({ id: file, publishedAt, text: readFileSync(join(folder, file), 'utf8') }),
  );
}

function predict(line: string): string {
  const { id, text, title, publishedAt } = JSON.parse(line) as GoldArticle;
  return JSON.stringify(toScorerRecord(id, extractArticle({ text, title, publishedAt })));
}

function score(scorer: string, args: readonly string[]): string {
  const run = spawnSync(process.execPath, [join(GOLD, scorer), ...args], {
    encoding: 'utf8',
    timeout: 120_000,
    maxBuffer: 1 << 28,
  });
  if (run.status !== 0) throw new Error(`${scorer} failed: ${run.stderr}`);
  return run.stdout;
}

function seedScores(report: string): Record<string, Score> {
  const [, right, all] = /seeds core: (\d+)\/(\d+)/.exec(report) ?? [];
  return { core: { value: Number(right) / Number(all) } };
}

type Prf = { readonly p: number; readonly r: number; readonly f: number };

function scoresOf(report: string): Record<string, Score> {
  const { accuracy = {}, ...measured } = JSON.parse(report) as Record<string, Prf> & {
    accuracy?: Record<string, number>;
  };
  return Object.fromEntries([
    ...Object.entries(measured).map(([key, { p, r, f }]) => [key, { value: f, precision: p, recall: r }]),
    ...Object.entries(accuracy).map(([key, value]) => [key, { value }]),
  ]) as Record<string, Score>;
}

/** The scorers list errors as lines of fields between tabs, or indented. */
const errorsOf = (report: string): string[] => report.split('\n').filter((line) => /\t|^ {2}\S/.test(line));
