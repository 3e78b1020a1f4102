import { buildEvent } from '#domain';
import type { NewEvent } from '#event-store';
import {
  append,
  articleIdOf,
  eventsOf,
  WORKSPACE,
  type InventedArticle,
} from '../../../test/support/invented-articles.js';
import { claimIdOf, figureIdOf, linkOf } from '../../../test/support/invented-decisions.js';
import { QuestionedLog } from '../../../test/support/questioned-log.js';
import {
  FindClaimCards,
  FindClaimCardsHandler,
  FindQueue,
  FindQueueHandler,
  GetClaimTimeline,
  GetClaimTimelineHandler,
  QUEUES,
} from './index.js';

const begun: InventedArticle = {
  name: 'six',
  outlet: 'The Example',
  publishedAt: '2026-03-16',
  text: '20 people fled Norvale, Ada Moreno said.',
  figures: [
    {
      words: '20 people',
      value: 20,
      speaker: 'Ada Moreno',
      places: [{ text: 'Norvale', role: 'origin', span: null }],
      period: { start: '2026-03-09', end: null, accuracy: 'day', text: 'since Monday' },
    },
  ],
};
const later: InventedArticle = {
  name: 'seven',
  outlet: 'The Example',
  publishedAt: '2026-03-18',
  text: '70 women fled eastern Norvale, Ada Moreno said.',
  figures: [
    {
      words: '70 women',
      value: 70,
      max: 80,
      quantifier: 'between',
      status: 'feared',
      speaker: 'Ada Moreno',
      places: [{ text: 'eastern Norvale', role: 'origin', span: null }],
      period: { start: '2026-03-15', end: '2026-03-18', accuracy: 'day', text: 'since Sunday' },
    },
  ],
};
const id = claimIdOf('described');

let log: QuestionedLog;
beforeAll(async () => {
  log = await QuestionedLog.open();
  for (const each of [begun, later]) await append(log.store, each, eventsOf(each));
});
afterAll(() => log.close());

/** Records the decisions and brings the views level; the head of the log then. */
async function decide(stream: string, events: readonly NewEvent[]): Promise<bigint> {
  const streams = [{ stream, expectedVersion: 'any' as const, events }];
  const { lastSeq } = await log.store.append({ workspace: WORKSPACE, actor: 'editor', streams });
  await log.level();
  return lastSeq;
}

const unlink = (of: InventedArticle) =>
  buildEvent('ReportUnlinked', {
    ...{ claimId: id, reportId: figureIdOf(of), decidedBy: 'editor', reasons: [] },
  });

async function card(filter: object = {}) {
  const query = new FindClaimCards({ workspace: WORKSPACE, ...filter });
  const { items } = await new FindClaimCardsHandler(log.views, log.gazetteer, log.store).execute(query);
  return items.find((one) => one.id === id);
}

const timelineAt = (recordedBy?: bigint) =>
  new GetClaimTimelineHandler(log.views, log.store).execute(
    new GetClaimTimeline(WORKSPACE, id, { recordedBy: recordedBy?.toString() }),
  );

/** The queues that the claim stands in, with what it waits for. */
async function waiting(recordedBy?: bigint) {
  const asOf = recordedBy === undefined ? {} : { recordedBy: recordedBy.toString() };
  const handler = new FindQueueHandler(log.views, log.gazetteer, log.store);
  const found = await Promise.all(
    QUEUES.map(async (queue) => {
      const { items } = await handler.execute(new FindQueue({ workspace: WORKSPACE, queue, asOf }));
      return [queue, items.find(({ claim }) => claim.id === id)] as const;
    }),
  );
  return Object.fromEntries(found.filter(([, item]) => item !== undefined));
}

describe('a claim, whose reports come and go', () => {
  let emptied: bigint;

  it('is described by the report whose number it shows, with its bounds', async () => {
    await decide(`claim-${id}`, [linkOf('described', begun), linkOf('described', later), unlink(begun)]);
    expect(await card()).toMatchObject({
      ...{ place: 'eastern Norvale', periodStart: '2026-03-15', periodEnd: '2026-03-18' },
      ...{ figureStatus: 'feared', latest: 70, latestMax: 80, latestQuantifier: 'between' },
      ...{ headlineMax: 80, highest: 80, headlineQuantifier: 'between' },
    });
  });

  it('is empty, not retracted, once the last report is taken out, and waits in no queue', async () => {
    emptied = await decide(`claim-${id}`, [unlink(later)]);
    expect(await card()).toBeUndefined();
    expect(await card({ status: 'empty' })).toMatchObject({ reportCount: 0 });
    expect(await timelineAt()).toMatchObject({ id, status: 'empty', reportCount: 0, entries: [] });
    expect(await timelineAt(emptied - 1n)).toMatchObject({ status: 'unreviewed', reportCount: 1 });
    expect(await waiting()).toEqual({});
  });

  it('waits, though empty, for what is proposed and asked of it', async () => {
    const proposed = { claimId: id, reportId: figureIdOf(later), score: 0.5, reasons: [] };
    const asked = await decide(`claim-${id}`, [
      buildEvent('ReportLinkProposed', { ...proposed, decidedBy: 'figure-linker/1.0.0' }),
      buildEvent('ReviewRequested', { claimId: id, reason: 'whose is it?' }),
    ]);
    const both = {
      proposals: {
        claim: { status: 'empty', reportCount: 0 },
        proposals: [{ reportId: figureIdOf(later) }],
      },
      review: { claim: { status: 'empty' } },
    };
    const now = await waiting();
    expect(Object.keys(now).sort()).toEqual(['proposals', 'review']);
    expect(now).toMatchObject(both);
    expect(await waiting(asked)).toMatchObject(both);
    expect(await waiting(emptied)).toEqual({});
  });

  it('is retracted where its only report is, says where that was, and is looked at again where it was signed off', async () => {
    const linked = await decide(`claim-${id}`, [linkOf('described', later)]);
    await decide(`claim-${id}`, [
      buildEvent('ClaimSignedOff', { claimId: id, seenSeq: Number(linked), reason: 'checked' }),
    ]);
    expect(await waiting()).toEqual({});
    const retracted = { reportId: figureIdOf(later), articleId: articleIdOf('seven') };
    await decide(`report-${figureIdOf(later)}`, [
      buildEvent('ReportRetracted', { ...retracted, kind: 'source', reason: 'counted twice' }),
    ]);
    expect(await timelineAt()).toMatchObject({ status: 'retracted', place: 'eastern Norvale' });
    expect(await waiting()).toMatchObject({ review: { claim: { status: 'retracted' } } });
  });
});
