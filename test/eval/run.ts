// npm run eval [-- seeds|figures|statements|links ... | unseen [ARTICLE ...]] [--worst N] [--json]
import 'reflect-metadata';
import { parseArgs } from 'node:util';
import Table from 'cli-table3';
import { EXTRACTOR, EXTRACTOR_VERSION } from '#extraction';
import { goldIsThere, scoreSet, type GoldSet, type SetScores } from './gold-sets.js';
import type { UnseenScores } from './unseen-figures.js';
import { MEASURES, type Measure } from './measures.js';

/** An example shows a rule at work; more than a line of it is the publisher's text. */
const LONGEST_EXAMPLE = 160;
const ALL_ERRORS = 1_000_000;
/** Of one article: so that the list shows several. */
const EXAMPLES_EACH = 3;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    worst: { type: 'string', default: '12' },
    json: { type: 'boolean' },
  },
});

if (positionals[0] === 'unseen') {
  const { batchOf, scoreUnseen, unseenArticles } = await import('./unseen-figures.js');
  const names = new Set(positionals.slice(1));
  const articles = unseenArticles().filter(({ name }) => names.size === 0 || names.has(name));
  const unseen = Object.fromEntries(
    Array.from(new Set(articles.map(batchOf)), (batch) => [
      batch,
      scoreUnseen(
        articles.filter((article) => batchOf(article) === batch),
        (line) => process.stderr.write(`${line}\n`),
      ),
    ]),
  );
  if (!values.json) process.stdout.write(`${unseenTable(unseen)}\n`);
  process.stdout.write(`${JSON.stringify({ eval: EXTRACTOR, version: EXTRACTOR_VERSION, unseen })}\n`);
  process.exit(0);
}

if (!goldIsThere) {
  process.stderr.write('The gold data is not here: it belongs into ../shared/gold, beside this folder.\n');
  process.exit(1);
}

if (positionals.includes('links')) {
  const { evaluateLinks } = await import('./links.js');
  const result = await evaluateLinks((line) => process.stderr.write(`${line}\n`));
  process.stdout.write(`${JSON.stringify(result)}\n`);
  process.exit(0);
}

const known: readonly GoldSet[] = ['seeds', 'figures', 'statements'];
const unknown = positionals.find((name) => !known.some((set) => set === name));
if (unknown) {
  process.stderr.write(`There is no set "${unknown}". There are: ${known.join(', ')}.\n`);
  process.exit(2);
}
const chosen = known.filter((set) => positionals.length === 0 || positionals.includes(set));

const rows: object[] = [];
const table = new Table({
  head: ['set', 'measure', 'P', 'R', 'F1', 'floor', 'simple rules', 'people'],
  style: { head: [], border: [] },
});
for (const set of chosen) {
  const started = performance.now();
  const result = scoreSet(set, { errors: values.json ? 0 : ALL_ERRORS });
  process.stderr.write(
    `${set}: ${result.articles} articles in ${((performance.now() - started) / 1_000).toFixed(1)} s\n`,
  );
  for (const measure of MEASURES.filter((one) => one.set === set)) addRow(measure, result);
  if (!values.json) printWorst(set, result);
}
if (!values.json) process.stdout.write(`${table.toString()}\n`);
process.stdout.write(`${JSON.stringify({ eval: EXTRACTOR, version: EXTRACTOR_VERSION, rows })}\n`);

function addRow(measure: Measure, { scores }: SetScores): void {
  const score = scores[measure.key];
  if (!score) throw new Error(`The scorer of ${measure.set} gave no "${measure.key}".`);
  const { value, precision, recall } = score;
  table.push([
    measure.set,
    measure.label,
    ...[precision, recall, value, measure.floor, measure.naive, measure.people].map(shown),
  ]);
  const { set, key, floor } = measure;
  rows.push({ set, measure: key, value, precision, recall, floor, met: value >= floor });
}

function shown(value: number | null | undefined): string {
  return value === null || value === undefined ? '' : (value * 100).toFixed(1);
}

/** A row a measure, a column a batch. */
function unseenTable(batches: Readonly<Record<string, UnseenScores>>): string {
  const scores = Object.values(batches);
  const shares = new Table({
    head: ['figures, in percent', ...Object.keys(batches)],
    style: { head: [], border: [] },
  });
  for (const measure of Object.keys(scores[0] ?? {}) as (keyof UnseenScores)[])
    shares.push([
      measure,
      ...scores.map((batch) => `${shown(batch[measure].right / batch[measure].of)} of ${batch[measure].of}`),
    ]);
  return shares.toString();
}

/** The articles with most errors first: there a rule is missing, elsewhere a word. */
function printWorst(set: GoldSet, { errors }: SetScores): void {
  const byArticle = new Map<string, string[]>();
  for (const line of errors) {
    const article = line.split('\t')[1] ?? '';
    byArticle.set(article, [...(byArticle.get(article) ?? []), line]);
  }
  const worst = [...byArticle.values()]
    .toSorted((a, b) => b.length - a.length)
    .flatMap((lines) => lines.slice(0, EXAMPLES_EACH));
  if (worst.length === 0) return;
  process.stdout.write(`\n${set}: the worst examples\n`);
  for (const line of worst.slice(0, Number(values.worst))) {
    process.stdout.write(`  ${line.trim().replaceAll('\t', '  ').slice(0, LONGEST_EXAMPLE)}\n`);
  }
}
