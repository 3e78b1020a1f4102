import type { DecisionReverted, FigureReported, ReportCorrected } from '#domain';
import type { StoredEvent } from '#event-store';

const REPORTS: ReadonlySet<string> = new Set(['FigureReported', 'StatementMade', 'ClaimRecorded']);

/** The log without the texts that were published after a day, and their reports; decisions stay. */
export function printedBy(log: readonly StoredEvent[], day: string): StoredEvent[] {
  const unpublished = new Set(
    log
      .filter(({ type, occurredAt }) => type === 'ArticleIngested' && (occurredAt ?? '') > day)
      .map(({ data }) => (data as { articleId: string }).articleId),
  );
  return log.filter(({ type, occurredAt, data }) => {
    if (occurredAt !== null) return occurredAt <= day;
    const { articleId, publishedAt } = data as { articleId?: string; publishedAt?: string };
    const ofText = type === 'ArticleMetadataChanged' || type === 'ArticleWithdrawn';
    if (ofText && unpublished.has(articleId ?? '')) return false;
    return type !== 'ArticleMetadataChanged' || (publishedAt ?? '') <= day;
  });
}

/** The log without the reports that do not speak of a day, as corrected; all else stays. */
export function spokenOf(log: readonly StoredEvent[], day: string): StoredEvent[] {
  const corrections = correctionsInForce(log);
  const changed = (event: StoredEvent): StoredEvent => {
    const { reportId } = event.data as { readonly reportId: string };
    const own = corrections.filter((correction) => correction.reportId === reportId);
    const changes = own.flatMap((correction) =>
      correction.changes.map(({ field, to }) => [field, to] as const),
    );
    return { ...event, data: Object.assign({}, event.data, Object.fromEntries(changes)) };
  };
  return log.filter((event) => !REPORTS.has(event.type) || speaksOf(changed(event), day));
}

function correctionsInForce(log: readonly StoredEvent[]): ReportCorrected[] {
  const undone = new Set<string>();
  const found: ReportCorrected[] = [];
  for (const { type, eventId, data } of [...log].reverse()) {
    if (undone.has(eventId)) continue;
    if (type === 'DecisionReverted') undone.add((data as DecisionReverted).decisionId);
    if (type === 'ReportCorrected') found.unshift(data as ReportCorrected);
  }
  return found;
}

/** What happened between two days speaks of those between them; all else of every day from the one that it was counted or said on. */
function speaksOf({ data, occurredAt }: StoredEvent, day: string): boolean {
  const { measure, asOf, period } = data as Partial<FigureReported>;
  const isFlow = measure === 'flow';
  const { start = null, end = null, text = '' } = period ?? {};
  const isOpen = /^(?:ever )?since|^from (?!.*\b(?:to|until|till)\b)/i.test(text);
  if (isFlow && start !== null && end !== null && !isOpen) return start <= day && day <= end;
  const named = isFlow ? [asOf, end] : [asOf, start, end];
  return [...named, occurredAt].filter(isTold)[0]! <= day;
}

const isTold = (day: unknown): day is string => typeof day === 'string';
