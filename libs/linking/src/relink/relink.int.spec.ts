import type { Pool } from 'pg';
import { buildEvent, type ClaimtrailEvent } from '#domain';
import { eventStoreMigrations, PostgresEventStore } from '#event-store';
import { gazetteerMigrations } from '#gazetteer';
import { createLogger, deterministicId } from '#platform';
import { liveDecisions, membershipOf, type LedgerDecision } from '#tracking';
import { append, eventsOf, reportIdOf, WORKSPACE } from '../../../../test/support/invented-articles.js';
import { createTestDatabase, type TestDatabase } from '../../../../test/support/test-database.js';
import { FigureLinker, linkingMigrations, ProcessRunner, relink, type DecisionProcess } from '../index.js';

let test: TestDatabase;
let store: PostgresEventStore;
let pool: Pool;

beforeEach(async () => {
  test = await createTestDatabase([...eventStoreMigrations, ...gazetteerMigrations, ...linkingMigrations]);
  store = new PostgresEventStore(test.database);
  pool = test.database.writer;
});

afterEach(async () => {
  await store.close();
  await test.drop();
});

/** The old version knows no places: to it a district is no part of its city. */
const knowingNothing = { select: () => Promise.resolve([]) };
const knowing = {
  select: async (sql: string, values: readonly unknown[]) =>
    (await pool.query(sql, [...values])).rows as never,
};
const newLinker = (): DecisionProcess => Object.assign(new FigureLinker(knowing), { version: '2.0.0' });

const runner = (process: DecisionProcess) =>
  new ProcessRunner({
    process,
    store,
    pool,
    workspace: WORKSPACE,
    logger: createLogger('silent'),
    pause: () => Promise.resolve(),
  });

async function tell(name: string, place: string): Promise<string> {
  const figure = {
    words: '40 people',
    metric: 'displaced' as const,
    measure: 'flow' as const,
    places: [{ text: place, role: 'origin' as const, span: null }],
    period: null,
  };
  const article = { name, publishedAt: '2031-05-03', text: '40 people fled.', figures: [figure] };
  await append(store, article, eventsOf(article));
  return reportIdOf(name, 1, 'figure', '40 people');
}

async function claimsOf(...reports: string[]): Promise<(string | undefined)[]> {
  const types = ['ReportLinked', 'ReportUnlinked', 'ClaimsMerged', 'ClaimSplit', 'DecisionReverted'];
  const events = await store.readAll(WORKSPACE, { types, limit: 1_000 });
  const decisions = events.map(
    ({ seq, recordedAt, type, eventId, actor, data }) =>
      ({
        type,
        eventId,
        actor,
        data,
        seq: Number(seq),
        recordedAt: recordedAt.toISOString(),
      }) as LedgerDecision,
  );
  const { claimOf } = membershipOf(liveDecisions(decisions));
  return reports.map(claimOf);
}

const BY_HAND = { decidedBy: 'editor', reasons: ['a test'] };

/** A person decides: gives the id of the event, to be undone by. */
async function decide(claimId: string, event: ClaimtrailEvent): Promise<string> {
  const { firstSeq } = await store.append({
    workspace: WORKSPACE,
    actor: 'editor',
    streams: [{ stream: `claim-${claimId}`, expectedVersion: 'any', events: [event] }],
  });
  const [stored] = await store.readAll(WORKSPACE, { afterSeq: firstSeq - 1n, limit: 1 });
  return stored!.eventId;
}

const merge = (claimId: string, mergedClaimId: string) =>
  decide(claimId, buildEvent('ClaimsMerged', { claimId, mergedClaimId, ...BY_HAND }));

const undo = (claimId: string, decisionId: string, decisionType: 'ClaimsMerged' | 'ReportLinked') =>
  decide(
    claimId,
    buildEvent('DecisionReverted', { decisionId, decisionType, claimId, reportId: null, reason: 'a test' }),
  );

const relinkByNew = () => relink({ process: newLinker(), store, pool, workspace: WORKSPACE, dryRun: false });

/** A version of which every id is another: it reads places where the old one knew none. */
async function tellOld(...places: string[]): Promise<{ reports: string[]; claims: string[] }> {
  const reports: string[] = [];
  for (const [at, place] of places.entries()) reports.push(await tell(`old-${at}`, place));
  await runner(new FigureLinker(knowingNothing)).catchUp();
  return { reports, claims: (await claimsOf(...reports)) as string[] };
}

describe('relinking by a new version', () => {
  it('shows what would move, then moves it, keeps the rest, and goes on from there', async () => {
    const [city, district, far] = [
      await tell('a', 'Aleppo'),
      await tell('b', 'Youth Housing'),
      await tell('c', 'Idlib'),
    ];
    await runner(new FigureLinker(knowingNothing)).catchUp();
    const before = await claimsOf(city, district, far);
    expect(new Set(before).size).toBe(3);

    const process = newLinker();
    const options = { process, store, pool, workspace: WORKSPACE };
    const head = await store.head(WORKSPACE);
    const looked = await relink({ ...options, dryRun: true });
    expect(looked).toMatchObject({
      kept: 2,
      added: [],
      moved: [{ reportId: district, from: before[1], to: before[0] }],
    });
    expect(await store.head(WORKSPACE)).toBe(head);

    expect(await relink({ ...options, dryRun: false })).toEqual(looked);
    expect(await claimsOf(city, district, far)).toEqual([before[0], before[0], before[2]]);
    const next = await tell('d', 'Youth Housing');
    await runner(process).catchUp();
    expect(await claimsOf(next)).toEqual([before[0]]);
  });

  it('moves nothing where it decides alike', async () => {
    const reports = [await tell('a', 'Aleppo'), await tell('b', 'Youth Housing'), await tell('c', 'Idlib')];
    await runner(new FigureLinker(knowing)).catchUp();
    const head = await store.head(WORKSPACE);
    const result = await relink({ process: newLinker(), store, pool, workspace: WORKSPACE, dryRun: false });
    expect(result).toMatchObject({ kept: reports.length, added: [], moved: [] });
    expect(await store.head(WORKSPACE)).toBe(head);
  });

  it('leaves together what a person merged, goes on so, and parts it where the merge is undone', async () => {
    const { reports, claims } = await tellOld('Aleppo', 'Idlib');
    const [city, far] = claims;
    const merging = await merge(city!, far!);
    await runner(new FigureLinker(knowingNothing)).catchUp();
    const head = await store.head(WORKSPACE);

    expect(await relinkByNew()).toMatchObject({ added: [], moved: [] });
    expect(await store.head(WORKSPACE)).toBe(head);
    expect(await claimsOf(...reports)).toEqual([city, city]);
    const next = await tell('next', 'Idlib');
    await runner(newLinker()).catchUp();
    expect(await claimsOf(next)).toEqual([city]);

    await undo(city!, merging, 'ClaimsMerged');
    const last = await tell('last', 'Idlib');
    await runner(newLinker()).catchUp();
    expect(await claimsOf(...reports, last)).toEqual([city, far, far]);
  });

  it('leaves apart what a person split, and where a person linked and unlinked', async () => {
    const { reports, claims } = await tellOld('Aleppo', 'Aleppo', 'Aleppo', 'Aleppo', 'Idlib');
    const [city, , , , far] = claims;
    const [, split, away, none] = reports;
    const newClaimId = deterministicId('test', 'split');
    await decide(
      city!,
      buildEvent('ClaimSplit', { claimId: city!, newClaimId, reportIds: [split!], ...BY_HAND }),
    );
    await decide(
      far!,
      buildEvent('ReportLinked', { claimId: far!, reportId: away!, score: null, ...BY_HAND }),
    );
    await decide(city!, buildEvent('ReportUnlinked', { claimId: city!, reportId: none!, ...BY_HAND }));
    await runner(new FigureLinker(knowingNothing)).catchUp();

    expect(await relinkByNew()).toMatchObject({ kept: 2, added: [], moved: [] });
    expect(await claimsOf(...reports)).toEqual([city, newClaimId, far, undefined, far]);
  });

  it('lets a report be linked anew whose link by a person was undone', async () => {
    const { reports, claims } = await tellOld('Aleppo', 'Youth Housing', 'Idlib');
    const [city, , far] = claims;
    const [, district] = reports;
    const linking = await decide(
      far!,
      buildEvent('ReportLinked', { claimId: far!, reportId: district!, score: null, ...BY_HAND }),
    );
    await undo(far!, linking, 'ReportLinked');
    await runner(new FigureLinker(knowingNothing)).catchUp();

    expect(await relinkByNew()).toMatchObject({ kept: 2, moved: [{ reportId: district, to: city }] });
    expect(await claimsOf(...reports)).toEqual([city, city, far]);
  });
});
