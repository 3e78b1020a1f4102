import { ArticleErased, isErased, upcasterChains, type ReportCorrected } from '#domain';
import type { EventReader, StoredEvent } from '#event-store';
import { articleStream } from '../article/article-stream.js';
import { ReportNotFound } from '../errors.js';
import { isReport, type ReadReport } from '../reextract-article/compare-reports.js';
import { dataOf, loadHistory, reportStream, type History } from './history.js';

/** What the write side knows of a report: its event, and what people decided of it since. */
export interface ReportState {
  readonly reportId: string;
  readonly articleId: string;
  /** Where the article's stream stands: an erasure meanwhile must not be missed. */
  readonly articleVersion: number;
  readonly report: ReadReport;
  /** What a denial may answer: the statements and claims of the article, itself among them. */
  readonly said: ReadonlySet<string>;
  /** The fields as they are now: the report's own with the standing corrections applied. */
  readonly fields: Readonly<Record<string, unknown>>;
  readonly history: History;
}

/** @throws {ReportNotFound | ArticleErased} */
export async function loadReport(
  reader: EventReader,
  workspace: string,
  { reportId, articleId }: { readonly reportId: string; readonly articleId: string },
): Promise<ReportState> {
  let report: ReadReport | null = null;
  const said = new Set<string>();
  let erasure: StoredEvent | null = null;
  let articleVersion = 0;
  for await (const stored of reader.readStream(workspace, articleStream(articleId))) {
    articleVersion = stored.version;
    if (stored.type === 'ErasureRecorded') erasure = stored;
    const read = isErased(stored.data) ? null : reportIn(stored);
    if (read?.data.reportId === reportId) report = read;
    if (read && read.type !== 'FigureReported') said.add(read.data.reportId);
  }
  if (!report && erasure) throw new ArticleErased(articleId, erasure.seq);
  if (!report) throw new ReportNotFound(reportId, articleId);
  const history = await loadHistory(reader, workspace, reportStream(reportId));
  const fields = currentFields(report, history);
  return { reportId, articleId, articleVersion, report, said, fields, history };
}

function reportIn(stored: StoredEvent): ReadReport | null {
  const { type, schemaVersion, data } = upcasterChains.lift(stored);
  const event = { type, schemaVersion, data } as ReadReport;
  return isReport(event) ? event : null;
}

/** Applies the standing corrections in the order they were made: the last word on a field is the latest. */
function currentFields(report: ReadReport, { standing }: History): Readonly<Record<string, unknown>> {
  const fields: Record<string, unknown> = { ...report.data };
  for (const event of standing) {
    if (event.type !== 'ReportCorrected') continue;
    for (const { field, to } of dataOf<ReportCorrected>(event).changes) fields[field] = to;
  }
  return fields;
}
