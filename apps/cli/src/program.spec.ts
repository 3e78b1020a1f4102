import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import { packageRoot } from './package-root.js';
import { buildProgram } from './program.js';

describe('the command line', () => {
  const page = readFileSync(join(packageRoot(), 'docs/cli.md'), 'utf8');
  const named = (verbs: readonly Command[]): string[] => verbs.map((verb) => verb.name());

  it('has a page that tells of every verb', () => {
    const told = new Set([...page.matchAll(/`([a-z][a-z-]*)(?: [^`]*)?`/g)].map(([, verb]) => verb));
    const verbs = buildProgram().commands;
    const decide = verbs.find((verb) => verb.name() === 'decide')!.commands;
    expect(
      [...named(verbs), ...named(decide)].filter((verb) => verb !== 'decide' && !told.has(verb)),
    ).toEqual([]);
  });

  it('says of every verb what it is for', () => {
    const silent = (verbs: readonly Command[]): string[] =>
      verbs.flatMap((verb) => [
        ...(verb.description() === '' && verb.parent?.description() === '' ? [verb.name()] : []),
        ...silent(verb.commands),
      ]);
    expect(silent(buildProgram().commands)).toEqual([]);
  });
});
