import { buildEvent } from '#domain';
import {
  append,
  articleIdOf,
  erasureOf,
  eventsOf,
  reportIdOf,
  WORKSPACE,
  type InventedArticle,
} from '../../../../test/support/invented-articles.js';
import { LinkingLog } from '../../../../test/support/linking-log.js';
import { relink } from '../relink/relink.js';
import { PropositionLinker } from './proposition-linker.process.js';

let log: LinkingLog;
let store: LinkingLog['store'];
let pool: LinkingLog['pool'];

beforeEach(async () => {
  log = await LinkingLog.open();
  ({ store, pool } = log);
});

afterEach(() => log.close());

const SHELLED = 'Northern troops shelled the harbour hospital of Westhaven on Monday night.';
const SHORTER = 'troops shelled the harbour hospital of Westhaven';
const DENIED = 'No troops shelled the harbour hospital, the army said.';
const HALVES = [
  'Northern troops shelled the harbour hospital',
  'harbour hospital of Westhaven on Monday night',
] as const;

const UNSAFE = 'the mine at Greyfell was unsafe';

const articles: Readonly<Record<string, InventedArticle>> = {
  first: { name: 'first', publishedAt: '2031-05-04', text: SHELLED, claims: [{ quote: SHELLED }] },
  copy: {
    name: 'copy',
    publishedAt: '2031-05-05',
    text: `${SHORTER}. ${DENIED}`,
    claims: [{ quote: SHORTER }, { quote: DENIED, answers: SHORTER }],
  },
  left: { name: 'left', publishedAt: '2031-05-04', text: `${HALVES[0]}.`, claims: [{ quote: HALVES[0] }] },
  again: { name: 'again', publishedAt: '2031-05-06', text: `${HALVES[1]}.`, claims: [{ quote: HALVES[1] }] },
  aside: {
    name: 'aside',
    publishedAt: '2031-05-05',
    text: `${HALVES[1]}. She denied that ${UNSAFE}.`,
    claims: [{ quote: HALVES[1] }, { quote: UNSAFE, answers: HALVES[1] }],
  },
  right: { name: 'right', publishedAt: '2031-05-04', text: `${HALVES[1]}.`, claims: [{ quote: HALVES[1] }] },
};

async function tell(name: keyof typeof articles): Promise<string[]> {
  const article = articles[name]!;
  await append(store, article, eventsOf(article));
  return article.claims!.map(({ quote }) => reportIdOf(article.name, 1, 'claim', quote));
}

const catchUp = () => log.catchUp(new PropositionLinker());
const claimsOf = (...reports: string[]) => log.claimsOf(...reports);

describe('the proposition linker', () => {
  it('links words told again, and a denial with what it answers', async () => {
    const reports = [...(await tell('first')), ...(await tell('copy'))];
    await catchUp();
    const [claim, ...others] = await claimsOf(...reports);
    expect(others).toEqual([claim, claim]);
  });

  it('only proposes a denial of something else, which merges nothing', async () => {
    const [left] = await tell('left');
    const [right, unsafe] = await tell('aside');
    await catchUp();
    const [claim, other, own] = await claimsOf(left!, right!, unsafe!);
    expect(new Set([claim, other, own]).size).toBe(3);
    const proposed = await store.readAll(WORKSPACE, { types: ['ReportLinkProposed'] });
    expect(proposed.map(({ data }) => data)).toMatchObject([{ reportId: unsafe, claimId: other }]);
  });

  it('merges two claims that a later report is alike to', async () => {
    const halves = [...(await tell('left')), ...(await tell('right'))];
    await catchUp();
    expect(new Set(await claimsOf(...halves)).size).toBe(2);
    const [whole] = await tell('first');
    await catchUp();
    expect(new Set(await claimsOf(...halves, whole!)).size).toBe(1);
  });

  it('knows its claims again from the log alone, and forgets erased articles', async () => {
    const [first] = await tell('first');
    await catchUp();
    const [before] = await claimsOf(first!);
    const head = await store.head(WORKSPACE);
    for (const table of ['process', 'claim_report', 'proposition'])
      await pool.query(`DELETE FROM linking.${table}`);
    await catchUp();
    expect(await store.head(WORKSPACE)).toBe(head);
    const [copy] = await tell('copy');
    await append(store, articles['first']!, [erasureOf(articles['first']!, [1n])]);
    await catchUp();
    expect(await claimsOf(copy!)).toEqual([before]);
    const { rows } = await pool.query('SELECT report_id FROM linking.proposition');
    expect(rows).toHaveLength(2);
  });

  describe('a report that a person corrected', () => {
    const BY_HAND = { decidedBy: 'editor', reasons: ['a test'] };
    const salt = '0'.repeat(32);
    const TO_LEFT = { field: 'proposition', from: HALVES[1], to: HALVES[0] };
    const correct = (reportId: string, name: string, change: object = TO_LEFT) =>
      log.decide(
        `report-${reportId}`,
        buildEvent('ReportCorrected', {
          ...{ reportId, articleId: articleIdOf(name), kind: 'extraction', reason: 'read wrongly' },
          ...{ evidence: null, salt, changes: [change as typeof TO_LEFT] },
        }),
      );
    const undo = (reportId: string, decisionId: string) =>
      log.decide(
        `report-${reportId}`,
        buildEvent('DecisionReverted', {
          ...{ decisionId, decisionType: 'ReportCorrected', claimId: null, reportId, reason: 'x', salt },
        }),
      );

    it('moves to the claim that it speaks of now and back, as often as the process runs and in a new version', async () => {
      const [left] = await tell('left');
      const [right] = await tell('right');
      const [again] = await tell('again');
      await catchUp();
      const [there, here] = await claimsOf(left!, right!);
      expect(await claimsOf(again!)).toEqual([here]);
      const first = await correct(right!, 'right');
      await catchUp();
      expect(await claimsOf(left!, right!, again!)).toEqual([there, there, here]);
      await undo(right!, first);
      await catchUp();
      expect(await claimsOf(left!, right!, again!)).toEqual([there, here, here]);
      const before = await store.head(WORKSPACE);
      await undo(right!, await correct(right!, 'right'));
      await catchUp();
      const moves = await store.readAll(WORKSPACE, { afterSeq: before, types: ['ReportLinked'] });
      expect(moves.map(({ data }) => (data as { claimId: string }).claimId)).toEqual([there, here]);
      await correct(again!, 'again');
      await catchUp();
      const process = new PropositionLinker();
      const options = { process, store, pool, workspace: WORKSPACE, dryRun: false };
      expect(await relink(options)).toMatchObject({ added: [], moved: [] });
      const after = await claimsOf(left!, right!, again!);
      expect(after).toEqual([there, here, there]);
      for (const table of ['process', 'claim_report', 'claim_alias', 'proposition'])
        await pool.query(`DELETE FROM linking.${table}`);
      const head = await store.head(WORKSPACE);
      await catchUp();
      expect([await store.head(WORKSPACE), await claimsOf(left!, right!, again!)]).toEqual([head, after]);
    });

    it('is of the day on which it was said, as corrected, however often the log is replayed', async () => {
      const said = async (name: string, publishedAt: string): Promise<string> => {
        const told = {
          name,
          publishedAt,
          text: SHELLED,
          statements: [{ quote: SHELLED, speaker: 'Ada Moreno' }],
        };
        await append(store, told, eventsOf(told));
        return reportIdOf(name, 1, 'statement', SHELLED);
      };
      const [first, later] = [await said('said', '2031-05-04'), await said('quoted', '2031-08-04')];
      await catchUp();
      const [there, here] = await claimsOf(first, later);
      expect(here).not.toBe(there);
      const change = { field: 'utteredOn', from: null, to: '2031-05-03' };
      const correction = await correct(later, 'quoted', change);
      await catchUp();
      expect(await claimsOf(first, later)).toEqual([there, there]);
      const again = await said('again', '2031-08-05');
      await catchUp();
      const told = await claimsOf(first, later, again);
      expect(told.slice(0, 2)).not.toContain(told[2]);
      const replayed = async (): Promise<unknown> => {
        const options = {
          process: new PropositionLinker(),
          store,
          pool,
          workspace: WORKSPACE,
          dryRun: false,
        };
        const { added, moved } = await relink(options);
        for (const table of ['process', 'claim_report', 'claim_alias', 'proposition'])
          await pool.query(`DELETE FROM linking.${table}`);
        const head = await store.head(WORKSPACE);
        await catchUp();
        expect(await store.head(WORKSPACE)).toBe(head);
        return [added, moved, await claimsOf(first, later, again)];
      };
      expect(await replayed()).toEqual([[], [], told]);
      await undo(later, correction);
      await catchUp();
      const [, back, own] = await claimsOf(first, later, again);
      expect(back).toBe(own);
      expect(await replayed()).toEqual([[], [], [there, back, own]]);
    });

    it('begins a claim of its own where those stay that it founded one for', async () => {
      const [right] = await tell('right');
      const [again] = await tell('again');
      await catchUp();
      const [here] = await claimsOf(right!);
      const correction = await correct(right!, 'right');
      await catchUp();
      const [moved, stays] = await claimsOf(right!, again!);
      expect(stays).toBe(here);
      expect([undefined, here]).not.toContain(moved);
      await undo(right!, correction);
      await catchUp();
      expect(await claimsOf(right!, again!)).toEqual([here, here]);
    });

    it('is proposed for the other claim where a person said which one it is of', async () => {
      const [left] = await tell('left');
      const [right] = await tell('right');
      await catchUp();
      const [there, here] = await claimsOf(left!, right!);
      const data = { claimId: here!, reportId: right!, score: null, place: null, ...BY_HAND };
      await log.decide(`claim-${here}`, buildEvent('ReportLinked', data));
      await correct(right!, 'right');
      await catchUp();
      expect(await claimsOf(right!)).toEqual([here]);
      const proposals = await store.readAll(WORKSPACE, { types: ['ReportLinkProposed'] });
      expect(proposals.map(({ data }) => data)).toMatchObject([
        { reportId: right, claimId: there, score: 1 },
      ]);
    });

    it('is compared by its new words where a person said which claim it is of', async () => {
      const [right] = await tell('right');
      await catchUp();
      const [here] = await claimsOf(right!);
      const data = { claimId: here!, reportId: right!, score: null, place: null, ...BY_HAND };
      await log.decide(`claim-${here}`, buildEvent('ReportLinked', data));
      const correction = await correct(right!, 'right');
      const [left] = await tell('left');
      const [again] = await tell('again');
      await catchUp();
      const [asCorrected, asRead] = await claimsOf(left!, again!);
      expect(asCorrected).toBe(here);
      expect(asRead).not.toBe(here);
      await undo(right!, correction);
      await catchUp();
      const proposals = await store.readAll(WORKSPACE, { types: ['ReportLinkProposed'] });
      expect(proposals.map(({ data }) => data)).toMatchObject([{ reportId: right, claimId: asRead }]);
      expect(await claimsOf(right!)).toEqual([here]);
    });
  });
});
