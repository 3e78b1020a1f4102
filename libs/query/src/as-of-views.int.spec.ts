import { buildEvent } from '#domain';
import type { NewEvent } from '#event-store';
import { RUNNING } from '#tracking';
import {
  append,
  articleIdOf,
  eventsOf,
  reportIdOf,
  WORKSPACE,
  type InventedArticle,
} from '../../../test/support/invented-articles.js';
import { claimIdOf, figureIdOf, linkOf } from '../../../test/support/invented-decisions.js';
import { QuestionedLog } from '../../../test/support/questioned-log.js';
import { RUNNING_IN_SQL } from './as-of/as-of-conditions.js';
import { GetDossierHandler } from './dossier/get-dossier.handler.js';
import {
  FindClaimCards,
  FindClaimCardsHandler,
  FindQueue,
  FindQueueHandler,
  GetClaimTimeline,
  GetClaimTimelineHandler,
  GetDossier,
  GetOutletOverview,
  GetPlaceOverview,
} from './index.js';
import { GetOutletOverviewHandler } from './overviews/get-outlet-overview.handler.js';
import { GetPlaceOverviewHandler } from './overviews/get-place-overview.handler.js';

const PERSON = { decidedBy: 'editor', reasons: ['read both'] };
let log: QuestionedLog;
let store: QuestionedLog['store'];
let views: QuestionedLog['views'];
let gazetteer: QuestionedLog['gazetteer'];

/** An article of the Example with one figure of Norvale and one statement of Ada Moreno. */
const article = (name: string, value: number, publishedAt: string): InventedArticle => ({
  name,
  outlet: 'The Example',
  publishedAt,
  text: `${value} people fled Norvale. "The bridge of ${name} holds", Ada Moreno said.`,
  figures: [
    {
      words: `${value} people`,
      value,
      speaker: 'Ada Moreno',
      places: [{ text: 'Norvale', role: 'origin', span: null }],
      period: { start: '2026-03-09', end: null, accuracy: 'day', text: 'since Monday' },
    },
  ],
  statements: [{ quote: `The bridge of ${name} holds`, speaker: 'Ada Moreno' }],
});
const [first, second, third] = [
  article('one', 40, '2026-03-10'),
  article('two', 55, '2026-03-11'),
  article('three', 60, '2026-03-12'),
];
const saidIn = ({ name }: InventedArticle) => reportIdOf(name, 1, 'statement', `The bridge of ${name} holds`);
const saidOf = (claim: string, of: InventedArticle) =>
  buildEvent('ReportLinked', {
    ...PERSON,
    claimId: claimIdOf(claim),
    reportId: saidIn(of),
    score: null,
    place: null,
  });
const mergeOf = (claim: string, merged: string) =>
  buildEvent('ClaimsMerged', { ...PERSON, claimId: claimIdOf(claim), mergedClaimId: claimIdOf(merged) });
const splitOf = (claim: string, fresh: string, reportId: string) =>
  buildEvent('ClaimSplit', {
    ...PERSON,
    claimId: claimIdOf(claim),
    newClaimId: claimIdOf(fresh),
    reportIds: [reportId],
  });
const unlinkOf = (claim: string, reportId: string) =>
  buildEvent('ReportUnlinked', { ...PERSON, claimId: claimIdOf(claim), reportId });

async function decide(claim: string, events: readonly NewEvent[]): Promise<void> {
  const stream = `claim-${claimIdOf(claim)}`;
  await store.append({
    workspace: WORKSPACE,
    actor: 'editor',
    streams: [{ stream, expectedVersion: 'any', events }],
  });
}

/** What every view answers, at present or as of an event. */
async function everyView(recordedBy?: string) {
  const asOf = recordedBy === undefined ? {} : { recordedBy };
  const cards = new FindClaimCardsHandler(views, gazetteer, store);
  const cardsOf = (filter: object) =>
    cards.execute(new FindClaimCards({ workspace: WORKSPACE, asOf, ...filter }));
  const timelines = new GetClaimTimelineHandler(views, store);
  return {
    cards: await cardsOf({}),
    figures: await cardsOf({ kind: 'figure', metric: 'displaced' }),
    atPlace: await cardsOf({ place: 'Norvale' }),
    onSubject: await cardsOf({ subject: 'bridge' }),
    conflicts: await new FindQueueHandler(views, gazetteer, store).execute(
      new FindQueue({ workspace: WORKSPACE, queue: 'conflicts', asOf }),
    ),
    timelines: await Promise.all(
      ['a', 'b', 'c', 'said'].map((name) =>
        timelines.execute(new GetClaimTimeline(WORKSPACE, claimIdOf(name), asOf)),
      ),
    ),
    dossier: await new GetDossierHandler(views, store).execute(
      new GetDossier({ workspace: WORKSPACE, speaker: 'Ada Moreno', asOf }),
    ),
    place: await new GetPlaceOverviewHandler(views, gazetteer, store).execute(
      new GetPlaceOverview(WORKSPACE, 'Norvale', asOf),
    ),
    outlet: await new GetOutletOverviewHandler(views, store).execute(
      new GetOutletOverview(WORKSPACE, 'The Example', asOf),
    ),
  };
}

beforeAll(async () => {
  log = await QuestionedLog.open();
  ({ store, views, gazetteer } = log);
});

afterAll(() => log.close());

it('takes the periods for running that the fold takes for it', async () => {
  const periods = [
    'since Monday',
    'Ever since',
    'sincere',
    'from 3 May',
    'from 3 to 5 May',
    'from 3 May\nto 5 May',
  ];
  const rows = await views.select<{ period: string }>(
    'SELECT period FROM unnest($1::text[]) period WHERE period ~* $2',
    [periods, RUNNING_IN_SQL],
  );
  const expected = ['since Monday', 'Ever since', 'from 3 May'];
  expect(rows.map(({ period }) => period)).toEqual(expected);
  expect(periods.filter((period) => RUNNING.test(period))).toEqual(expected);
});

describe('every view as of an event', () => {
  const steps: { readonly head: string; readonly then: Awaited<ReturnType<typeof everyView>> }[] = [];
  const remember = async () => {
    const head = (await log.level()).toString();
    steps.push({ head, then: await everyView() });
  };

  it('answers what it answered then, however claims were merged, split, unlinked and undone since', async () => {
    for (const each of [first, second, third]) await append(store, each, eventsOf(each));
    await decide('a', [linkOf('a', first)]);
    await decide('b', [linkOf('b', second)]);
    await decide('c', [linkOf('c', third)]);
    await decide('said', [saidOf('said', first), saidOf('said', second)]);
    await decide('again', [saidOf('again', third)]);
    await decide('a', [
      buildEvent('ReportConfirmed', {
        reportId: figureIdOf(first),
        articleId: articleIdOf(first.name),
        reason: 'read again',
      }),
    ]);
    await remember();
    await decide('b', [mergeOf('b', 'a')]);
    await decide('said', [mergeOf('again', 'said')]);
    await remember();
    const merged = (
      await store.readAll(WORKSPACE, { afterSeq: (await store.head(WORKSPACE)) - 1n, limit: 1 })
    )[0];
    await decide('c', [mergeOf('c', 'b')]);
    await decide('again', [splitOf('again', 'apart', saidIn(first))]);
    await remember();
    await decide('c', [splitOf('c', 'new', figureIdOf(first))]);
    await decide('c', [unlinkOf('c', figureIdOf(third))]);
    await decide('again', [unlinkOf('again', saidIn(second))]);
    await remember();
    await decide('said', [
      buildEvent('DecisionReverted', {
        decisionId: merged!.eventId,
        decisionType: 'ClaimsMerged',
        claimId: claimIdOf('again'),
        reportId: null,
        reason: 'too soon',
      }),
    ]);
    await decide('new', [unlinkOf('new', figureIdOf(first))]);
    await remember();
    for (const { head, then } of steps)
      expect({ head, ...(await everyView(head)) }).toEqual({ head, ...then });
  });

  it('counts of an outlet what speaks of a day alike in all numbers', async () => {
    const outlets = new GetOutletOverviewHandler(views, store);
    const on = (validOn: string) =>
      outlets.execute(
        new GetOutletOverview(WORKSPACE, 'The Example', { recordedBy: steps[0]!.head, validOn }),
      );
    // Each day one article with a running total and a statement, which hold from then on.
    expect(await on('2026-03-09')).toBeNull();
    const days = await Promise.all(['2026-03-10', '2026-03-11', '2026-03-12'].map(on));
    expect(days).toMatchObject([2, 4, 6].map((count) => ({ reportCount: count, linkedCount: count })));
  });

  it('CONTROL: each step had another answer', () => {
    for (const view of ['cards', 'dossier', 'place', 'outlet', 'atPlace', 'onSubject'] as const) {
      const answers = steps.map(({ then }) => JSON.stringify(then[view]));
      expect(new Set(answers).size).toBeGreaterThan(2);
    }
  });
});
