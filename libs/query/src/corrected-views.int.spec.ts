import { buildEvent, type ReportCorrected } from '#domain';
import type { NewEvent } from '#event-store';
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
import { source } from '../../../test/support/sourced-articles.js';
import { GetDossierHandler } from './dossier/get-dossier.handler.js';
import { FindFiguresHandler } from './figures/find-figures.handler.js';
import {
  FindClaimCards,
  FindClaimCardsHandler,
  FindClaims,
  FindFigures,
  FindStatements,
  GetDossier,
  GetPlaceOverview,
  type AsOfRequest,
} from './index.js';
import { FindClaimsHandler } from './claims/find-claims.handler.js';
import { FindStatementsHandler } from './statements/find-statements.handler.js';
import { GetPlaceOverviewHandler } from './overviews/get-place-overview.handler.js';

const ROAD = 'The northern road is open';
const [EARLY, LATE] = ['The bridge of one holds', 'The bridge of two holds'];
const article = (name: string, quote: string, publishedAt: string): InventedArticle => ({
  ...{ name, publishedAt, text: `40 people fled Norvale. "${quote}", Ada Moreno said. ${ROAD}.` },
  figures: [
    {
      words: '40 people',
      places: [{ text: 'Norvale', role: 'origin', span: null }],
      period: { start: '2031-03-09', end: null, accuracy: 'day', text: 'since Monday' },
    },
  ],
  statements: [{ quote, speaker: 'Ada Moreno' }],
  claims: [{ quote: ROAD }],
});
const one = article('one', EARLY, '2031-03-10');
const two = article('two', LATE, '2031-03-12');
const [figure, early, late, road] = [
  figureIdOf(one),
  reportIdOf('one', 1, 'statement', EARLY),
  reportIdOf('two', 1, 'statement', LATE),
  reportIdOf('one', 1, 'claim', ROAD),
];

let log: QuestionedLog;
beforeAll(async () => void (log = await QuestionedLog.open()));
afterAll(() => log.close());

async function decide(stream: string, event: NewEvent): Promise<string> {
  const streams = [{ stream, expectedVersion: 'any' as const, events: [event] }];
  const { lastSeq } = await log.store.append({ workspace: WORKSPACE, actor: 'editor', streams });
  const [stored] = await log.store.readAt(WORKSPACE, [lastSeq]);
  return stored!.eventId;
}

const correct = (of: InventedArticle, reportId: string, field: string, to: unknown) =>
  decide(
    `report-${reportId}`,
    buildEvent('ReportCorrected', {
      ...{
        reportId,
        articleId: articleIdOf(of.name),
        kind: 'extraction',
        reason: 'read again',
        evidence: null,
      },
      changes: [{ field, from: null, to }] as ReportCorrected['changes'],
    }),
  );

const said = (claim: string, reportId: string) =>
  buildEvent('ReportLinked', {
    ...{ claimId: claimIdOf(claim), reportId, score: null, place: null },
    ...{ decidedBy: 'editor', reasons: ['a test'] },
  });

/** Every view that goes by what reports say, who says it, when and of which day. */
async function everyView(recordedBy?: string) {
  const { views, gazetteer, store } = log;
  const clock = recordedBy === undefined ? {} : { recordedBy };
  const cards = async (filter: object) => {
    const found = new FindClaimCards({ workspace: WORKSPACE, asOf: clock, ...filter });
    return (await new FindClaimCardsHandler(views, gazetteer, store).execute(found)).items.map(
      ({ id }) => id,
    );
  };
  const dossier = async (speaker: string, filter: object = {}, asOf: AsOfRequest = {}) => {
    const asked = new GetDossier({ workspace: WORKSPACE, speaker, asOf: { ...clock, ...asOf }, ...filter });
    const { items } = await new GetDossierHandler(views, store).execute(asked);
    return items.map(({ reportId, assertedAt, text }) => [reportId, assertedAt, text]);
  };
  const place = async (name: string) => {
    const asked = new GetPlaceOverview(WORKSPACE, name, clock);
    const { figures } = await new GetPlaceOverviewHandler(views, gazetteer, store).execute(asked);
    return figures.flatMap(({ claims }) => claims.map(({ id }) => id));
  };
  const figures = async (validOn: string) => {
    const asked = new FindFigures({ workspace: WORKSPACE, asOf: { ...clock, validOn } });
    return (await new FindFiguresHandler(views, gazetteer, store).execute(asked)).items.map(({ id }) => id);
  };
  const listed = async (filter: object) => {
    const asked = { workspace: WORKSPACE, asOf: clock, ...filter };
    const [found, stated, claimed] = await Promise.all([
      new FindFiguresHandler(views, gazetteer, store).execute(new FindFigures(asked)),
      new FindStatementsHandler(views, store).execute(new FindStatements(asked)),
      new FindClaimsHandler(views, store).execute(new FindClaims(asked)),
    ]);
    return [found, stated, claimed].map(({ items }) => items.map(({ id }) => id));
  };
  return {
    listedAtEastmoor: (await listed({ place: 'Eastmoor' }))[0],
    listedOfBea: await listed({ speaker: 'Tarn' }),
    killed: (await listed({ metric: 'killed' }))[0],
    atNorvale: [await cards({ place: 'Norvale' }), await place('Norvale')],
    atEastmoor: [await cards({ place: 'Eastmoor' }), await place('Eastmoor')],
    onFerry: await cards({ subject: 'ferries opened' }),
    ofAda: await dossier('Ada Moreno'),
    ofMoreno: await dossier('Moreno'),
    ofBea: await dossier('Bea Tarn'),
    ofBeaOnFerry: await dossier('Bea Tarn', { subject: 'ferries' }),
    saidBy11March: await dossier('Ada Moreno', {}, { assertedBy: '2031-03-11' }),
    of12March: await figures('2031-03-12'),
  };
}

describe('what views find a corrected report by', () => {
  const steps: { readonly head: string; readonly then: Awaited<ReturnType<typeof everyView>> }[] = [];
  const step = async () => {
    const head = (await log.level()).toString();
    const then = await everyView();
    // A part of a name will do where nobody else has it.
    expect(then.ofMoreno).toEqual(then.ofAda);
    steps.push({ head, then });
    return then;
  };

  it('is what it was corrected to, until that is undone', async () => {
    for (const each of [one, two]) await append(log.store, each, eventsOf(each));
    await decide(`claim-${claimIdOf('fled')}`, linkOf('fled', one));
    await decide(`claim-${claimIdOf('other')}`, linkOf('other', two));
    await decide(`claim-${claimIdOf('one')}`, said('one', early));
    await decide(`claim-${claimIdOf('two')}`, said('two', late));
    await decide(`claim-${claimIdOf('road')}`, said('road', road));
    expect(await step()).toMatchObject({
      ...{ atEastmoor: [[], []], onFerry: [], ofBea: [], of12March: [figure, figureIdOf(two)] },
      ...{ listedAtEastmoor: [], listedOfBea: [[], [], []], killed: [] },
    });

    await correct(one, figure, 'places', [{ text: 'Eastmoor', role: 'origin', span: null }]);
    await correct(one, figure, 'metric', 'killed');
    await correct(one, figure, 'period', {
      start: '2031-03-10',
      end: '2031-03-11',
      accuracy: 'day',
      text: '',
    });
    await correct(two, late, 'utteredOn', '2031-03-08');
    await correct(one, road, 'proposition', 'The ferry is open');
    await correct(one, road, 'attribution', [source('Bea Tarn', 'person')]);
    const fled = [claimIdOf('fled')];
    const ferry = [[road, '2031-03-10', 'The ferry is open']];
    expect(await step()).toMatchObject({
      ...{ atNorvale: [[claimIdOf('other')], [claimIdOf('other')]], atEastmoor: [fled, fled] },
      ...{ listedAtEastmoor: [figure], listedOfBea: [[], [], [road]], killed: [figure] },
      ...{ of12March: [figureIdOf(two)], onFerry: [claimIdOf('road')], ofBea: ferry, ofBeaOnFerry: ferry },
      ofAda: [
        [late, '2031-03-08', LATE],
        [early, '2031-03-10', EARLY],
      ],
      saidBy11March: [[late], [early]].map(([id]) => expect.arrayContaining([id]) as unknown),
    });

    const attributed = await correct(two, late, 'attribution', [source('Bea Tarn', 'person')]);
    await correct(two, late, 'utteredOn', null);
    await correct(one, road, 'proposition', 'The tunnel is open');
    expect(await step()).toMatchObject({
      listedOfBea: [[], [late], [road]],
      ...{ ofAda: [[early, '2031-03-10', EARLY]], onFerry: [], ofBeaOnFerry: [] },
      ofBea: [
        [road, '2031-03-10', 'The tunnel is open'],
        [late, '2031-03-12', LATE],
      ],
    });

    const undone = { decisionId: attributed, decisionType: 'ReportCorrected', claimId: null, reportId: late };
    await decide(`report-${late}`, buildEvent('DecisionReverted', { ...undone, reason: 'x' }));
    expect(await step()).toMatchObject({
      ofAda: [
        [early, '2031-03-10', EARLY],
        [late, '2031-03-12', LATE],
      ],
      ofBea: [[road, '2031-03-10', 'The tunnel is open']],
    });
  });

  it('is what was known by then, also where a day is asked for', async () => {
    for (const { head, then } of steps)
      expect({ head, ...(await everyView(head)) }).toEqual({ head, ...then });
    // CONTROL: the steps are told apart.
    expect(new Set(steps.map(({ then }) => JSON.stringify(then))).size).toBe(steps.length);
  });
});

it('lists a figure as it was corrected, with its words as they stand printed', async () => {
  const own = await QuestionedLog.open();
  await append(own.store, one, eventsOf(one));
  const changes = [
    { field: 'metric', from: 'displaced', to: 'killed' },
    { field: 'value', from: null, to: 41 },
    { field: 'places', from: [], to: [{ text: 'Eastmoor', role: 'origin', span: null }] },
    { field: 'attribution', from: [], to: [source('Bea Tarn', 'person')] },
  ];
  const events = [
    buildEvent('ReportCorrected', {
      ...{ reportId: figure, articleId: articleIdOf('one'), kind: 'extraction' as const, reason: 'a test' },
      ...{ evidence: null, changes },
    }),
  ];
  const streams = [{ stream: `report-${figure}`, expectedVersion: 'any' as const, events }];
  const { lastSeq } = await own.store.append({ workspace: WORKSPACE, actor: 'editor', streams });
  await own.level();
  const shown = async (recordedBy: bigint) => {
    const asked = new FindFigures({ workspace: WORKSPACE, asOf: { recordedBy: recordedBy.toString() } });
    return (await new FindFiguresHandler(own.views, own.gazetteer, own.store).execute(asked)).items[0];
  };
  const [after, before] = [await shown(lastSeq), await shown(lastSeq - 1n)];
  expect(after).toMatchObject({
    ...{ corrected: true, metric: 'killed', value: 41, place: 'Eastmoor', speaker: { name: 'Bea Tarn' } },
    ...{ places: [{ text: 'Eastmoor' }], quote: before!.quote },
  });
  expect(before).toMatchObject({ corrected: false, metric: 'displaced' });
  await own.close();
});

describe('a report that somebody took back', () => {
  it('leaves the figures unless it is asked for, and comes back where that is undone', async () => {
    const own = await QuestionedLog.open();
    const shown = async (filter: object = {}) => {
      await own.level();
      const asked = new FindFigures({ workspace: WORKSPACE, ...filter });
      const { items } = await new FindFiguresHandler(own.views, own.gazetteer, own.store).execute(asked);
      return items.map(({ id, retracted }) => [id, retracted]);
    };
    const put = async (event: NewEvent) => {
      const streams = [{ stream: `report-${figure}`, expectedVersion: 'any' as const, events: [event] }];
      const { lastSeq } = await own.store.append({ workspace: WORKSPACE, actor: 'editor', streams });
      const [stored] = await own.store.readAt(WORKSPACE, [lastSeq]);
      return stored!;
    };
    await append(own.store, one, eventsOf(one));
    const articleId = articleIdOf('one');
    const back = { reportId: figure, articleId, kind: 'source' as const, reason: 'taken back' };
    const { eventId, seq } = await put(buildEvent('ReportRetracted', back));
    expect(await shown()).toEqual([]);
    expect(await shown({ includeRetired: true })).toEqual([[figure, true]]);
    expect(await shown({ asOf: { recordedBy: (seq - 1n).toString() } })).toEqual([[figure, false]]);
    await put(
      buildEvent('DecisionReverted', {
        decisionId: eventId,
        decisionType: 'ReportRetracted',
        reason: 'it stands',
      } as never),
    );
    expect(await shown()).toEqual([[figure, false]]);
    await own.close();
  });
});
