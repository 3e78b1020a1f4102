import { buildEvent, type ClaimtrailEvent } from '#domain';
import {
  append,
  articleIdOf,
  erasureOf,
  eventsOf,
  WORKSPACE,
  type InventedArticle,
} from '../../../../test/support/invented-articles.js';
import { LinkingLog } from '../../../../test/support/linking-log.js';
import { entityIdOf, source, sourcedArticle } from '../../../../test/support/sourced-articles.js';
import { EntityResolver } from '../index.js';

const noPlaces = { select: () => Promise.resolve([]) };

let log: LinkingLog;
let store: LinkingLog['store'];
let pool: LinkingLog['pool'];

beforeEach(async () => {
  log = await LinkingLog.open();
  ({ store, pool } = log);
});

afterEach(() => log.close());

const decide = (batchSize = 100) => log.catchUp(new EntityResolver(noPlaces), batchSize);

const ARTICLES = [
  sourcedArticle('one', [
    source('NAR', 'organisation'),
    source('Mevlin Sarkhov', 'person', 'foreign minister'),
  ]),
  sourcedArticle(
    'two',
    [source('Norvale Agency for Relief', 'organisation')],
    'Norvale Agency for Relief (NAR) counted.',
  ),
  sourcedArticle('three', [
    source('Mevlen Sarkhov', 'person', 'foreign minister'),
    source('officials', 'anonymous'),
  ]),
  sourcedArticle('four', [source('Sarkhov', 'person', 'Foreign Minister'), source('N.A.R.', 'organisation')]),
];
const ingest = (one: InventedArticle): Promise<void> => append(store, one, eventsOf(one));
const NAR = entityIdOf('NAR', 'organisation');
const AGENCY = entityIdOf('Norvale Agency for Relief', 'organisation');

const TYPES = ['EntityRegistered', 'AliasAdded', 'EntitiesMerged', 'EntityMergeProposed'];
const decisions = async () =>
  (await store.readAll(WORKSPACE, { types: TYPES, limit: 1_000 })).map(({ type, data, stream }) => {
    const { entityId, mergedEntityId, otherEntityId } = data as Record<string, string>;
    return `${type} ${stream} ${[entityId, mergedEntityId, otherEntityId].filter(Boolean).join(' ')}`;
  });
const ofType = async (type: string) => (await decisions()).filter((line) => line.startsWith(type));
const byAPerson = async (stream: string, event: ClaimtrailEvent) => {
  const streams = [{ stream, expectedVersion: 'any' as const, events: [event] }];
  await store.append({ workspace: WORKSPACE, actor: 'ada', streams });
  return (await store.readAll(WORKSPACE, { types: [event.type] })).at(-1)!.eventId;
};

describe('the entity resolver', () => {
  it('registers, tells of spellings, merges an explained acronym and proposes a surname', async () => {
    for (const one of ARTICLES) await ingest(one);
    await decide(3);
    // Two agencies by name, two people, the ministry that they speak for, and the place of every figure.
    expect(await ofType('EntityRegistered')).toHaveLength(6);
    expect(await ofType('AliasAdded')).toEqual([
      `AliasAdded entity-${entityIdOf('Mevlin Sarkhov', 'person')} ${entityIdOf('Mevlin Sarkhov', 'person')}`,
    ]);
    expect(await ofType('EntitiesMerged')).toEqual([`EntitiesMerged entity-${NAR} ${AGENCY} ${NAR}`]);
    expect(await ofType('EntityMergeProposed')).toHaveLength(1);
  });

  it('knows the body that somebody speaks for by an acronym that no article explains', async () => {
    await ingest(sourcedArticle('five', [source('Ravi Holt', 'person', 'U.N. spokesman')]));
    await ingest(sourcedArticle('six', [source('United Nations', 'organisation')]));
    await decide(1);
    const [un, full] = ['UN', 'United Nations'].map((name) => entityIdOf(name, 'organisation'));
    expect(await ofType('EntitiesMerged')).toEqual([`EntitiesMerged entity-${un} ${full} ${un}`]);
  });

  it('says of no one by name in what it decides', async () => {
    for (const one of ARTICLES) await ingest(one);
    await decide();
    const told = JSON.stringify(
      (await store.readAll(WORKSPACE, { types: TYPES, limit: 1_000 })).map(({ data }) => data),
    );
    expect(told).not.toMatch(/sarkhov|norvale|relief/i);
  });

  it('comes to the same entities, mergers and proposals in another order', async () => {
    for (const one of [...ARTICLES].reverse()) await ingest(one);
    await decide(2);
    const merged = await ofType('EntitiesMerged');
    expect((await ofType('EntityRegistered')).length).toBe(6);
    expect(merged).toEqual([`EntitiesMerged entity-${NAR} ${AGENCY} ${NAR}`]);
    expect((await ofType('EntityMergeProposed')).length).toBe(1);
  });

  it('decides nothing twice when its state is lost: the same log, the same decisions', async () => {
    for (const one of ARTICLES) await ingest(one);
    await decide();
    const before = await decisions();
    await pool.query(
      'DELETE FROM linking.process; DELETE FROM linking.entity; DELETE FROM linking.entity_name; DELETE FROM linking.entity_pair; DELETE FROM linking.acronym_tie; DELETE FROM linking.entity_name_article',
    );
    await decide();
    expect(await decisions()).toEqual(before);
    await ingest(sourcedArticle('five', [source('Mevlin Sarkhov', 'person')]));
    await decide();
    expect(await decisions()).toEqual(before);
  });

  it('leaves apart what a person set apart', async () => {
    for (const one of ARTICLES) await ingest(one);
    await decide();
    const [merger] = await store.readAll(WORKSPACE, { types: ['EntitiesMerged'] });
    await byAPerson(
      `entity-${NAR}`,
      buildEvent('DecisionReverted', {
        decisionId: merger!.eventId,
        decisionType: 'EntitiesMerged',
        claimId: null,
        reportId: null,
        reason: 'another agency',
      }),
    );
    await ingest(sourcedArticle('six', [], 'Norvale Agency for Relief (NAR) counted again.'));
    await decide();
    expect(await ofType('EntitiesMerged')).toHaveLength(1);
  });

  it('takes what a person merged for decided', async () => {
    await ingest(ARTICLES[0]!);
    await ingest(sourcedArticle('seven', [source('Northern Anglers and Rowers', 'organisation')]));
    const other = entityIdOf('Northern Anglers and Rowers', 'organisation');
    const data = { entityId: other, mergedEntityId: NAR, decidedBy: 'ada', reasons: ['known'] };
    await byAPerson(`entity-${NAR}`, buildEvent('EntitiesMerged', data));
    await decide();
    await ingest(ARTICLES[1]!);
    await decide();
    expect(await ofType('EntitiesMerged')).toHaveLength(1);
  });

  it('keeps no name of an erased article', async () => {
    for (const one of ARTICLES) await ingest(one);
    await decide();
    for (const one of [ARTICLES[0]!, ARTICLES[2]!]) {
      const stream: bigint[] = [];
      for await (const { seq } of store.readStream(WORKSPACE, `article-${articleIdOf(one.name)}`))
        stream.push(seq);
      await append(store, one, [erasureOf(one, stream)]);
    }
    await decide();
    const { rows } = await pool.query<{ spelling: string }>(
      'SELECT spelling FROM linking.entity_name ORDER BY 1',
    );
    expect(rows.map(({ spelling }) => spelling)).toEqual([
      'foreign ministry',
      'nar',
      'norvale agency for relief',
      'sarkhov',
      'westhaven',
    ]);
  });
});
