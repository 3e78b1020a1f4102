import { ExportDamaged } from '../errors.js';
import type { ExportEnd, ExportStart } from '../export/export-format.js';
import type { OnProgress } from '../progress.js';
import { checkEvent, type ArrivingEvent } from './parse-event.js';
import { readExport } from './read-export.js';

/** What a whole and sound export says of itself. */
export interface CheckedExport {
  readonly start: ExportStart;
  readonly end: ExportEnd;
}

/**
 * Reads an export from its first line to its last and checks all that an append would, before anything is written.
 * @throws {ExportDamaged} with the line
 */
export async function checkExport(path: string, onProgress?: OnProgress): Promise<CheckedExport> {
  const check = new ExportCheck();
  let start: ExportStart | undefined;
  for await (const record of readExport(path)) {
    try {
      if (record.kind === 'start') start = check.begin(record.start);
      if (record.kind === 'event') check.take(record.event);
      if (record.kind === 'end' && start) return { start, end: check.finish(record.end) };
    } catch (error) {
      throw new ExportDamaged(
        path,
        record.line,
        (error as Error).message.replace(/\.( Nothing was written.*)?$/, ''),
        {
          cause: error,
        },
      );
    }
    if (record.kind === 'event' && record.line % REPORT_EVERY === 0) {
      onProgress?.({ what: 'checked', done: record.line, total: 0 });
    }
  }
  throw new ExportDamaged(path, null, 'it has no records');
}

const REPORT_EVERY = 1_000;

class ExportCheck {
  private workspace = '';
  private seq = 0;
  private recordedAt = '';
  /** About 100 bytes a stream: the one thing that grows with the log. */
  private readonly versions = new Map<string, number>();

  begin(start: ExportStart): ExportStart {
    if (start.firstSeq !== '1') {
      throw new Error(
        `the export begins at event ${start.firstSeq}; a log is imported from its first event on`,
      );
    }
    this.workspace = start.workspace;
    return start;
  }

  take(event: ArrivingEvent): void {
    if (event.workspace !== this.workspace)
      throw new Error(`it is an event of workspace "${event.workspace}"`);
    if (event.seq !== ++this.seq) throw new Error(`it is event ${event.seq} where ${this.seq} should come`);
    const version = (this.versions.get(event.stream) ?? 0) + 1;
    if (event.version !== version) {
      throw new Error(
        `it is version ${event.version} of stream "${event.stream}" where ${version} should come`,
      );
    }
    this.versions.set(event.stream, version);
    if (event.recordedAt < this.recordedAt)
      throw new Error('it was recorded before the event in front of it');
    this.recordedAt = event.recordedAt;
    checkEvent(event);
  }

  finish(end: ExportEnd): ExportEnd {
    if (Number(end.lastSeq) !== this.seq) {
      throw new Error(`the export holds ${this.seq} events where its last record says ${end.lastSeq}`);
    }
    return end;
  }
}
