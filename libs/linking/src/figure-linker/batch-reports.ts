import type { ClaimReport } from '../membership/claim-reports.js';

interface Met {
  readonly at: number;
  report: ClaimReport;
}

/** The reports that a batch linked or moved, in the order it met them, as they are now. */
export class BatchReports {
  private readonly byId = new Map<string, Met>();
  private readonly byAnchor = new Map<string, Met[]>();

  set(report: ClaimReport): void {
    const known = this.byId.get(report.reportId);
    if (known) {
      known.report = report;
      return;
    }
    const met = { at: this.byId.size, report };
    this.byId.set(report.reportId, met);
    const ofAnchor = this.byAnchor.get(report.anchorId);
    if (ofAnchor) ofAnchor.push(met);
    else this.byAnchor.set(report.anchorId, [met]);
  }

  get(reportId: string): ClaimReport | undefined {
    return this.byId.get(reportId)?.report;
  }

  all(): ClaimReport[] {
    return [...this.byId.values()].map(({ report }) => report);
  }

  ofAnchors(anchorIds: Iterable<string>): ClaimReport[] {
    const met = [...anchorIds].flatMap((anchorId) => this.byAnchor.get(anchorId) ?? []);
    return met.sort((a, b) => a.at - b.at).map(({ report }) => report);
  }
}
