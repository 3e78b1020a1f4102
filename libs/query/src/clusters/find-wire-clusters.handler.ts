import { Inject } from '@nestjs/common';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { EVENT_READER, type EventReader } from '#event-store';
import { articleTable, liveTable, wirePrintingTable } from '#projections';
import { groupBy, type AsOf } from '#tracking';
import { articleThen, endOf } from '../as-of/as-of-conditions.js';
import { refuseValidOn, resolveAsOf } from '../as-of/as-of.js';
import { instantOf } from '../as-of/told-then.js';
import { Conditions } from '../conditions.js';
import { pageOf, pageSize, seqAfter, type Page } from '../page.js';
import type { ArticleReference } from '../reports/report.js';
import { ViewsReader } from '../views-reader.js';
import type { Printing, WireCluster } from './wire-cluster.js';
import { FindWireClusters, type WireClusterFilter } from './wire-clusters.queries.js';

const PRINTINGS = liveTable(wirePrintingTable);
const MOST_PRINTINGS = 200;
const MEMBER = { workspace: 'member.workspace', articleId: 'member.article_id' };

interface AnchorRow {
  readonly cluster_id: string;
  readonly seq: string;
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
  readonly article_count: number;
}

/** Decisions are taken by the recorded clock alone; by the asserted one articles that had not been published yet are left out. */
@QueryHandler(FindWireClusters)
export class FindWireClustersHandler implements IQueryHandler<FindWireClusters> {
  constructor(
    private readonly views: ViewsReader,
    @Inject(EVENT_READER) private readonly reader: EventReader,
  ) {}

  /** @throws {InvalidFields} a story is printed: it is not valid on days */
  async execute({ filter }: FindWireClusters): Promise<Page<WireCluster>> {
    const { workspace } = filter;
    refuseValidOn(filter.asOf, 'a story is printed, and is not valid on days');
    const asOf = await resolveAsOf(this.reader, workspace, filter.asOf);
    const size = pageSize(filter);
    const page = pageOf(await this.anchors(filter, asOf, size + 1), size);
    const ids = page.items.map(({ cluster_id }) => cluster_id);
    const printings = await this.printingsOf(workspace, ids, asOf);
    return {
      ...page,
      items: page.items.map((anchor) => clusterOf(anchor, printings.get(anchor.cluster_id) ?? [])),
    };
  }

  /** Clusters by the decisions on their originals, each with a printing that was there at the clocks. */
  private anchors(filter: WireClusterFilter, asOf: AsOf, limit: number): Promise<AnchorRow[]> {
    const { workspace, articleId } = filter;
    const conditions = new Conditions()
      .add('original.workspace = ?', workspace)
      .add(`original.role = 'original'`)
      .add('original.seq > ?', seqAfter(filter));
    addStanding(conditions, 'original', asOf);
    const members = new Conditions(conditions.values).add('member.workspace = original.workspace');
    if (articleId !== undefined) members.add('member.article_id = ?', articleId);
    const from = fromMembers(members, asOf);
    conditions.add(`original.cluster_id IN (SELECT member.cluster_id ${from} ${members.toString()})`);
    return this.views.select<AnchorRow & Record<string, unknown>>(
      `SELECT original.cluster_id, original.seq::text AS seq FROM ${PRINTINGS} original
       ${conditions.toString()} ORDER BY original.seq LIMIT ${limit}`,
      conditions.values,
    );
  }

  private async printingsOf(
    workspace: string,
    ids: readonly string[],
    asOf: AsOf,
  ): Promise<Map<string, PrintingRow[]>> {
    const conditions = new Conditions()
      .add('member.workspace = ?', workspace)
      .add('member.cluster_id = ANY(?::uuid[])', ids);
    const from = fromMembers(conditions, asOf);
    const rows = await this.views.select<PrintingRow & Record<string, unknown>>(
      `SELECT * FROM (
         SELECT member.*, article.title, article.outlet, article.url, article.published_at,
           (count(*) OVER cluster)::int AS article_count, row_number() OVER (cluster ORDER BY member.role DESC, member.seq) AS rank
         ${from} ${conditions.toString()} WINDOW cluster AS (PARTITION BY member.cluster_id)
       ) AS ranked WHERE rank <= ${MOST_PRINTINGS} ORDER BY cluster_id, rank`,
      conditions.values,
    );
    return groupBy(rows, (row) => row.cluster_id);
  }
}

/** Printings as `member`, each with its article as it was known; adds the conditions that tell whether they were there. */
function fromMembers(conditions: Conditions, asOf: AsOf): string {
  const { recordedSeq, assertedBy } = asOf;
  addStanding(conditions, 'member', asOf);
  if (assertedBy)
    conditions.add(
      `coalesce(${instantOf('article.published_at')}, article.first_recorded_at) <= ?::timestamptz`,
      endOf(assertedBy),
    );
  const article =
    typeof recordedSeq === 'number'
      ? `LEFT JOIN ${articleThen(conditions, MEMBER, { recordedSeq })} article ON true`
      : `LEFT JOIN ${liveTable(articleTable)} article ON article.workspace = member.workspace AND article.article_id = member.article_id`;
  return `FROM ${PRINTINGS} member ${article}`;
}

/** Adds that a printing stood where the log ended then, or stands now. */
function addStanding(conditions: Conditions, name: string, { recordedSeq }: AsOf): void {
  if (typeof recordedSeq !== 'number') conditions.add(`${name}.until_seq IS NULL`);
  else
    conditions
      .add(`${name}.seq <= ?`, recordedSeq)
      .add(`(${name}.until_seq IS NULL OR ${name}.until_seq > ?)`, recordedSeq);
}

function clusterOf({ cluster_id, seq }: AnchorRow, printings: readonly PrintingRow[]): WireCluster {
  const original = printings.find(({ role }) => role === 'original');
  return {
    id: cluster_id,
    seq,
    articleCount: printings[0]?.article_count ?? 0,
    original: original ? articleOf(original) : null,
    printings: printings.map(printingOf),
  };
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
