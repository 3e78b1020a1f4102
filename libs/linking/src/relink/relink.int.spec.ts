import { buildEvent, type ClaimtrailEvent } from '#domain';
import { deterministicId } from '#platform';
import { append, eventsOf, reportIdOf, WORKSPACE } from '../../../../test/support/invented-articles.js';
import { LinkingLog } from '../../../../test/support/linking-log.js';
import { FigureLinker, relink, type DecisionProcess } from '../index.js';

let log: LinkingLog;
let store: LinkingLog['store'];
let pool: LinkingLog['pool'];

beforeEach(async () => {
  log = await LinkingLog.open();
  ({ store, pool } = log);
});

afterEach(() => log.close());

/** The old version knows no places: to it a district is no part of its city. */
const knowingNothing = { select: () => Promise.resolve([]) };
const knowing = {
  select: async (sql: string, values: readonly unknown[]) =>
    (await pool.query(sql, [...values])).rows as never,
};
const newLinker = (): DecisionProcess => Object.assign(new FigureLinker(knowing), { version: '2.0.0' });

const catchUp = (process: DecisionProcess) => log.catchUp(process);

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

const claimsOf = (...reports: string[]) => log.claimsOf(...reports);

const BY_HAND = { decidedBy: 'editor', reasons: ['a test'] };

const decide = (claimId: string, event: ClaimtrailEvent) => log.decide(`claim-${claimId}`, event);

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
  await catchUp(new FigureLinker(knowingNothing));
  return { reports, claims: (await claimsOf(...reports)) as string[] };
}

describe('relinking by a new version', () => {
  it('shows what would move, then moves it, keeps the rest, and goes on from there', async () => {
    const [city, district, far] = [
      await tell('a', 'Aleppo'),
      await tell('b', 'Youth Housing'),
      await tell('c', 'Idlib'),
    ];
    await catchUp(new FigureLinker(knowingNothing));
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
    await catchUp(process);
    expect(await claimsOf(next)).toEqual([before[0]]);
  });

  it('moves nothing where it decides alike', async () => {
    const reports = [await tell('a', 'Aleppo'), await tell('b', 'Youth Housing'), await tell('c', 'Idlib')];
    await catchUp(new FigureLinker(knowing));
    const head = await store.head(WORKSPACE);
    const result = await relink({ process: newLinker(), store, pool, workspace: WORKSPACE, dryRun: false });
    expect(result).toMatchObject({ kept: reports.length, added: [], moved: [] });
    expect(await store.head(WORKSPACE)).toBe(head);
  });

  it('leaves together what a person merged, goes on so, and parts it where the merge is undone', async () => {
    const { reports, claims } = await tellOld('Aleppo', 'Idlib');
    const [city, far] = claims;
    const merging = await merge(city!, far!);
    await catchUp(new FigureLinker(knowingNothing));
    const head = await store.head(WORKSPACE);

    expect(await relinkByNew()).toMatchObject({ added: [], moved: [] });
    expect(await store.head(WORKSPACE)).toBe(head);
    expect(await claimsOf(...reports)).toEqual([city, city]);
    const next = await tell('next', 'Idlib');
    await catchUp(newLinker());
    expect(await claimsOf(next)).toEqual([city]);

    await undo(city!, merging, 'ClaimsMerged');
    const last = await tell('last', 'Idlib');
    await catchUp(newLinker());
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
      buildEvent('ReportLinked', { claimId: far!, reportId: away!, score: null, place: null, ...BY_HAND }),
    );
    await decide(city!, buildEvent('ReportUnlinked', { claimId: city!, reportId: none!, ...BY_HAND }));
    await catchUp(new FigureLinker(knowingNothing));

    expect(await relinkByNew()).toMatchObject({ kept: 2, added: [], moved: [] });
    expect(await claimsOf(...reports)).toEqual([city, newClaimId, far, undefined, far]);
  });

  it('lets a report be linked anew whose link by a person was undone', async () => {
    const { reports, claims } = await tellOld('Aleppo', 'Youth Housing', 'Idlib');
    const [city, , far] = claims;
    const [, district] = reports;
    const linking = await decide(
      far!,
      buildEvent('ReportLinked', {
        claimId: far!,
        reportId: district!,
        score: null,
        place: null,
        ...BY_HAND,
      }),
    );
    await undo(far!, linking, 'ReportLinked');
    await catchUp(new FigureLinker(knowingNothing));

    expect(await relinkByNew()).toMatchObject({ kept: 2, moved: [{ reportId: district, to: city }] });
    expect(await claimsOf(...reports)).toEqual([city, city, far]);
  });
});
