import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { isErased, type DecisionReverted } from '#domain';
import { EVENT_READER, type EventReader, type StoredEvent } from '#event-store';
import { loadEntity } from '../entities/load-entity.js';
import { pageOf, pageSize, seqAfter, type Page, type PageRequest } from '../page.js';
import { LocateReports, LocateReportsHandler } from '../reports/locate-reports.js';
import { ViewsReader } from '../views-reader.js';

/** What decisions are made on: each has a stream of its own. */
export type DecisionSubject = 'report' | 'claim' | 'entity' | 'article';

/** A decision of a person or a process, newest state of it included. */
export interface DecisionView {
  readonly id: string;
  readonly seq: string;
  readonly type: string;
  readonly actor: string;
  readonly recordedAt: string;
  readonly data: unknown;
  /** The decision it is a part of: it is undone with that one. */
  readonly partOf: string | null;
  /** The event that undid it. */
  readonly revertedBy: string | null;
}

export interface DecisionsView {
  /** What to give as `expectedVersion` with the next decision. */
  readonly version: number;
  readonly decisions: readonly DecisionView[];
  readonly pageInfo: Pick<Page<unknown>, 'hasNextPage' | 'endCursor'>;
}

/**
 * What was decided on a report, claim or entity, or on the wire story of an article, by whom, why, and does it stand? From the log
 * itself, the newest last, a page at a time. Null where nothing has the id.
 */
export class ListDecisions extends Query<DecisionsView | null> {
  constructor(
    readonly workspace: string,
    readonly subject: DecisionSubject,
    readonly id: string,
    readonly page: PageRequest = {},
  ) {
    super();
  }
}

@QueryHandler(ListDecisions)
export class ListDecisionsHandler implements IQueryHandler<ListDecisions> {
  constructor(
    private readonly views: ViewsReader,
    @Inject(EVENT_READER) private readonly reader: EventReader,
  ) {}

  async execute(query: ListDecisions): Promise<DecisionsView | null> {
    const { workspace, subject, id, page } = query;
    const after = BigInt(seqAfter(page));
    const size = pageSize(page);
    const events: StoredEvent[] = [];
    for await (const event of this.reader.readStream(workspace, `${subject}-${id}`)) events.push(event);
    if (events.length === 0 && !(await this.isKnown(query))) return null;
    const decisions = decisionsIn(subject === 'article' ? events.filter(onStory) : events);
    const from = decisions.filter(({ seq }) => BigInt(seq) > after).slice(0, size + 1);
    const { items, hasNextPage, endCursor } = pageOf(from, size);
    const version = events.at(-1)?.version ?? 0;
    return { version, decisions: items, pageInfo: { hasNextPage, endCursor } };
  }

  /** Claims and articles are what their streams hold; of reports and entities nobody may have decided anything yet. */
  private async isKnown({ workspace, subject, id }: ListDecisions): Promise<boolean> {
    if (subject === 'entity') return (await loadEntity(this.views, workspace, id, {})) !== null;
    if (subject !== 'report') return false;
    return (await new LocateReportsHandler(this.views).execute(new LocateReports(workspace, [id]))).size > 0;
  }
}

/** The stream of an article holds its texts and reports too. */
const onStory = ({ type }: StoredEvent): boolean =>
  ['ArticleClustered', 'ArticleUnclustered', 'DecisionReverted'].includes(type);

function decisionsIn(events: readonly StoredEvent[]): DecisionView[] {
  const readable = events.filter(({ data }) => !isErased(data));
  const reversals = new Map(
    readable
      .filter(({ type }) => type === 'DecisionReverted')
      .map(({ eventId, data }) => [(data as DecisionReverted).decisionId, eventId]),
  );
  return readable.map(({ eventId, seq, type, actor, recordedAt, data, meta }) => ({
    id: eventId,
    seq: seq.toString(),
    type,
    actor,
    recordedAt: recordedAt.toISOString(),
    data,
    partOf: (meta['partOf'] as string | undefined) ?? null,
    revertedBy: reversals.get(eventId) ?? null,
  }));
}
