import { buildEvent, type ClaimtrailEvent, type FigureReported } from '#domain';
import type { StoredEvent } from '#event-store';
import { deterministicId } from '#platform';
import {
  append,
  articleIdOf,
  erasureOf,
  eventsOf,
  reportIdOf,
  WORKSPACE,
  type InventedFigure,
} from '../../../../test/support/invented-articles.js';
import { LinkingLog } from '../../../../test/support/linking-log.js';
import { relink } from '../relink/relink.js';
import type { Decided, DecisionContext } from '../runner/decision-process.js';
import { correctedReading } from './corrected-reading.js';
import { FigureLinker } from './figure-linker.process.js';
import { PlaceFinder } from './place-finder.js';

const TEXT =
  'Some 40 people fled Westhaven. At least 50 people fled eastern Westhaven. In all 90 people fled Norvale.';
const since = (start: string): FigureReported['period'] => ({
  start,
  end: null,
  accuracy: 'day',
  text: 'since then',
});
const placeOf = (text: string): FigureReported['places'] => [{ text, role: 'origin', span: null }];

let log: LinkingLog;
let store: LinkingLog['store'];
let pool: LinkingLog['pool'];

beforeEach(async () => {
  log = await LinkingLog.open();
  ({ store, pool } = log);
});

afterEach(() => log.close());

const MOVES = ['ReportUnlinked', 'ReportLinked'];
const WORDS = ['40 people', '50 people', '90 people'];

/** An article whose figures stand in the order of `WORDS`; a day is one of May 2031. */
async function tell(name: string, day: number, ...figures: Partial<InventedFigure>[]): Promise<string[]> {
  const article = {
    name,
    publishedAt: `2031-05-${String(day).padStart(2, '0')}`,
    text: TEXT,
    figures: figures.map((figure, at) => ({
      words: WORDS[at]!,
      metric: 'displaced' as const,
      measure: 'flow' as const,
      places: placeOf('Westhaven'),
      period: since('2031-05-01'),
      ...figure,
    })),
  };
  await append(store, article, eventsOf(article));
  return figures.map((_, at) => reportIdOf(name, 1, 'figure', WORDS[at]!));
}

const decide = (stream: string, event: ClaimtrailEvent) => log.decide(stream, event);

const BY_HAND = { decidedBy: 'editor', reasons: ['a test'] };
const link = (claimId: string, reportId: string) =>
  decide(
    `claim-${claimId}`,
    buildEvent('ReportLinked', { claimId, reportId, score: null, place: null, ...BY_HAND }),
  );
const unlink = (claimId: string, reportId: string) =>
  decide(`claim-${claimId}`, buildEvent('ReportUnlinked', { claimId, reportId, ...BY_HAND }));
const merge = (claimId: string, mergedClaimId: string) =>
  decide(`claim-${claimId}`, buildEvent('ClaimsMerged', { claimId, mergedClaimId, ...BY_HAND }));

const rows = {
  select: async (sql: string, values: readonly unknown[]) =>
    (await pool.query(sql, [...values])).rows as never,
};

const catchUp = () => log.catchUp(new FigureLinker(rows));

/** Takes the tables for what it left them. */
class TrustingLinker extends FigureLinker {
  override decide(batch: readonly StoredEvent[], context: DecisionContext): Promise<Decided[]> {
    return super.decide(batch, { ...context, state: { before: 'mine', after: 'mine' } });
  }
}

const claimsOf = async (...reports: string[]) =>
  (await log.claimsOf(...reports)).map((claim) => claim ?? null);

describe('the figure linker', () => {
  it('links figures that name no place, also with those it read before', async () => {
    const [a] = await tell('a', 3, { places: [] });
    await catchUp();
    const [b] = await tell('b', 3, { places: [] });
    await catchUp();
    const [one, other] = await claimsOf(a!, b!);
    expect(one).not.toBeNull();
    expect(other).not.toBeNull();
  });

  it('links reports of one subject whatever their value, and parts stocks, places and beginnings', async () => {
    const [a] = await tell('a', 3, {});
    const [b, stock, far] = await tell(
      'b',
      5,
      { value: 9_000, places: placeOf('eastern Westhaven') },
      { measure: 'stock', metric: 'population' },
      { places: placeOf('Norvale') },
    );
    const [later] = await tell('c', 9, { period: since('2031-05-04') });
    await catchUp();
    const [one, two, ...others] = await claimsOf(a!, b!, stock!, far!, later!);
    expect(one).toBe(two);
    expect(new Set([one, ...others]).size).toBe(4);
    const links = await store.readAll(WORKSPACE, { types: ['ReportLinked'] });
    expect(links[1]?.data).toMatchObject({
      score: 0.9,
      decidedBy: 'figure-linker/1.2.0',
      reasons: expect.arrayContaining([
        'one place lies in the other',
        'counted since the same day',
      ]) as string[],
    });
  });

  it('keeps with a link what the gazetteer knows of the place', async () => {
    const [known] = await tell('known', 3, { places: placeOf('eastern Aleppo') });
    await catchUp();
    const [link] = await store.readAll(WORKSPACE, { types: ['ReportLinked'] });
    expect(link?.data).toMatchObject({
      reportId: known,
      place: {
        id: 'claimtrail:aleppo/east',
        within: ['claimtrail:aleppo', 'claimtrail:aleppo-governorate', 'country:SY'],
      },
    });
  });

  it.each([
    ['knows what another linker decided meanwhile', new FigureLinker(rows), 1],
    ['CONTROL: would not, if it kept anchors whatever happened to the tables', new TrustingLinker(rows), 2],
  ])('%s', async (_, linker, claims) => {
    const running = { period: null };
    const [early] = await tell('early', 1, running);
    await log.catchUp(linker);
    const [late] = await tell('late', 14, running);
    await catchUp();
    const [bridge] = await tell('bridge', 8, running);
    await log.catchUp(linker);
    expect(new Set(await claimsOf(early!, late!, bridge!)).size).toBe(claims);
  });

  it('merges two claims that a later figure joins, and proposes what it does not dare to', async () => {
    const running = { period: null };
    const [early] = await tell('early', 1, running);
    const [late] = await tell('late', 14, running);
    await catchUp();
    expect(new Set(await claimsOf(early!, late!)).size).toBe(2);
    const [bridge] = await tell('bridge', 8, running);
    const [beside] = await tell('beside', 8, { period: since('2031-05-06') });
    await catchUp();
    expect(new Set(await claimsOf(early!, late!, bridge!)).size).toBe(1);
    const proposals = await store.readAll(WORKSPACE, { types: ['ReportLinkProposed'] });
    expect(proposals.map(({ data }) => data)).toMatchObject([{ reportId: beside, score: 0.6 }]);
  });

  it('parts figures that a later article tells apart', async () => {
    const [whole] = await tell('whole', 3, {});
    const [part] = await tell('part', 3, { places: placeOf('eastern Westhaven') });
    await catchUp();
    expect(new Set(await claimsOf(whole!, part!)).size).toBe(1);
    await tell('both', 4, {}, { places: placeOf('eastern Westhaven') });
    await catchUp();
    expect(new Set(await claimsOf(whole!, part!)).size).toBe(2);
  });

  it('leaves alone what people linked, unlinked and merged, and their undoing', async () => {
    const [a] = await tell('a', 3, {});
    const [b] = await tell('b', 5, { places: placeOf('eastern Westhaven') });
    const [far] = await tell('far', 5, { places: placeOf('Norvale') });
    await catchUp();
    const [ours, , theirs] = (await claimsOf(a!, b!, far!)) as string[];
    await unlink(ours!, a!);
    const moved = await link(theirs!, b!);
    await tell('both', 6, {}, { places: placeOf('eastern Westhaven') });
    await catchUp();
    expect(await claimsOf(a!, b!)).toEqual([null, theirs]);
    await decide(
      `claim-${theirs}`,
      buildEvent('DecisionReverted', {
        decisionId: moved,
        decisionType: 'ReportLinked',
        claimId: theirs!,
        reportId: b!,
        reason: 'x',
      }),
    );
    await merge(ours!, theirs!);
    const [again] = await tell('again', 7, { places: placeOf('Norvale') });
    await catchUp();
    expect(await claimsOf(far!, again!)).toEqual([ours, ours]);
  });

  describe('a report that a person corrected', () => {
    const correct = (reportId: string, name: string, change: { field: string; from: unknown; to: unknown }) =>
      decide(
        `report-${reportId}`,
        buildEvent('ReportCorrected', {
          reportId,
          articleId: articleIdOf(name),
          kind: 'extraction',
          reason: 'read wrongly',
          evidence: null,
          salt: '0'.repeat(32),
          changes: [change],
        }),
      );
    const elsewhere = { field: 'places', from: placeOf('Westhaven'), to: placeOf('Norvale') };

    it('moves to the claim that it speaks of now, and back where the correction is undone', async () => {
      const [a, b] = [(await tell('a', 3, {}))[0]!, (await tell('b', 4, {}))[0]!];
      const [far] = await tell('far', 5, { places: placeOf('Norvale') });
      await catchUp();
      const [here, , there] = await claimsOf(a, b, far!);
      const correction = await correct(b, 'b', elsewhere);
      await catchUp();
      expect(await claimsOf(a, b)).toEqual([here, there]);
      const moves = await store.readAll(WORKSPACE, { types: ['ReportUnlinked', 'ReportLinked'], limit: 100 });
      expect(
        moves.slice(-2).map(({ type, data }) => [type, (data as { reportId: string }).reportId]),
      ).toEqual([
        ['ReportUnlinked', b],
        ['ReportLinked', b],
      ]);
      const undone = { decisionId: correction, decisionType: 'ReportCorrected', claimId: null, reportId: b };
      await decide(
        `report-${b}`,
        buildEvent('DecisionReverted', { ...undone, reason: 'x', salt: '0'.repeat(32) }),
      );
      await catchUp();
      expect(await claimsOf(a, b)).toEqual([here, here]);
      const [next] = await tell('next', 6, {});
      await catchUp();
      expect(await claimsOf(next!)).toEqual([here]);
    });

    it('moves as if each decision had been met alone, whenever the process runs, and in a new version', async () => {
      const [a, b] = [(await tell('a', 3, {}))[0]!, (await tell('b', 4, {}))[0]!];
      const [far] = await tell('far', 5, { places: placeOf('Norvale') });
      await catchUp();
      const [here, , there] = await claimsOf(a, b, far!);
      const before = await store.head(WORKSPACE);
      const correction = await correct(b, 'b', elsewhere);
      const undone = { decisionId: correction, decisionType: 'ReportCorrected', claimId: null, reportId: b };
      await decide(
        `report-${b}`,
        buildEvent('DecisionReverted', { ...undone, reason: 'x', salt: '0'.repeat(32) }),
      );
      await catchUp();
      const moves = await store.readAll(WORKSPACE, { afterSeq: before, types: MOVES });
      expect(moves.map(({ type, data }) => [type, (data as { claimId: string }).claimId])).toEqual([
        ['ReportUnlinked', here],
        ['ReportLinked', there],
        ['ReportUnlinked', there],
        ['ReportLinked', here],
      ]);
      const options = { store, pool, workspace: WORKSPACE, dryRun: true };
      expect(await relink({ ...options, process: new FigureLinker(rows) })).toMatchObject({ moved: [] });
      // CONTROL: read to its end, the log no longer says what the correction said.
      const placeReadAt = async (until: bigint) => {
        const log = { reader: store, workspace: WORKSPACE, until };
        const article = { reportId: b, articleId: articleIdOf('b') };
        const reading = await correctedReading(log, new PlaceFinder(rows), article);
        return (reading?.events.get(b)?.data as FigureReported).places[0]?.text;
      };
      expect(await placeReadAt(before + 1n)).toBe('Norvale');
      expect(await placeReadAt(await store.head(WORKSPACE))).toBe('Westhaven');
    });

    it('begins a claim of its own where there is none, and takes nobody with it', async () => {
      const [a, b] = [(await tell('a', 3, {}))[0]!, (await tell('b', 4, {}))[0]!];
      await catchUp();
      const [here] = await claimsOf(a);
      await correct(a, 'a', { field: 'period', from: since('2031-05-01'), to: since('2031-03-01') });
      await catchUp();
      const [moved, stays] = await claimsOf(a, b);
      expect(stays).toBe(here);
      expect([null, here]).not.toContain(moved);
    });

    it('stays where only its number was corrected', async () => {
      const [a] = await tell('a', 3, {});
      await catchUp();
      const head = await store.head(WORKSPACE);
      await correct(a!, 'a', { field: 'value', from: 40, to: 400 });
      await catchUp();
      expect(await store.head(WORKSPACE)).toBe(head + 1n);
    });

    it('is proposed for the other claim where a person said which one it is of', async () => {
      const [a, b] = [(await tell('a', 3, {}))[0]!, (await tell('b', 4, {}))[0]!];
      const [far] = await tell('far', 5, { places: placeOf('Norvale') });
      await catchUp();
      const [here, , there] = await claimsOf(a, b, far!);
      await link(here!, b);
      await correct(b, 'b', elsewhere);
      await catchUp();
      expect(await claimsOf(b)).toEqual([here]);
      const proposals = await store.readAll(WORKSPACE, { types: ['ReportLinkProposed'] });
      expect(proposals.map(({ data }) => data)).toMatchObject([{ reportId: b, claimId: there, score: 1 }]);
    });
  });

  it('gives way to a person who linked a report while it was about to', async () => {
    const [a] = await tell('a', 3, {});
    const claim = deterministicId('test', 'claim');
    await link(claim, a!);
    await catchUp();
    expect(await claimsOf(a!)).toEqual([claim]);
  });

  it('knows its claims again from the log alone', async () => {
    const running = { period: null };
    const first = await tell('first', 1, running, { places: placeOf('Norvale') });
    await tell('last', 14, running);
    await catchUp();
    await tell('bridge', 8, running);
    await catchUp();
    const before = await claimsOf(...first);
    const head = await store.head(WORKSPACE);
    for (const table of ['process', 'claim_report', 'claim_pin', 'claim_alias', 'figure_anchor'])
      await pool.query(`DELETE FROM linking.${table}`);
    await catchUp();
    expect(await store.head(WORKSPACE)).toBe(head);
    const [next] = await tell('next', 9, running);
    await catchUp();
    expect(await claimsOf(...first, next!)).toEqual([...before, before[0]]);
  });

  it('forgets the words of erased articles', async () => {
    await tell('a', 3, { places: placeOf('Little Melbury') });
    await catchUp();
    const words = async () =>
      (await pool.query<{ row: string }>('SELECT stored::text AS row FROM linking.figure_anchor stored'))
        .rows;
    expect(JSON.stringify(await words())).toContain('melbury');
    await append(store, { name: 'a', publishedAt: '', text: '' }, [erasureOf({ name: 'a' }, [1n])]);
    await catchUp();
    expect(await words()).toEqual([]);
  });
});
