import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { goldIsThere, goldTexts } from '../eval/gold-sets.js';

/** So many words in a row are a borrowed sentence and no longer chance. */
const RUN = 8;
const ROOT = join(import.meta.dirname, '../..');
const OWN = /\.spec\.ts$|\/testing\/.*\.ts$|^test\/.*\.(?:ts|json)$|^docs\/.*\.md$/;

function runsOf(text: string): string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.slice(RUN - 1).map((_, at) => words.slice(at, at + RUN).join(' '));
}

const filesIn = (folder: string): string[] =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file));

/** Runs of words in tests and pages, each with the file it stands in. */
function ownRuns(): Map<string, string> {
  const own = new Map<string, string>();
  for (const file of ['apps', 'libs', 'test', 'docs'].flatMap(filesIn).filter((path) => OWN.test(path)))
    for (const run of runsOf(readFileSync(join(ROOT, file), 'utf8'))) own.set(run, file);
  for (const file of filesIn('seeds'))
    if (file.endsWith('.txt'))
      for (const run of runsOf(readFileSync(join(ROOT, file), 'utf8'))) own.delete(run);
  return own;
}

(goldIsThere ? describe : describe.skip)('the words of tests and pages', () => {
  it('are no sentences of the gold texts, the seeds aside', () => {
    const own = ownRuns();
    const borrowed = new Set<string>();
    for (const text of goldTexts())
      for (const run of runsOf(text)) if (own.has(run)) borrowed.add(`${own.get(run) ?? ''}: ${run}`);
    expect(own.size).toBeGreaterThan(1000);
    expect([...borrowed]).toEqual([]);
  });
});
