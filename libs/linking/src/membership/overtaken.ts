import { isErased, type ReportLinked } from '#domain';
import type { EventReader, StoredEvent } from '#event-store';
import { isOwn, type Decided, type DecisionProcess } from '../runner/decision-process.js';
import { livingClaims, reportsById, type MemoryOf } from './claim-reports.js';

/** A link that the process made behind a person's, not knowing of it: where it put the report, and where it belongs. */
export interface Overtaken {
  readonly reportId: string;
  readonly from: string;
  readonly to: string;
}

/** The links of one process: those in the log, and those of a batch that are on their way there. A claim is read once a batch. */
export class OwnLinks {
  private readonly ofClaims = new Map<string, Promise<ReadonlyMap<string, bigint>>>();

  constructor(
    private readonly process: DecisionProcess,
    private readonly reader: EventReader,
    private readonly waiting: readonly Decided[],
  ) {}

  /** Whether the process links the report to the claim behind `seq`. */
  async isBehind(workspace: string, claimId: string, reportId: string, seq: bigint): Promise<boolean> {
    const isWaiting = this.waiting.some(({ events }) =>
      events.some(({ event }) => event.type === 'ReportLinked' && event.data.reportId === reportId),
    );
    if (isWaiting) return true;
    const known = this.ofClaims.get(claimId) ?? this.read(workspace, claimId);
    this.ofClaims.set(claimId, known);
    return ((await known).get(reportId) ?? 0n) > seq;
  }

  /** The reports that the process linked to the claim, each with where in the log it did last. */
  private async read(workspace: string, claimId: string): Promise<ReadonlyMap<string, bigint>> {
    const links = new Map<string, bigint>();
    for await (const event of this.reader.readStream(workspace, `claim-${claimId}`))
      if (event.type === 'ReportLinked' && isOwn(this.process, event) && !isErased(event.data))
        links.set((event.data as ReportLinked).reportId, event.seq);
    return links;
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
