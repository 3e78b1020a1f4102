import { buildEvent, type ClaimtrailEvent, type ErasureRecorded } from '#domain';
import type { StoredEvent } from '#event-store';
import { Gazetteer, type RowReader } from '#gazetteer';
import { knownNameOf, type NameBook, type NameDecision } from '#tracking';
import type { Decided, DecisionContext, DecisionProcess } from '../runner/decision-process.js';
import { forgetArticles, loadBook, saveBook, type Sought } from './name-store.js';
import { readNames, type NamesOfEvent } from './read-names.js';
import { readRulings, type Ruling } from './read-rulings.js';

const NAME = 'entity-resolver';
/** Raised with whatever changes which names are told of, merged or proposed. */
const VERSION = '1.1.0';
const DECIDED_BY = `${NAME}/${VERSION}`;

/** Who and where is meant by names: every spelling is told of once, and names that articles themselves tie together are merged. */
export class EntityResolver implements DecisionProcess {
  readonly name = NAME;
  readonly version = VERSION;
  readonly reads = [
    'ArticleIngested',
    'ArticleRevised',
    'FigureReported',
    'StatementMade',
    'ClaimRecorded',
    'ErasureRecorded',
  ] as const;
  readonly folds = [
    'EntityRegistered',
    'AliasAdded',
    'EntitiesMerged',
    'EntitySplit',
    'EntityMergeProposed',
    'EntityMergeDeclined',
    'DecisionReverted',
  ] as const;
  private readonly gazetteer: Gazetteer;

  constructor(rows: RowReader) {
    this.gazetteer = new Gazetteer(rows);
  }

  async decide(batch: readonly StoredEvent[], context: DecisionContext): Promise<readonly Decided[]> {
    await forgetArticles(context, erasedIn(batch));
    const names = await readNames(batch, context.workspace, this.gazetteer);
    const rulings = await readRulings(batch, context);
    const book = await loadBook(context, soughtBy(names, rulings));
    const decided = batch.map((cause) => ({
      cause,
      events: decideOne(names.get(cause.eventId), rulings.get(cause.eventId), book).map(toAppend),
    }));
    await saveBook(context, book, [...names.values()]);
    return context.folding ? [] : decided.filter(({ events }) => events.length > 0);
  }
}

const erasedIn = (batch: readonly StoredEvent[]): string[] =>
  batch
    .filter(({ type }) => type === 'ErasureRecorded')
    .map(({ data }) => (data as ErasureRecorded).articleId);

function decideOne(
  names: NamesOfEvent | undefined,
  ruling: Ruling | undefined,
  book: NameBook,
): NameDecision[] {
  ruling?.fold(book);
  if (!names) return [];
  return [
    ...names.ties.flatMap((tie) => book.tie(tie)),
    ...names.mentions.flatMap((found) => book.meet(found)),
  ];
}

function soughtBy(names: ReadonlyMap<string, NamesOfEvent>, rulings: ReadonlyMap<string, Ruling>): Sought {
  const read = [...names.values()];
  const mentions = read.flatMap((one) => one.mentions);
  const ties = read.flatMap((one) => one.ties);
  const entityIds = [
    ...mentions.map(({ entityId }) => entityId),
    ...ties.flatMap(({ acronymId, nameId }) => [acronymId, nameId]),
    ...[...rulings.values()].flatMap((ruling) => ruling.entityIds),
  ];
  return { entityIds: [...new Set(entityIds)], names: mentions.map(knownNameOf), ties };
}

function toAppend(decision: NameDecision): { readonly stream: string; readonly event: ClaimtrailEvent } {
  const told = (...reasons: string[]) => ({ decidedBy: DECIDED_BY, reasons });
  const stream = `entity-${decision.entityId}`;
  switch (decision.type) {
    case 'registered': {
      const { entityId, kind, mention } = decision;
      const reasons = told('met for the first time');
      return { stream, event: buildEvent('EntityRegistered', { entityId, kind, mention, ...reasons }) };
    }
    case 'alias': {
      const { entityId, mention, score } = decision;
      const reasons = told('the same name in another spelling');
      return { stream, event: buildEvent('AliasAdded', { entityId, mention, score, ...reasons }) };
    }
    case 'merged': {
      const { entityId, mergedEntityId, reason } = decision;
      const event = buildEvent('EntitiesMerged', { entityId, mergedEntityId, ...told(reason) });
      return { stream: `entity-${mergedEntityId}`, event };
    }
    case 'proposed': {
      const { entityId, otherEntityId, score, reason } = decision;
      const data = { entityId, otherEntityId, score, ...told(reason) };
      return { stream, event: buildEvent('EntityMergeProposed', data) };
    }
  }
}
