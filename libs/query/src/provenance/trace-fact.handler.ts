import { createHash } from 'node:crypto';
import { Inject } from '@nestjs/common';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import {
  CodePointIndex,
  type ArticleText,
  type ExtractionCompleted,
  type Report,
  type TextSpan,
} from '#domain';
import { EVENT_READER, type EventReader, type StoredEvent } from '#event-store';
import { articleTextTable, liveTable } from '#projections';
import { articleView, type ArticleRow } from '../articles/article.js';
import { fromArticles } from '../articles/from-articles.js';
import { recordedAlone } from '../as-of/as-of.js';
import { Conditions } from '../conditions.js';
import { eventView } from '../events/event.js';
import { REPORT_TABLES } from '../reports/report-tables.js';
import { ViewsReader } from '../views-reader.js';
import { factDecisions } from './fact-decisions.js';
import type { FactProvenance, LocatedSpan } from './fact-provenance.js';
import { TraceFact } from './trace-fact.query.js';

const KIND_OF_TYPE = {
  FigureReported: 'figure',
  StatementMade: 'statement',
  ClaimRecorded: 'claim',
} as const;

/** Where the views have a report. */
interface ShownReport {
  readonly seq: bigint;
  readonly superseded: string | null;
  readonly withdrawn: string | null;
}

/** What the log itself says of the reading that a fact came from. */
interface RecordedReading {
  readonly article: ArticleText;
  readonly reading: ExtractionCompleted;
}

/** The views say where to look. What is answered is read from the log, and the views' text is checked against it. */
@QueryHandler(TraceFact)
export class TraceFactHandler implements IQueryHandler<TraceFact> {
  constructor(
    private readonly views: ViewsReader,
    @Inject(EVENT_READER) private readonly reader: EventReader,
  ) {}

  /** @throws {InvalidFields} another clock than the record's is asked for */
  async execute({ workspace, factId, asOf }: TraceFact): Promise<FactProvenance | null> {
    const because = 'it is told when a fact was asserted and what it speaks of';
    const recordedSeq = await recordedAlone(this.reader, workspace, asOf, because);
    const standing = standingBy(await this.findReport(workspace, factId), recordedSeq);
    const event = standing && (await this.readEvent(workspace, standing.seq));
    if (!event) return null;
    const report = event.data as Report;
    const [shown, recorded, decisions] = await Promise.all([
      this.readShownArticle(workspace, report, recordedSeq),
      this.readRecorded(event, report),
      factDecisions(this.views, workspace, factId, recordedSeq),
    ]);
    if (!shown || !recorded) return null;
    const { superseded: supersededSeq, withdrawn: withdrawnSeq } = standing;
    const retracting = decisions.find(({ type, undone }) => type === 'ReportRetracted' && !undone);
    const retractedSeq = retracting?.seq ?? null;
    return {
      ...originOf(event, shown, recorded),
      ...{ supersededSeq, withdrawnSeq, retractedSeq, decisions },
    };
  }

  private async findReport(workspace: string, factId: string): Promise<ShownReport | null> {
    const lookups = REPORT_TABLES.map(
      (table) =>
        `SELECT seq, superseded_seq::text AS superseded, withdrawn_seq::text AS withdrawn FROM ${table}
         WHERE workspace = $1 AND report_id = $2`,
    );
    const [found] = await this.views.select<ShownReport>(lookups.join(' UNION ALL '), [workspace, factId]);
    return found ?? null;
  }

  private async readEvent(workspace: string, seq: bigint): Promise<StoredEvent | null> {
    const [event] = await this.reader.readAll(workspace, { afterSeq: seq - 1n, limit: 1 });
    return event ?? null;
  }

  private async readShownArticle(
    workspace: string,
    { articleId, revision }: Report,
    recordedSeq: number | null,
  ): Promise<ArticleRow | null> {
    const conditions = new Conditions()
      .add('article.workspace = ?', workspace)
      .add('article.article_id = ?', articleId)
      .add('content.revision = ?', revision);
    const [row] = await this.views.select<ArticleRow>(
      `SELECT article.*, article.first_seq::text AS seq, content.text, content.text_sha256
       ${fromArticles(conditions, { recordedSeq })}
       JOIN ${liveTable(articleTextTable)} content
         ON content.workspace = article.workspace AND content.article_id = article.article_id
       ${conditions.toString()}`,
      conditions.values,
    );
    return row ?? null;
  }

  /** A text may be read several times: the reading that a report came from is the one whose end follows it in the article's stream. */
  private async readRecorded(event: StoredEvent, { revision }: Report): Promise<RecordedReading | null> {
    let article: ArticleText | null = null;
    for await (const { type, data, seq } of this.reader.readStream(event.workspace, event.stream)) {
      if ((data as { revision?: number }).revision !== revision) continue;
      if (type === 'ArticleIngested' || type === 'ArticleRevised') article = data as ArticleText;
      if (type === 'ExtractionCompleted' && article && seq > event.seq)
        return { article, reading: data as ExtractionCompleted };
    }
    return null;
  }
}

/** Null where it was not there yet; what took it out later is not told. */
function standingBy(report: ShownReport | null, recordedSeq: number | null): ShownReport | null {
  if (!report || recordedSeq === null) return report;
  const by = (seq: string | null): string | null => (Number(seq) <= recordedSeq ? seq : null);
  if (Number(report.seq) > recordedSeq) return null;
  return { ...report, superseded: by(report.superseded), withdrawn: by(report.withdrawn) };
}

type Fate = 'supersededSeq' | 'withdrawnSeq' | 'retractedSeq' | 'decisions';

function originOf(
  event: StoredEvent,
  shown: ArticleRow,
  { article: recorded, reading }: RecordedReading,
): Omit<FactProvenance, Fate> {
  const report = event.data as Report;
  const { text: shownText, ...article } = articleView(shown);
  const index = new CodePointIndex(recorded.text);
  const textSha256 = createHash('sha256').update(recorded.text, 'utf8').digest('hex');
  return {
    id: report.reportId,
    kind: KIND_OF_TYPE[event.type as keyof typeof KIND_OF_TYPE],
    quote: locate(index, report.quote),
    sentence: locate(index, report.sentence),
    attribution: report.attribution,
    article,
    revision: report.revision,
    textSha256,
    textVerified: textSha256 === recorded.textSha256 && shownText === recorded.text,
    extractor: { name: reading.extractor, version: reading.extractorVersion, rule: report.rule },
    cues: (report.cues ?? []).map(({ kind, span }) => ({ kind, span: locate(index, span) })),
    event: eventView(event),
  };
}

const locate = (index: CodePointIndex, span: TextSpan): LocatedSpan => ({
  ...span,
  utf16: { start: index.toUtf16(span.start), end: index.toUtf16(span.end) },
  verified: index.slice(span.start, span.end) === span.exact,
});
