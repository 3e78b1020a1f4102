import { locate, toDecision } from './to-decision.js';
import type { GivenDecision } from './parse-decision.js';

const NOT_ASKED = () => Promise.reject(new Error('That is not asked for.'));

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
    figuresOf: NOT_ASKED,
  });
  expect(toDecision(settle, located).decision).toMatchObject({
    ...{ articleId: 'article', againstArticleId: 'article', partReportIds: ['men', 'women'] },
  });
});

it('decides on a link where it stands, in a claim that was merged into the one named', async () => {
  const unlink = { type: 'unlink_report', claimId: 'claim', reportId: 'fled', reason: 'another flood' };
  const given = [unlink, { ...unlink, linkedClaimId: 'own' }] as GivenDecision[];
  const located = await locate(given, {
    ...{ articlesOf: NOT_ASKED, partsOf: NOT_ASKED, figuresOf: NOT_ASKED },
    linkedClaimsOf: (links) => Promise.resolve(links.map(({ claimId }) => `merged into ${claimId}`)),
  });
  expect(given.map((one) => toDecision(one, located).decision)).toMatchObject([
    { linkedClaimId: 'merged into claim' },
    { linkedClaimId: 'own' },
  ]);
});

it('links a report with the figure that the claim is described by', async () => {
  const link = { type: 'link_report', claimId: 'claim', reportId: 'fled', reason: 'one flood' };
  const given = [link, { ...link, claimId: 'new' }] as GivenDecision[];
  const located = await locate(given, {
    articlesOf: (ids) => Promise.resolve(new Map(ids.map((id) => [id, 'article']))),
    ...{ partsOf: NOT_ASKED, linkedClaimsOf: NOT_ASKED },
    figuresOf: () => Promise.resolve(new Map([['claim', { reportId: 'of claim', articleId: 'article' }]])),
  });
  const decisions = given.map((one) => toDecision(one, located).decision);
  expect(decisions[0]).toMatchObject({ articleId: 'article', figure: { reportId: 'of claim' } });
  expect(decisions[1]).not.toHaveProperty('figure');
});

it('merges claims with the figures that they are described by', async () => {
  const merge = { type: 'merge_claims', claimId: 'claim', mergedClaimId: 'other', reason: 'one flood' };
  const given = [merge, { ...merge, mergedClaimId: 'of words' }] as GivenDecision[];
  const figureOf = (id: string) => [id, { reportId: `of ${id}`, articleId: 'article' }] as const;
  const located = await locate(given, {
    ...{ articlesOf: NOT_ASKED, partsOf: NOT_ASKED, linkedClaimsOf: NOT_ASKED },
    figuresOf: (claimIds) =>
      Promise.resolve(new Map(claimIds.filter((id) => id !== 'of words').map(figureOf))),
  });
  const decisions = given.map((one) => toDecision(one, located).decision);
  expect(decisions[0]).toMatchObject({ figures: [{ reportId: 'of claim' }, { reportId: 'of other' }] });
  expect(decisions[1]).not.toHaveProperty('figures');
});
