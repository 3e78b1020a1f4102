import { locate, toDecision } from './to-decision.js';
import type { GivenDecision } from './parse-decision.js';

it('settles parts that exceed their total with all parts that are added up', async () => {
  const settle = {
    ...{
      type: 'settle_anomaly',
      claimId: 'claim',
      reportId: 'total',
      againstReportId: 'men',
      reason: 'seen',
    },
    anomaly: 'parts_exceed_total',
  } as GivenDecision;
  const located = await locate([settle], {
    articlesOf: (ids) => Promise.resolve(new Map(ids.map((id) => [id, 'article']))),
    partsOf: (anomalies) => Promise.resolve(anomalies.map(() => ['men', 'women'])),
  });
  expect(toDecision(settle, located).decision).toMatchObject({
    ...{ articleId: 'article', againstArticleId: 'article', partReportIds: ['men', 'women'] },
  });
});
