import { createWriteStream, existsSync } from 'node:fs';
import { truncate } from 'node:fs/promises';
import type { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { Pool, PoolClient } from 'pg';
import { CannotResume, CannotWrite, FileExists } from '../errors.js';
import { giveName, isOfFiles, partialOf } from '../files.js';
import { inSnapshot } from '../in-snapshot.js';
import { ExportLines, type Exported } from './export-lines.js';
import type { LogToExport } from './log-to-export.js';
import { findResumePoint } from './resume-point.js';

const GZIP_LEVEL = 5;

const isCompressed = (path: string): boolean => path.endsWith('.gz');

/** Exports a log to a stream, such as standard output. */
export function exportToStream(reader: Pool, log: LogToExport, output: Writable): Promise<Exported> {
  return inSnapshot(reader, async (client) => {
    const lines = new ExportLines(client, log);
    await pipeline(lines.write(), output, { end: false });
    return lines.exported;
  });
}

/**
 * Exports a log to a file, compressed where its name ends in .gz. It is written under `<path>.partial` and gets its name when
 * it is whole and on the disk; with `resume`, an interrupted one goes on behind its last whole line.
 * @throws {FileExists | CannotResume | CannotWrite}
 */
export async function exportToFile(
  reader: Pool,
  log: LogToExport,
  path: string,
  { resume }: { readonly resume: boolean },
): Promise<Exported> {
  if (existsSync(path)) throw new FileExists(path);
  const partial = partialOf(path);
  const goesOn = resume && existsSync(partial);
  if (goesOn && isCompressed(path)) {
    throw new CannotResume(
      `${partial} is compressed, and such an export cannot go on in the middle. Remove it and export anew.`,
    );
  }
  return inSnapshot(reader, async (client) => {
    const lines = goesOn ? await goOn(client, log, partial) : new ExportLines(client, log);
    await writeWhole(lines, path, goesOn);
    return lines.exported;
  });
}

async function goOn(client: PoolClient, log: LogToExport, partial: string): Promise<ExportLines> {
  const { point, hash } = await findResumePoint(partial, client, log);
  await truncate(partial, point.bytes);
  return new ExportLines(client, log, point, hash);
}

async function writeWhole(lines: ExportLines, path: string, goesOn: boolean): Promise<void> {
  const partial = partialOf(path);
  const file = createWriteStream(partial, { flags: goesOn ? 'a' : 'w', flush: true });
  try {
    if (isCompressed(path)) await pipeline(lines.write(), createGzip({ level: GZIP_LEVEL }), file);
    else await pipeline(lines.write(), file);
    await giveName(path);
  } catch (error) {
    throw isOfFiles(error)
      ? new CannotWrite(
          path,
          error,
          error.code === 'ENOENT'
            ? 'Nothing was written: make the folder first, or name another.'
            : `What was written is ${partial}: make room and run the same command with --resume.`,
        )
      : error;
  }
}
