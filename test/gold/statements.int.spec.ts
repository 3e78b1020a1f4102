import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { extractArticle, toScorerRecord } from '#extraction';

/** The gold data lies beside the repository and never in it: its texts belong to their publishers. */
const ROOT = join(import.meta.dirname, '../..');
const GOLD = join(ROOT, '../shared/gold');
const present = existsSync(join(GOLD, 'score-statements.mjs'));
/** Every eighth article keeps the run short; the whole set differs by about a point. */
const STEP = 8;

/** F1 floors, some points below what was measured, so that only a real loss fails. */
const FLOORS = { direct: 0.92, directSpeaker: 0.86, all: 0.61, tokens: 0.81 };

function predict(id: string, text: string): string {
  return JSON.stringify(toScorerRecord(id, extractArticle({ text })));
}

function score(scorer: string, ...args: string[]): string {
  const run = spawnSync(process.execPath, [join(GOLD, scorer), ...args], {
    encoding: 'utf8',
    timeout: 120_000,
  });
  if (run.status !== 0) throw new Error(run.stderr);
  return run.stdout;
}

if (!present) console.log('The gold data is not here (../shared/gold): the floors are not checked.');

(present ? describe : describe.skip)('floors on gold data', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'claimtrail-gold-'));
  });
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  it('seeds: at least 40 of the 43 core items with the right speaker', () => {
    const files = ['000_7dfe8e46eda3692b.txt', '003_bd2955b50dc75ab2.txt'];
    const lines = files.map((file) => predict(file, readFileSync(join(ROOT, 'seeds', file), 'utf8')));
    writeFileSync(join(folder, 'seeds.jsonl'), lines.join('\n'));
    const found = /seeds core: (\d+)\/43/.exec(score('score-seeds.mjs', join(folder, 'seeds.jsonl')))?.[1];
    expect(Number(found)).toBeGreaterThanOrEqual(40);
  });

  it('PolNeAR: direct quotes, their speakers, all attributions', () => {
    const all = readFileSync(join(GOLD, 'statements-train.jsonl'), 'utf8').split('\n').filter(Boolean);
    const gold = all.filter((_, index) => index % STEP === 0);
    const predictions = gold.map((line) => {
      const { id, text } = JSON.parse(line) as { id: string; text: string };
      return predict(id, text);
    });
    writeFileSync(join(folder, 'gold.jsonl'), gold.join('\n'));
    writeFileSync(join(folder, 'pred.jsonl'), predictions.join('\n'));
    const report = score(
      'score-statements.mjs',
      join(folder, 'gold.jsonl'),
      join(folder, 'pred.jsonl'),
      '--json',
    );
    const figures = JSON.parse(report) as Record<keyof typeof FLOORS, { f: number }>;
    for (const [key, floor] of Object.entries(FLOORS)) {
      expect([key, figures[key as keyof typeof FLOORS].f >= floor]).toEqual([key, true]);
    }
  }, 180_000);
});
