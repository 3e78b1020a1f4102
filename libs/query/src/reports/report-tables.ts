import { claimReportTable, figureReportTable, liveTable, statementReportTable } from '#projections';

/** The live tables of figures, statements and claims. */
export const REPORT_TABLES = [figureReportTable, statementReportTable, claimReportTable].map(liveTable);
