import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { claimDecisionTable, ledgerOf, liveTable, type ClaimFamily } from '#projections';
import { liveDecisions, membershipOf } from '#tracking';
import { notUndone } from '../as-of/told-then.js';
import { loadClaimFamilies } from '../claim-ledgers/fold-claims.js';
import { ViewsReader } from '../views-reader.js';

/** A report of a claim, whichever of the claims merged into it has the link. */
export interface LinkOfClaim {
  readonly claimId: string;
  readonly reportId: string;
}

/**
 * In which claim does the link of each report stand, where that was merged into the one named? Answers in the order asked; null where the
 * claim named has the link itself, or none that was merged into it has.
 */
export class LocateLinks extends Query<readonly (string | null)[]> {
  constructor(
    readonly workspace: string,
    readonly links: readonly LinkOfClaim[],
  ) {
    super();
  }
}

@QueryHandler(LocateLinks)
export class LocateLinksHandler implements IQueryHandler<LocateLinks> {
  constructor(private readonly views: ViewsReader) {}

  async execute({ workspace, links }: LocateLinks): Promise<readonly (string | null)[]> {
    const lastLinked = await this.lastLinked(
      workspace,
      links.map(({ reportId }) => reportId),
    );
    const found = links.map(({ claimId, reportId }) => {
      const linkedTo = lastLinked.get(reportId) ?? claimId;
      return linkedTo === claimId ? null : linkedTo;
    });
    const elsewhere = [...new Set(found.filter((claimId) => claimId !== null))];
    const livingOf = livingIn(await loadClaimFamilies(this.views, workspace, elsewhere));
    return found.map((linkedTo, at) => (livingOf(linkedTo) === links[at]?.claimId ? linkedTo : null));
  }

  /** By report: the claim of the last link that nobody undid. */
  private async lastLinked(workspace: string, reportIds: readonly string[]): Promise<Map<string, string>> {
    const rows = await this.views.select<LinkOfClaim & Record<string, unknown>>(
      `SELECT DISTINCT ON (made.report_id) made.report_id AS "reportId", made.claim_id AS "claimId"
       FROM ${liveTable(claimDecisionTable)} made
       WHERE made.workspace = $1 AND made.report_id = ANY($2::uuid[]) AND made.type = 'ReportLinked'
         AND ${notUndone('made', null)}
       ORDER BY made.report_id, made.seq DESC`,
      [workspace, reportIds],
    );
    return new Map(rows.map(({ reportId, claimId }) => [reportId, claimId]));
  }
}

function livingIn(families: readonly ClaimFamily[]): (claimId: string | null) => string | null {
  const living = new Map(
    families.flatMap((family) => {
      const membership = membershipOf(liveDecisions(ledgerOf(family.claimIds[0] ?? '', family).decisions));
      return family.claimIds.map((claimId) => [claimId, membership.living(claimId)] as const);
    }),
  );
  return (claimId) => (claimId === null ? null : (living.get(claimId) ?? null));
}
