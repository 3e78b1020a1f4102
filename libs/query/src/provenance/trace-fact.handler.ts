import { createHash } from 'node:crypto';
import { Inject } from '@nestjs/common';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { CodePointIndex, type ExtractionCompleted, type Report, type TextSpan } from '#domain';
import { EVENT_READER, type EventReader, type StoredEvent } from '#event-store';
import {
  articleTable,
  articleTextTable,
  claimReportTable,
  figureReportTable,
  liveTable,
  statementReportTable,
} from '#projections';
import { articleView, type ArticleRow } from '../articles/article.js';
import { eventView } from '../events/event.js';
import { ViewsReader } from '../views-reader.js';
import type { FactProvenance, LocatedSpan } from './fact-provenance.js';
import { TraceFact } from './trace-fact.query.js';

const KIND_OF_TYPE = {
  FigureReported: 'figure',
  StatementMade: 'statement',
  ClaimRecorded: 'claim',
} as const;

const REPORT_TABLES = [figureReportTable, statementReportTable, claimReportTable].map(liveTable);

/** The views say where to look; what is answered is read from the log and the stored text, and checked against each other. */
@QueryHandler(TraceFact)
export class TraceFactHandler implements IQueryHandler<TraceFact> {
  constructor(
    private readonly views: ViewsReader,
    @Inject(EVENT_READER) private readonly reader: EventReader,
  ) {}

  async execute({ workspace, factId }: TraceFact): Promise<FactProvenance | null> {
    const event = await this.findEvent(workspace, factId);
    if (!event) return null;
    const report = event.data as Report;
    const [text, extraction] = await Promise.all([
      this.readText(workspace, report),
      this.findExtraction(event, report),
    ]);
    return text && extraction ? provenanceOf(event, report, text, extraction) : null;
  }

  private async findEvent(workspace: string, factId: string): Promise<StoredEvent | null> {
    const lookups = REPORT_TABLES.map(
      (table) => `SELECT seq FROM ${table} WHERE workspace = $1 AND report_id = $2`,
    );
    const [found] = await this.views.select<{ seq: bigint }>(lookups.join(' UNION ALL '), [
      workspace,
      factId,
    ]);
    if (!found) return null;
    const [event] = await this.reader.readAll(workspace, { afterSeq: found.seq - 1n, limit: 1 });
    return event ?? null;
  }

  private async readText(workspace: string, { articleId, revision }: Report): Promise<ArticleRow | null> {
    const [row] = await this.views.select<ArticleRow>(
      `SELECT article.*, article.first_seq::text AS seq, content.text, content.text_sha256
       FROM ${liveTable(articleTable)} article
       JOIN ${liveTable(articleTextTable)} content USING (workspace, article_id)
       WHERE article.workspace = $1 AND article.article_id = $2 AND content.revision = $3`,
      [workspace, articleId, revision],
    );
    return row ?? null;
  }

  /** The reading that the report came from ends the same append, so it is the next one of its article's stream. */
  private async findExtraction(
    event: StoredEvent,
    { revision }: Report,
  ): Promise<ExtractionCompleted | null> {
    for await (const later of this.reader.readStream(event.workspace, event.stream, event.version)) {
      const reading = later.data as ExtractionCompleted;
      if (later.type === 'ExtractionCompleted' && reading.revision === revision) return reading;
    }
    return null;
  }
}

function provenanceOf(
  event: StoredEvent,
  report: Report,
  row: ArticleRow,
  { extractor, extractorVersion }: ExtractionCompleted,
): FactProvenance {
  const { text: _text, ...article } = articleView(row);
  const text = row.text ?? '';
  const index = new CodePointIndex(text);
  const textSha256 = createHash('sha256').update(text, 'utf8').digest('hex');
  return {
    id: report.reportId,
    kind: KIND_OF_TYPE[event.type as keyof typeof KIND_OF_TYPE],
    quote: locate(index, report.quote),
    sentence: locate(index, report.sentence),
    attribution: report.attribution,
    article,
    revision: report.revision,
    textSha256,
    textVerified: textSha256 === row.text_sha256,
    extractor: { name: extractor, version: extractorVersion, rule: report.rule },
    event: eventView(event),
  };
}

const locate = (index: CodePointIndex, span: TextSpan): LocatedSpan => ({
  ...span,
  utf16: { start: index.toUtf16(span.start), end: index.toUtf16(span.end) },
  verified: index.slice(span.start, span.end) === span.exact,
});
