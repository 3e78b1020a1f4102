import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Anomaly } from '#domain';
import { foldClaims } from '../claim-ledgers/fold-claims.js';
import { ViewsReader } from '../views-reader.js';

/** An anomaly of a claim, by what people name it by. */
export interface AnomalyOfClaim {
  readonly claimId: string;
  readonly reportId: string;
  readonly anomaly: Anomaly;
  readonly againstReportId: string;
}

/** Which reports does each of these anomalies add up as parts? Answers in the order asked; none where no view has the anomaly. */
export class LocateParts extends Query<readonly (readonly string[])[]> {
  constructor(
    readonly workspace: string,
    readonly anomalies: readonly AnomalyOfClaim[],
  ) {
    super();
  }
}

@QueryHandler(LocateParts)
export class LocatePartsHandler implements IQueryHandler<LocateParts> {
  constructor(private readonly views: ViewsReader) {}

  async execute({ workspace, anomalies }: LocateParts): Promise<readonly (readonly string[])[]> {
    const claimIds = [...new Set(anomalies.map(({ claimId }) => claimId))];
    const claims = await foldClaims(this.views, workspace, claimIds, {});
    return anomalies.map(({ claimId, ...sought }) => {
      const found = claims
        .get(claimId)
        ?.timeline.state.anomalies.find(
          ({ reportId, anomaly, againstReportId }) =>
            reportId === sought.reportId &&
            anomaly === sought.anomaly &&
            againstReportId === sought.againstReportId,
        );
      return found?.partReportIds ?? [];
    });
  }
}
