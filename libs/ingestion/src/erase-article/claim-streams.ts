import {
  isErased,
  type AnomalySettled,
  type ClaimSplit,
  type DecisionReverted,
  type ReportLinked,
} from '#domain';
import type { EventReader, StoredEvent } from '#event-store';
import { isByProcess } from '#tracking';

/** What people decide on claims about some report of them, in words of their own. */
const NAMING_REPORTS = [
  'ReportLinked',
  'ReportUnlinked',
  'ReportLinkDeclined',
  'AnomalySettled',
  'ClaimSplit',
  'HeadlineFigureRecommended',
] as const;

/**
 * In which streams of claims people decided about which report. Found by one reading of the log, as no index has it, and of what came since
 * whenever it is asked again; those of processes hold fixed words and stay.
 */
export class ClaimStreams {
  private readonly index = new Map<string, Set<string>>();
  private readTo = 0n;

  constructor(
    private readonly reader: EventReader,
    private readonly workspace: string,
  ) {}

  async naming(reportIds: readonly string[]): Promise<readonly string[]> {
    await this.readOn();
    return [...new Set(reportIds.flatMap((id) => [...(this.index.get(id) ?? [])]))];
  }

  private async readOn(): Promise<void> {
    const range = { types: NAMING_REPORTS, afterSeq: this.readTo };
    for await (const { events, to } of this.reader.readLog(this.workspace, range)) {
      for (const event of events.filter(isByPerson))
        for (const id of reportsNamed(event))
          this.index.set(id, (this.index.get(id) ?? new Set()).add(event.stream));
      this.readTo = to;
    }
  }
}

/** Of the events of one claim: what people decided about the reports, and what undid it. */
export function aboutReports(
  stream: readonly StoredEvent[],
  reportIds: ReadonlySet<string>,
): readonly StoredEvent[] {
  const about = stream.filter(
    (event) => isByPerson(event) && reportsNamed(event).some((id) => reportIds.has(id)),
  );
  const ids = new Set(about.map(({ eventId }) => eventId));
  const undoing = stream.filter(
    ({ type, data }) =>
      type === 'DecisionReverted' && !isErased(data) && ids.has((data as DecisionReverted).decisionId),
  );
  return [...about, ...undoing].sort((a, b) => a.version - b.version);
}

const isByPerson = ({ actor, data }: StoredEvent): boolean => !isByProcess(actor) && !isErased(data);

function reportsNamed({ type, data }: StoredEvent): readonly string[] {
  if (!(NAMING_REPORTS as readonly string[]).includes(type)) return [];
  if (type === 'ClaimSplit') return (data as ClaimSplit).reportIds;
  const { reportId, againstReportId } = data as Pick<ReportLinked, 'reportId'> & Partial<AnomalySettled>;
  return againstReportId === undefined ? [reportId] : [reportId, againstReportId];
}
