import { Query } from '@nestjs/cqrs';
import type { SpeechAct, StatementForm } from '#domain';
import type { Page } from '../page.js';
import type { ReportFilter } from '../reports/report-filter.js';
import type { StatementView } from './statement.js';

export interface StatementFilter extends ReportFilter {
  readonly form?: StatementForm;
  readonly act?: SpeechAct;
}

/** Who said what? Statements in log order. */
export class FindStatements extends Query<Page<StatementView>> {
  constructor(readonly filter: StatementFilter) {
    super();
  }
}
