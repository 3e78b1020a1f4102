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
    linkedClaimsOf: (links) => Promise.resolve(links.map(() => null)),
  });
  expect(toDecision(settle, located).decision).toMatchObject({
    ...{ articleId: 'article', againstArticleId: 'article', partReportIds: ['men', 'women'] },
  });
});

it('decides on a link where it stands, in a claim that was merged into the one named', async () => {
  const unlink = { type: 'unlink_report', claimId: 'claim', reportId: 'fled', reason: 'another flood' };
  const given = [unlink, { ...unlink, linkedClaimId: 'own' }] as GivenDecision[];
  const located = await locate(given, {
    articlesOf: () => Promise.reject(new Error('No article is asked for.')),
    partsOf: () => Promise.reject(new Error('No anomaly is asked for.')),
    linkedClaimsOf: (links) => Promise.resolve(links.map(({ claimId }) => `merged into ${claimId}`)),
  });
  expect(given.map((one) => toDecision(one, located).decision)).toMatchObject([
    { linkedClaimId: 'merged into claim' },
    { linkedClaimId: 'own' },
  ]);
});
