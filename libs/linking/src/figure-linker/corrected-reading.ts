import {
  isErased,
  upcasterChains,
  type DecisionReverted,
  type FigureReported,
  type ReportCorrected,
  type ReportSuperseded,
} from '#domain';
import type { EventReader, StoredEvent } from '#event-store';
import { undoneIn } from '#tracking';
import type { ClaimReport } from '../membership/claim-reports.js';
import type { PlaceFinder } from './place-finder.js';
import { readArticles, type ArticleReading } from './read-articles.js';

/** Of what a figure's claim hangs on; nothing else that is corrected moves a report. */
const SUBJECT: ReadonlySet<string> = new Set([
  'metric',
  'measure',
  'unit',
  'population',
  'cause',
  'places',
  'period',
  'asOf',
]);

/** The report that a decision corrects in what its claim hangs on, or may correct no longer; null for all others. */
export function correctedReport({ type, data }: StoredEvent): string | null {
  if (type === 'ReportCorrected') {
    const { reportId, changes } = data as ReportCorrected;
    return changes.some(({ field }) => SUBJECT.has(field)) ? reportId : null;
  }
  return (data as DecisionReverted).decisionType === 'ReportCorrected'
    ? (data as DecisionReverted).reportId
    : null;
}

/** The article as it was read, with the one figure as its corrections leave it; null where the figure does not stand any more. */
export async function correctedReading(
  { workspace, reader, places }: { workspace: string; reader: EventReader; places: PlaceFinder },
  { reportId, articleId }: Pick<ClaimReport, 'reportId' | 'articleId'>,
): Promise<ArticleReading | null> {
  const events = await readWhole(reader, workspace, `article-${articleId}`);
  const superseded = new Set(
    events.flatMap(({ type, data }) =>
      type === 'ReportSuperseded' ? [(data as ReportSuperseded).reportId] : [],
    ),
  );
  const ofReport = events.find(
    (event) => isFigure(event) && (event.data as FigureReported).reportId === reportId,
  );
  if (!ofReport || superseded.has(reportId)) return null;
  const { revision } = ofReport.data as FigureReported;
  const standing = events
    .filter(({ data }) => (data as { revision?: number }).revision === revision)
    .filter((event) => !isFigure(event) || !superseded.has((event.data as FigureReported).reportId));
  const corrections = standingCorrections(await readWhole(reader, workspace, `report-${reportId}`));
  const changes = corrections.flatMap((correction) => correction.changes);
  const fields = Object.fromEntries(changes.map(({ field, to }) => [field, to]));
  const read = standing.filter(({ type }) => type !== 'ExtractionCompleted');
  const ended = standing.findLast(({ type }) => type === 'ExtractionCompleted');
  if (!ended) return null;
  const corrected = read.map((event) =>
    event === ofReport ? { ...event, data: { ...(event.data as FigureReported), ...fields } } : event,
  );
  return (await readArticles([...corrected, ended], places))[0] ?? null;
}

const isFigure = ({ type }: StoredEvent): boolean => type === 'FigureReported';

function standingCorrections(events: readonly StoredEvent[]): ReportCorrected[] {
  const undone = undoneIn(events);
  return events
    .filter(({ type, eventId }) => type === 'ReportCorrected' && !undone.has(eventId))
    .map(({ data }) => data as ReportCorrected);
}

async function readWhole(reader: EventReader, workspace: string, stream: string): Promise<StoredEvent[]> {
  const events: StoredEvent[] = [];
  for await (const event of reader.readStream(workspace, stream))
    if (!isErased(event.data)) events.push(upcasterChains.lift(event));
  return events;
}
