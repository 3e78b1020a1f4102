import type { FigureReported } from '#domain';
import type { StoredEvent } from '#event-store';
import type { ClaimReport } from '../membership/claim-reports.js';
import { correctedFields, readUntil, supersededIn, type LogUntil } from '../membership/corrections.js';
import type { PlaceFinder } from './place-finder.js';
import { readArticles, type ArticleReading } from './read-articles.js';

/** Of what a figure's claim hangs on; nothing else that is corrected moves a report. */
export const FIGURE_SUBJECT: ReadonlySet<string> = new Set([
  'metric',
  'measure',
  'unit',
  'population',
  'cause',
  'places',
  'period',
  'asOf',
]);

/**
 * The article as it was read, with the one figure as its corrections left it, both as the log stood at an event; null where the figure
 * did not stand any more.
 */
export async function correctedReading(
  log: LogUntil,
  places: PlaceFinder,
  { reportId, articleId }: Pick<ClaimReport, 'reportId' | 'articleId'>,
): Promise<ArticleReading | null> {
  const events = await readUntil(log, `article-${articleId}`);
  const superseded = supersededIn(events);
  const ofReport = events.find(
    (event) => isFigure(event) && (event.data as FigureReported).reportId === reportId,
  );
  if (!ofReport || superseded.has(reportId)) return null;
  const { revision } = ofReport.data as FigureReported;
  const standing = events
    .filter(({ data }) => (data as { revision?: number }).revision === revision)
    .filter((event) => !isFigure(event) || !superseded.has((event.data as FigureReported).reportId));
  const fields = await correctedFields(log, reportId);
  const read = standing.filter(({ type }) => type !== 'ExtractionCompleted');
  const ended = standing.findLast(({ type }) => type === 'ExtractionCompleted');
  if (!ended) return null;
  const corrected = read.map((event) =>
    event === ofReport ? { ...event, data: { ...(event.data as FigureReported), ...fields } } : event,
  );
  return (await readArticles([...corrected, ended], places))[0] ?? null;
}

const isFigure = ({ type }: StoredEvent): boolean => type === 'FigureReported';
