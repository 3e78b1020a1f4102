import type { PoolClient } from 'pg';
import type { ClaimtrailEvent, DecisionReverted, EventType } from '#domain';
import type { EventReader, StoredEvent } from '#event-store';

/**
 * A process that reads the log in order and appends what it decides. The contract:
 *
 * - `decide` gets events of `reads` and `folds` in log order, in batches that never part the events of one append. Its state is written
 *   in the transaction that also moves the position and keeps the decisions for the log: all of it or nothing. It has no other memory
 *   but bounded caches, and after a throw it is called again with the same events.
 * - What it gives is appended by the runner: one atomic append a cause, with the key `<name>/<version>/<eventId of the cause>`, in
 *   the order given. Give each cause once a batch. A process that is killed anywhere appends nothing twice and leaves nothing out.
 * - Its own decisions (actor `<name>/<any version>`) it never gets, for its state has them already; but see `folding`. Those of
 *   people come in their turn among `folds`, and bind: a process never undoes what a person decided.
 * - Data of erased events never comes. Read `ErasureRecorded` to forget what the state holds of an article.
 */
export interface DecisionProcess {
  /** "figure-linker": also the name before the slash of its actor and of `decidedBy`. */
  readonly name: string;
  readonly version: string;
  /** Types of facts it decides on. */
  readonly reads: readonly EventType[];
  /** Types of decisions that change its state, its own kinds among them. */
  readonly folds: readonly EventType[];
  decide(batch: readonly StoredEvent[], context: DecisionContext): Promise<readonly Decided[]>;
  /**
   * Whether it can decide on a batch while the state of the batch before is still being written, which the tables may show or not: from
   * what it keeps in memory of that. It then writes by `context.write` alone.
   */
  canDecideAhead?(batch: readonly StoredEvent[]): boolean;
}

export interface DecisionContext {
  readonly workspace: string;
  /** In the transaction of the batch; where that has not begun, outside of any. */
  readonly client: Queries;
  /** Runs it in the transaction of the batch: at once, or where that has not begun, when it has. Absent: `client` is in it. */
  readonly write?: Write;
  /** Resolves when the batch before is written. Absent: it is. */
  readonly written?: () => Promise<unknown>;
  readonly reader: EventReader;
  /**
   * The log has decisions of this process that its state lacks: it was imported, or the state was lost. While true the batch
   * holds its own decisions too, to be folded like anybody's, and what `decide` gives is dropped.
   */
  readonly folding: boolean;
  /** What the state of the process is called before and after the batch; null where nothing may be kept beyond it. */
  readonly state: StateNames | null;
}

export type Queries = Pick<PoolClient, 'query'>;

export type Write = (work: (client: Queries) => Promise<void>) => void;

/**
 * The state that a batch begins with has the name that the batch before ended with, unless anything else has written it since, or that
 * batch was rolled back. So a process can tell whether what it keeps in memory is what the tables hold.
 */
export interface StateNames {
  readonly before: string;
  readonly after: string;
}

/** What one event caused: events for any number of streams, appended together or not at all. */
export interface Decided {
  readonly cause: StoredEvent;
  readonly events: readonly { readonly stream: string; readonly event: ClaimtrailEvent }[];
}

/** "figure-linker/1.0.0": actor and `decidedBy`. */
export const actorOf = ({ name, version }: Pick<DecisionProcess, 'name' | 'version'>): string =>
  `${name}/${version}`;

/** Whether an event is a decision of this process, in whatever version. */
export const isOwn = ({ name }: Pick<DecisionProcess, 'name'>, { actor }: StoredEvent): boolean =>
  actor.startsWith(`${name}/`);

/** To undo a correction says anew what a report says: a fact like the correction, though the type is one of decisions. */
export const isCorrectionUndone = ({ type, data }: Pick<StoredEvent, 'type' | 'data'>): boolean =>
  type === 'DecisionReverted' && (data as DecisionReverted).decisionType === 'ReportCorrected';

/** Whether it is a decision that changes the state of the process, and no fact that it decides on. */
export const isFolded = ({ folds }: Pick<DecisionProcess, 'folds'>, event: StoredEvent): boolean =>
  (folds as readonly string[]).includes(event.type) && !isCorrectionUndone(event);
