import type { FigureReported } from '#domain';
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

/** The log without the reports that do not speak of a day; all else stays. */
export const spokenOf = (log: readonly StoredEvent[], day: string): StoredEvent[] =>
  log.filter((event) => !REPORTS.has(event.type) || speaksOf(event, day));

/** A flow speaks of the days of its period, up to its publication; all else of every day from its own on. */
function speaksOf({ data, occurredAt }: StoredEvent, day: string): boolean {
  const { measure, asOf, period } = data as Partial<FigureReported>;
  const published = occurredAt ?? '';
  if (measure !== 'flow') return (asOf ?? period?.start ?? published) <= day;
  return (period?.start ?? day) <= day && day <= (asOf ?? period?.end ?? published);
}
