import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { EVENT_READER, type EventReader } from '#event-store';
import { entityDecisionTable, liveTable } from '#projections';
import { recordedAlone, type AsOfRequest } from '../as-of/as-of.js';
import type { EntityView } from '../entities/entity.js';
import { loadEntities } from '../entities/load-entity.js';
import { loadFamily } from '../entities/load-paths.js';
import { pageOf, pageSize, seqAfter, type Page, type PageRequest } from '../page.js';
import { ViewsReader } from '../views-reader.js';

const DECISIONS = liveTable(entityDecisionTable);
/** Looked through at once: most proposals that somebody decided on are left out by the statement already. */
const BATCH = 500;

/** Two entities that a process takes for one without being sure: somebody is to merge them or to decline. */
export interface EntityMergeProposal {
  /** The event. */
  readonly id: string;
  readonly seq: string;
  readonly recordedAt: string;
  /** As they were proposed: what a decline names. */
  readonly entityId: string;
  readonly otherEntityId: string;
  readonly score: number;
  readonly reasons: readonly string[];
  readonly decidedBy: string;
  /** What the two live on as: what a merger names. */
  readonly entity: EntityView;
  readonly other: EntityView;
}

export interface EntityProposalFilter extends PageRequest {
  readonly workspace: string;
  /** The record's clock alone: a proposal was made at a time, and speaks of no day. */
  readonly asOf?: AsOfRequest;
}

/** Which entities may be one, and nobody decided yet? The oldest proposal first. */
export class FindEntityProposals extends Query<Page<EntityMergeProposal>> {
  constructor(readonly filter: EntityProposalFilter) {
    super();
  }
}

type ProposalRow = Record<string, unknown> & {
  readonly id: string;
  readonly seq: string;
  readonly recorded_at: Date;
  readonly entity_id: string;
  readonly other_entity_id: string;
  readonly score: number;
  readonly reasons: readonly string[];
  readonly decided_by: string;
};

interface OpenProposal extends ProposalRow {
  readonly living: readonly [string, string];
}

@QueryHandler(FindEntityProposals)
export class FindEntityProposalsHandler implements IQueryHandler<FindEntityProposals> {
  constructor(
    private readonly views: ViewsReader,
    @Inject(EVENT_READER) private readonly reader: EventReader,
  ) {}

  /** @throws {InvalidFields} another clock than the record's is asked for */
  async execute({ filter }: FindEntityProposals): Promise<Page<EntityMergeProposal>> {
    const { workspace } = filter;
    const because = 'a proposal is made and decided on in the record';
    const recordedSeq = await recordedAlone(this.reader, workspace, filter.asOf, because);
    const size = pageSize(filter);
    const page = pageOf(await this.open({ workspace, recordedSeq }, seqAfter(filter), size + 1), size);
    const ids = [...new Set(page.items.flatMap(({ living }) => living))];
    const entities = await loadEntities(this.views, workspace, ids, { recordedSeq });
    const entityOf = (id: string): EntityView => entities.get(id) ?? nameless(id);
    const items = page.items.map(({ living: [one, other], ...row }) => ({
      ...proposalOf(row as ProposalRow),
      entity: entityOf(one),
      other: entityOf(other),
    }));
    return { ...page, items };
  }

  /** The next proposals whose entities are still two, as far as mergers of others say. */
  private async open(
    { workspace, recordedSeq }: Then,
    after: string,
    wanted: number,
  ): Promise<OpenProposal[]> {
    const open: OpenProposal[] = [];
    for (let seq = after; ;) {
      const rows = await this.undecided({ workspace, recordedSeq }, seq);
      const ids = rows.flatMap(({ entity_id, other_entity_id }) => [entity_id, other_entity_id]);
      const { paths } = await loadFamily(this.views, workspace, ids, recordedSeq);
      for (const row of rows) {
        const living = [
          paths.resolve(row.entity_id, null),
          paths.resolve(row.other_entity_id, null),
        ] as const;
        if (living[0] !== living[1]) open.push({ ...row, living });
      }
      const last = rows.at(-1);
      if (!last || rows.length < BATCH || open.length >= wanted) return open.slice(0, wanted);
      seq = last.seq;
    }
  }

  private undecided({ workspace, recordedSeq }: Then, after: string): Promise<ProposalRow[]> {
    return this.views.select<ProposalRow>(
      `SELECT event_id AS id, seq::text AS seq, recorded_at, entity_id, other_entity_id, score, reasons, decided_by
         FROM ${DECISIONS} AS proposal
        WHERE workspace = $1 AND type = 'EntityMergeProposed' AND seq > $2 AND ${stood('proposal')}
          AND NOT EXISTS (${decidedOn('entity_id', 'other_entity_id')})
          AND NOT EXISTS (${decidedOn('other_entity_id', 'entity_id')})
        ORDER BY proposal.seq LIMIT ${BATCH}`,
      [workspace, after, recordedSeq],
    );
  }
}

interface Then {
  readonly workspace: string;
  /** Null: today. */
  readonly recordedSeq: number | null;
}

/** SQL: the decision stood where the log ended with the event of $3, or stands now. */
const stood = (decision: string): string =>
  `($3::bigint IS NULL OR ${decision}.seq <= $3) AND (${decision}.reverted_seq IS NULL OR ${decision}.reverted_seq > $3)`;

/** An entity all of whose articles were erased. */
const nameless = (id: string): EntityView => ({
  id,
  kind: null,
  name: null,
  names: [],
  roles: [],
  mergedIds: [],
  proposals: [],
});

const decidedOn = (one: string, other: string): string =>
  `SELECT FROM ${DECISIONS} AS decided WHERE decided.workspace = $1 AND ${stood('decided')}
     AND decided.type IN ('EntitiesMerged', 'EntityMergeDeclined')
     AND decided.entity_id = proposal.${one} AND decided.other_entity_id = proposal.${other}`;

const proposalOf = (row: ProposalRow): Omit<EntityMergeProposal, 'entity' | 'other'> => ({
  id: row.id,
  seq: row.seq,
  recordedAt: row.recorded_at.toISOString(),
  entityId: row.entity_id,
  otherEntityId: row.other_entity_id,
  score: row.score,
  reasons: row.reasons,
  decidedBy: row.decided_by,
});
