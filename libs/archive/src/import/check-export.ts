import { ExportDamaged } from '../errors.js';
import type { ExportEnd, ExportStart } from '../export/export-format.js';
import type { OnProgress } from '../progress.js';
import { checkEvent, type ArrivingEvent } from './parse-event.js';
import { readExport, type ExportRecord } from './read-export.js';

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
  const check = new ExportCheck(path);
  for await (const records of readExport(path)) {
    for (const record of records) check.take(record);
    onProgress?.({ what: 'events checked', done: check.events, total: 0 });
  }
  return check.checked();
}

class ExportCheck {
  private start: ExportStart | undefined;
  private end: ExportEnd | undefined;
  private seq = 0;
  private recordedAt = '';
  /** About 100 bytes a stream: the one thing that grows with the log. */
  private readonly versions = new Map<string, number>();

  constructor(private readonly path: string) {}

  get events(): number {
    return this.seq;
  }

  take(record: ExportRecord): void {
    try {
      if (record.kind === 'start') this.start = checkStart(record.start);
      if (record.kind === 'event') this.takeEvent(record.event);
      if (record.kind === 'end') this.end = this.checkEnd(record.end);
    } catch (error) {
      const problem = (error as Error).message.replace(/\.( Nothing was written.*)?$/, '');
      throw new ExportDamaged(this.path, record.line, problem, { cause: error });
    }
  }

  checked(): CheckedExport {
    if (!this.start || !this.end) throw new ExportDamaged(this.path, null, 'it has no records');
    return { start: this.start, end: this.end };
  }

  private takeEvent(event: ArrivingEvent): void {
    if (event.workspace !== this.start?.workspace)
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

  private checkEnd(end: ExportEnd): ExportEnd {
    if (Number(end.lastSeq) !== this.seq) {
      throw new Error(`the export holds ${this.seq} events where its last record says ${end.lastSeq}`);
    }
    return end;
  }
}

function checkStart(start: ExportStart): ExportStart {
  if (start.firstSeq === '1') return start;
  throw new Error(`the export begins at event ${start.firstSeq}; a log is imported from its first event on`);
}
