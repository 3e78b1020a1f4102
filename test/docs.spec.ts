import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { getMetadataStorage } from 'class-validator';
import { PROBLEM_STATUSES } from '../apps/api/src/problems/problem-statuses.js';
import { EVENT_TYPES } from '#domain';

const root = join(import.meta.dirname, '..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');

const sources = ['apps', 'libs']
  .flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file)),
  )
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts'))
  .map(read)
  .join('\n');

describe('docs/errors.md', () => {
  const thrown = [...sources.matchAll(/\bcode = '([A-Z_]+\.[A-Z_]+)'/g)].map((match) => match[1] ?? '');
  const codes = [...new Set([...thrown, ...Object.keys(PROBLEM_STATUSES)])].sort();
  const rows = [...read('docs/errors.md').matchAll(/^\| `([A-Z_]+\.[A-Z_]+)` \| (\d{3}|-) \|/gm)];

  it('lists exactly the codes there are', () => {
    expect(rows.map((row) => row[1]).sort()).toEqual(codes);
  });

  it('gives each its HTTP status', () => {
    for (const [, code = '', status] of rows) {
      expect([code, status]).toEqual([code, PROBLEM_STATUSES[code]?.status.toString() ?? '-']);
    }
  });
});

describe('docs/events.md', () => {
  const sections = read('docs/events.md').split(/^### /m).slice(1);
  const documented = new Map(sections.map((section) => [section.split('\n')[0]?.trim() ?? '', section]));

  it('has a section for exactly the events there are', () => {
    expect([...documented.keys()].sort()).toEqual(Object.keys(EVENT_TYPES).sort());
  });

  it.each(Object.entries(EVENT_TYPES))(
    'lists exactly the fields of %s',
    (type, { dataClass, schemaVersion }) => {
      const checks = getMetadataStorage().getTargetValidationMetadatas(dataClass, '', true, false);
      const fields = [...new Set(checks.map(({ propertyName }) => propertyName))].sort();
      const section = documented.get(type) ?? '';
      const listed = [...section.matchAll(/^\| `(\w+)` \|/gm)].map((match) => match[1]).sort();
      expect(listed).toEqual(fields);
      expect(section).toContain(`Schema version ${schemaVersion}.`);
    },
  );
});
