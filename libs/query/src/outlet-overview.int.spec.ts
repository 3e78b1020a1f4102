import { buildEvent } from '#domain';
import {
  append,
  eventsOf,
  reportIdOf,
  supersedingOf,
  WORKSPACE,
  type InventedArticle,
} from '../../../test/support/invented-articles.js';
import { claimIdOf, linkOf } from '../../../test/support/invented-decisions.js';
import { QuestionedLog } from '../../../test/support/questioned-log.js';
import { GetOutletOverview } from './index.js';
import { GetOutletOverviewHandler } from './overviews/get-outlet-overview.handler.js';

let log: QuestionedLog;
beforeAll(async () => {
  log = await QuestionedLog.open();
});
afterAll(() => log.close());

it('counts what an outlet says once, however many texts and readings its article has', async () => {
  const words = '70 people';
  const edited: InventedArticle = {
    ...{ name: 'edited', outlet: 'Dale Gazette', publishedAt: '2031-03-20' },
    text: `${words} fled Norvale.`,
    figures: [{ words, value: 70 }],
  };
  const later = { ...edited, text: `${edited.text} More rain is due.` };
  const again = reportIdOf('edited', 2, 'figure', words);
  await append(log.store, edited, eventsOf(edited));
  await append(log.store, later, eventsOf(later, 2));
  const claimId = claimIdOf('edited');
  const links = [
    linkOf('edited', edited),
    buildEvent('ReportLinked', {
      ...{ claimId, reportId: again, score: null, place: null },
      ...{ decidedBy: 'editor', reasons: ['a test'] },
    }),
  ];
  await log.store.append({
    ...{ workspace: WORKSPACE, actor: 'editor' },
    streams: [{ stream: `claim-${claimId}`, expectedVersion: 'any', events: links }],
  });
  const outlet = async (asOf: object = {}) =>
    new GetOutletOverviewHandler(log.views, log.store).execute(
      new GetOutletOverview(WORKSPACE, 'Dale Gazette', asOf),
    );
  const once = {
    articleCount: 1,
    reportCount: 1,
    linkedCount: 1,
    relations: [{ relation: 'first', count: 1 }],
  };
  const head = await log.level();
  for (const asOf of [{}, { recordedBy: head.toString() }]) expect(await outlet(asOf)).toMatchObject(once);
  await append(log.store, later, [supersedingOf(later, 'figure', words, 2)]);
  const none = { articleCount: 1, reportCount: 0, linkedCount: 0, relations: [] };
  const last = await log.level();
  for (const asOf of [{}, { recordedBy: last.toString() }]) expect(await outlet(asOf)).toMatchObject(none);
  expect(await outlet({ recordedBy: head.toString() })).toMatchObject(once);
});
