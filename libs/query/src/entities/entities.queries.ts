import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { foldName, UNKNOWN_SOURCE } from '#domain';
import { EVENT_READER, type EventReader } from '#event-store';
import { entityDecisionTable, entityMentionTable, liveTable } from '#projections';
import type { AsOf } from '#tracking';
import { resolveAsOf, type AsOfRequest } from '../as-of/as-of.js';
import { Conditions } from '../conditions.js';
import { pageSize } from '../page.js';
import { ViewsReader } from '../views-reader.js';
import { addDecisionClock, addMentionClocks } from './entity-clocks.js';
import type { EntityView } from './entity.js';
import { loadEntities, loadEntity } from './load-entity.js';
import { loadFamily } from './load-paths.js';

const MENTIONS = liveTable(entityMentionTable);
const DECISIONS = liveTable(entityDecisionTable);

/** The entity that the spelling of a name gives. */
interface NamedEntity {
  readonly id: string;
  readonly key: string;
}

/** Who or where is it, under which names? Of one that was merged: what it lives on as. Null where there is none. */
export class GetEntity extends Query<EntityView | null> {
  constructor(
    readonly workspace: string,
    readonly entityId: string,
    readonly asOf: AsOfRequest = {},
  ) {
    super();
  }
}

/** Which people, organisations, groups and places have these words in a name? The most mentioned first; nobody whom only a pronoun names. */
export class FindEntities extends Query<readonly EntityView[]> {
  constructor(
    readonly workspace: string,
    readonly name: string,
    /** 50 unless told, 200 at most. */
    readonly first?: number,
    readonly asOf: AsOfRequest = {},
  ) {
    super();
  }
}

@QueryHandler(GetEntity)
export class GetEntityHandler implements IQueryHandler<GetEntity> {
  constructor(
    private readonly views: ViewsReader,
    @Inject(EVENT_READER) private readonly reader: EventReader,
  ) {}

  async execute({ workspace, entityId, asOf }: GetEntity): Promise<EntityView | null> {
    return loadEntity(this.views, workspace, entityId, await resolveAsOf(this.reader, workspace, asOf));
  }
}

@QueryHandler(FindEntities)
export class FindEntitiesHandler implements IQueryHandler<FindEntities> {
  constructor(
    private readonly views: ViewsReader,
    @Inject(EVENT_READER) private readonly reader: EventReader,
  ) {}

  async execute({ workspace, name, first, asOf }: FindEntities): Promise<readonly EntityView[]> {
    const words = foldName(name)
      .split(' ')
      .filter((word) => word !== '');
    if (words.length === 0) return [];
    const size = pageSize({ first });
    const clocks = await resolveAsOf(this.reader, workspace, asOf);
    const found = await this.named(workspace, words, size, clocks);
    const { paths } = await loadFamily(
      this.views,
      workspace,
      found.map(({ id }) => id),
      clocks.recordedSeq,
    );
    const ids = [...new Set(found.map(({ id, key }) => paths.resolve(id, key)))];
    const entities = await loadEntities(this.views, workspace, ids, clocks);
    return [...entities.values()].slice(0, size);
  }

  /** Places are tied to their names by the decisions that point at one spelled alike. */
  private named(
    workspace: string,
    words: readonly string[],
    size: number,
    clocks: AsOf,
  ): Promise<NamedEntity[]> {
    const names = new Conditions()
      .add('held.workspace = ?', workspace)
      .add('held.name_words @> ?::text[]', words)
      // Whom "he" stands for is somebody else in every article: no list can show them as one.
      .add('held.name !~ ?', UNKNOWN_SOURCE.source);
    addMentionClocks(names, clocks);
    const ties = new Conditions(names.values)
      .add(`named.field = 'places'`)
      .add('held.workspace = ?', workspace)
      .add('decision.workspace = ?', workspace)
      .add(`decision.type IN ('EntityRegistered', 'AliasAdded')`);
    addDecisionClock(ties, clocks);
    return this.views.select<NamedEntity & Record<string, unknown>>(
      `WITH named AS (
         SELECT entity_id, field, name_key, count(*) AS mentions FROM ${MENTIONS} held
          ${names.toString()} GROUP BY entity_id, field, name_key
          ORDER BY mentions DESC, entity_id, field, name_key LIMIT ${size}
       ), placed AS (
         SELECT named.name_key, decision.entity_id, named.mentions
           FROM named
           JOIN ${MENTIONS} AS held ON held.field = 'places' AND held.name_key = named.name_key
           JOIN ${DECISIONS} AS decision ON decision.report_id = held.report_id
            AND decision.mentions -> 0 ->> 'field' = 'places'
            AND (decision.mentions -> 0 ->> 'index')::int = held.index
          ${ties.toString()}
       )
       SELECT id, name_key AS key FROM (
         SELECT entity_id AS id, name_key, mentions FROM named WHERE entity_id IS NOT NULL
         UNION ALL SELECT entity_id, name_key, mentions FROM placed
       ) AS found GROUP BY id, name_key ORDER BY sum(mentions) DESC, id, name_key LIMIT ${size}`,
      ties.values,
    );
  }
}
