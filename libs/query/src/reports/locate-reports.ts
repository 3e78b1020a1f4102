import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ViewsReader } from '../views-reader.js';
import { REPORT_TABLES } from './report-tables.js';

/** In which articles do these reports stand? Those that no view has are left out. */
export class LocateReports extends Query<ReadonlyMap<string, string>> {
  constructor(
    readonly workspace: string,
    readonly reportIds: readonly string[],
  ) {
    super();
  }
}

interface Located {
  readonly reportId: string;
  readonly articleId: string;
}

@QueryHandler(LocateReports)
export class LocateReportsHandler implements IQueryHandler<LocateReports> {
  constructor(private readonly views: ViewsReader) {}

  async execute({ workspace, reportIds }: LocateReports): Promise<ReadonlyMap<string, string>> {
    const lookups = REPORT_TABLES.map(
      (table) =>
        `SELECT report_id AS "reportId", article_id AS "articleId" FROM ${table}
         WHERE workspace = $1 AND report_id = ANY ($2::uuid[])`,
    );
    const rows = await this.views.select<Located>(lookups.join(' UNION ALL '), [workspace, reportIds]);
    return new Map(rows.map(({ reportId, articleId }) => [reportId, articleId]));
  }
}
