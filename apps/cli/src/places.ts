import { createReadStream } from 'node:fs';
import type { Writable } from 'node:stream';
import { readLines } from '#article-formats';
import { Gazetteer, importPlaces, type Place } from '#gazetteer';
import { ViewsReader } from '#query';
import { countInWords } from './count-in-words.js';
import { UnreadableFile } from './article-files.js';
import { withLog } from './open-log.js';

const PROGRESS_EVERY = 100_000;

/** `claimtrail places import`: takes in a file in the format of GeoNames, all of it or nothing. */
export async function importPlacesFrom(file: string, output: Writable): Promise<void> {
  await withLog(async ({ database }) => {
    const imported = await importPlaces(database.writer, linesOf(file), showProgress);
    output.write(
      `${countInWords(imported.places, 'place')} with ${countInWords(imported.names, 'name')}, from ${countInWords(imported.lines, 'line')}\n`,
    );
  });
}

async function* linesOf(file: string): AsyncGenerator<string> {
  try {
    yield* readLines(createReadStream(file));
  } catch (error) {
    throw new UnreadableFile(`${file} cannot be read: ${(error as Error).message}`);
  }
}

/** `claimtrail places show`: the place that words stand for, as figures are linked to it. */
export async function showPlace(words: string, output: Writable): Promise<void> {
  await withLog(async ({ database }) => {
    const [place] = await new Gazetteer(new ViewsReader(database.reader)).link([words]);
    output.write(place ? `${describePlace(place)}\n` : `No name in "${words}" is known.\n`);
    if (!place) process.exitCode = 1;
  });
}

function describePlace({ id, name, kind, containedIn }: Place): string {
  const around = containedIn.map((other) => other.name).join(', ');
  return `${name} (${kind})${around ? `, in ${around}` : ''}  ${id}`;
}

function showProgress(lines: number): void {
  if (lines % PROGRESS_EVERY === 0) process.stderr.write(`${lines} lines read\n`);
}
