import { Inject } from '@nestjs/common';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { EVENT_READER, type EventReader } from '#event-store';
import { articleTable, liveTable, wirePrintingTable } from '#projections';
import { resolveAsOf } from '../as-of/as-of.js';
import { pageOf, pageSize, seqAfter, type Page } from '../page.js';
import type { ArticleReference } from '../reports/report.js';
import { ViewsReader } from '../views-reader.js';
import type { Printing, WireCluster } from './wire-cluster.js';
import { FindWireClusters } from './wire-clusters.queries.js';

const PRINTINGS = liveTable(wirePrintingTable);
const MOST_PRINTINGS = 200;
/** A printing as it stood when the log ended with event $2, or stands now. */
const standing = (name: string): string =>
  `(CASE WHEN $2::bigint IS NULL THEN ${name}.until_seq IS NULL
    ELSE ${name}.seq <= $2 AND (${name}.until_seq IS NULL OR ${name}.until_seq > $2) END)`;

interface OriginalRow {
  readonly cluster_id: string;
  readonly seq: string;
  readonly article_count: number;
}

interface PrintingRow {
  readonly cluster_id: string;
  readonly article_id: string;
  readonly role: Printing['role'];
  readonly similarity: number;
  readonly method: string;
  readonly seq: bigint;
  readonly title: string | null;
  readonly outlet: string | null;
  readonly url: string | null;
  readonly published_at: string | null;
}

@QueryHandler(FindWireClusters)
export class FindWireClustersHandler implements IQueryHandler<FindWireClusters> {
  constructor(
    private readonly views: ViewsReader,
    @Inject(EVENT_READER) private readonly reader: EventReader,
  ) {}

  async execute({ filter }: FindWireClusters): Promise<Page<WireCluster>> {
    const { workspace, articleId = null } = filter;
    const { recordedSeq = null } = await resolveAsOf(this.reader, workspace, filter.asOf);
    const size = pageSize(filter);
    const originals = await this.views.select<OriginalRow & Record<string, unknown>>(
      `SELECT original.cluster_id, original.seq::text AS seq,
         (SELECT count(*)::int FROM ${PRINTINGS} member WHERE member.workspace = $1
           AND member.cluster_id = original.cluster_id AND ${standing('member')}) AS article_count
       FROM ${PRINTINGS} original
       WHERE original.workspace = $1 AND original.role = 'original' AND ${standing('original')} AND original.seq > $3
         AND ($4::uuid IS NULL OR original.cluster_id IN (SELECT cluster_id FROM ${PRINTINGS} member
           WHERE member.workspace = $1 AND member.article_id = $4 AND ${standing('member')}))
       ORDER BY original.seq LIMIT ${size + 1}`,
      [workspace, recordedSeq, seqAfter(filter), articleId],
    );
    const page = pageOf(originals, size);
    const ids = page.items.map(({ cluster_id }) => cluster_id);
    const printings = await this.printingsOf(workspace, recordedSeq, ids);
    return {
      ...page,
      items: page.items.flatMap((row) => clusterOf(row, printings.get(row.cluster_id) ?? [])),
    };
  }

  private async printingsOf(
    workspace: string,
    recordedSeq: number | null,
    ids: readonly string[],
  ): Promise<Map<string, PrintingRow[]>> {
    const rows = await this.views.select<PrintingRow & Record<string, unknown>>(
      `SELECT member.*, article.title, article.outlet, article.url, article.published_at
       FROM ${PRINTINGS} member
       LEFT JOIN ${liveTable(articleTable)} article USING (workspace, article_id)
       WHERE member.workspace = $1 AND member.cluster_id = ANY($3::uuid[]) AND ${standing('member')}
       ORDER BY member.role DESC, member.seq`,
      [workspace, recordedSeq, ids],
    );
    const byCluster = new Map<string, PrintingRow[]>();
    for (const row of rows) byCluster.set(row.cluster_id, [...(byCluster.get(row.cluster_id) ?? []), row]);
    return byCluster;
  }
}

function clusterOf(row: OriginalRow, printings: readonly PrintingRow[]): WireCluster[] {
  const [original] = printings;
  if (!original) return [];
  return [
    {
      id: row.cluster_id,
      seq: row.seq,
      articleCount: row.article_count,
      original: articleOf(original),
      printings: printings.slice(0, MOST_PRINTINGS).map(printingOf),
    },
  ];
}

const printingOf = (row: PrintingRow): Printing => ({
  article: articleOf(row),
  role: row.role,
  similarity: row.similarity,
  method: row.method,
  seq: String(row.seq),
});

const articleOf = (row: PrintingRow): ArticleReference => ({
  id: row.article_id,
  title: row.title,
  outlet: row.outlet,
  url: row.url,
  publishedAt: row.published_at,
});
