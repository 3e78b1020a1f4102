import { buildEvent } from '#domain';
import type { NewEvent } from '#event-store';
import {
  append,
  articleIdOf,
  eventsOf,
  reportIdOf,
  WORKSPACE,
  type InventedArticle,
} from '../../../../test/support/invented-articles.js';
import { claimIdOf } from '../../../../test/support/invented-decisions.js';
import { QuestionedLog } from '../../../../test/support/questioned-log.js';
import { LocateFiguresHandler } from '../claim-card/locate-figures.js';
import { LocateFigures, LocateLinks, LocateParts } from '../index.js';
import { LocateLinksHandler } from './locate-links.js';
import { LocatePartsHandler } from './locate-parts.js';

const NORVALE = { places: [{ text: 'Norvale', role: 'location' as const, span: null }] };
const article: InventedArticle = {
  name: 'census',
  publishedAt: '2031-05-04',
  text: '300 people were hurt in Norvale, 200 women and 150 men.',
  figures: [
    { words: '300 people', value: 300, metric: 'injured', ...NORVALE },
    { words: '200 women', value: 200, metric: 'injured', population: 'women', ...NORVALE },
    { words: '150 men', value: 150, metric: 'injured', population: 'men', ...NORVALE },
  ],
};
const [total, women, men] = article.figures!.map(({ words }) => reportIdOf('census', 1, 'figure', words)) as [
  string,
  string,
  string,
];
const [one, other, third] = [claimIdOf('one'), claimIdOf('other'), claimIdOf('third')];
const PERSON = { decidedBy: 'editor', reasons: ['read both'] };

let log: QuestionedLog;
const decide = async (stream: string, ...events: NewEvent[]): Promise<void> => {
  const streams = [{ stream, expectedVersion: 'any' as const, events }];
  await log.store.append({ workspace: WORKSPACE, actor: 'editor', streams });
  await log.level();
};
const link = (claimId: string, reportId: string): NewEvent =>
  buildEvent('ReportLinked', { ...PERSON, claimId, reportId, score: null, place: null });
const merge = (claimId: string, mergedClaimId: string): NewEvent =>
  buildEvent('ClaimsMerged', { ...PERSON, claimId, mergedClaimId });

beforeAll(async () => {
  log = await QuestionedLog.open();
  await append(log.store, article, eventsOf(article));
  await decide(`claim-${one}`, link(one, total), link(one, women), link(one, men));
});
afterAll(() => log.close());

describe('the parts of an anomaly', () => {
  const sought = { claimId: one, anomaly: 'parts_exceed_total' as const };
  const partsOf = (...anomalies: LocateParts['anomalies'][number][]) =>
    new LocatePartsHandler(log.views).execute(new LocateParts(WORKSPACE, anomalies));

  it('are all that are added up, each anomaly answered in its place', async () => {
    const [unknown, smaller, parts] = await partsOf(
      { ...sought, claimId: third, reportId: total, againstReportId: women },
      { ...sought, reportId: total, againstReportId: men },
      { ...sought, reportId: total, againstReportId: women },
    );
    expect([unknown, smaller]).toEqual([[], []]);
    expect([...parts!].sort()).toEqual([men, women].sort());
  });
});

it('tells by which figure a claim is described, and where that stands', async () => {
  const sought = new LocateFigures(WORKSPACE, [one, claimIdOf('of nobody')]);
  const found = await new LocateFiguresHandler(log.views).execute(sought);
  expect([...found]).toEqual([[one, { reportId: total, articleId: articleIdOf('census') }]]);
});

describe('where a link stands', () => {
  const linkedClaims = (...links: LocateLinks['links'][number][]) =>
    new LocateLinksHandler(log.views).execute(new LocateLinks(WORKSPACE, links));

  it('is the claim that was merged into the one named, over several mergers', async () => {
    await decide(`claim-${other}`, link(other, women));
    await decide(`claim-${third}`, link(third, men));
    expect(await linkedClaims({ claimId: one, reportId: women })).toEqual([null]);
    await decide(`claim-${other}`, merge(third, other));
    expect(
      await linkedClaims(
        { claimId: third, reportId: women },
        { claimId: third, reportId: men },
        { claimId: other, reportId: women },
        { claimId: one, reportId: total },
        { claimId: one, reportId: women },
      ),
    ).toEqual([other, null, null, null, null]);
    await decide(`claim-${third}`, merge(one, third));
    expect(await linkedClaims({ claimId: one, reportId: women }, { claimId: one, reportId: men })).toEqual([
      other,
      third,
    ]);
  });
});
