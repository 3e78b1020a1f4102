import type { ReportLinked } from '#domain';
import type { EventReader, StoredEvent } from '#event-store';
import { isOwn, type Decided, type DecisionProcess } from '../runner/decision-process.js';
import { livingClaims, reportsById, type MemoryOf } from './claim-reports.js';

/** A link that the process made behind a person's, not knowing of it: where it put the report, and where it belongs. */
export interface Overtaken {
  readonly reportId: string;
  readonly from: string;
  readonly to: string;
}

/** The links of one process: those in the log, and those of the batch that are on their way there. */
export class OwnLinks {
  constructor(
    private readonly process: DecisionProcess,
    private readonly reader: EventReader,
    private readonly waiting: readonly Decided[],
  ) {}

  /** Whether the process links the report to the claim behind `seq`. */
  async isBehind(workspace: string, claimId: string, reportId: string, seq: bigint): Promise<boolean> {
    const isLink = ({ type, data }: Pick<StoredEvent, 'type' | 'data'>): boolean =>
      type === 'ReportLinked' && (data as ReportLinked).reportId === reportId;
    if (this.waiting.some(({ events }) => events.some(({ event }) => isLink(event)))) return true;
    for await (const event of this.reader.readStream(workspace, `claim-${claimId}`)) {
      if (isLink(event) && isOwn(this.process, event) && event.seq > seq) return true;
    }
    return false;
  }
}

/** What a person linked while the process was about to link it elsewhere. */
export async function overtaken(
  memory: MemoryOf,
  { type, data, seq }: StoredEvent,
  links: OwnLinks,
): Promise<Overtaken | null> {
  if (type !== 'ReportLinked') return null;
  const { reportId, claimId } = data as ReportLinked;
  const report = (await reportsById(memory, [reportId])).get(reportId);
  if (!report) return null;
  const from = (await livingClaims(memory, [report.claimId])).get(report.claimId) ?? report.claimId;
  if (from === claimId || !(await links.isBehind(memory.workspace, report.claimId, reportId, seq)))
    return null;
  return { reportId, from, to: claimId };
}
