import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const docs = join(import.meta.dirname, '../../docs');
const page = readFileSync(join(docs, 'reliability.md'), 'utf8');
const links = [...page.matchAll(/\]\(([^)#]+)\)/g)].map((match) => match[1] ?? '');
const rows = page.split('\n').filter((line) => /^\| (?!promise|---)/.test(line));

describe('docs/reliability.md', () => {
  it('names tests that exist', () => {
    expect(links.length).toBeGreaterThan(20);
    expect(links.filter((link) => !existsSync(join(docs, link)))).toEqual([]);
  });

  it('gives every promise a test, what was seen, and a control', () => {
    expect(rows.length).toBeGreaterThan(15);
    for (const row of rows) {
      const [, test = '', seen = '', control = ''] = row
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim());
      expect(test).toMatch(/\[.+\]\(.+\)/);
      expect([seen, control]).not.toContain('');
    }
  });
});
