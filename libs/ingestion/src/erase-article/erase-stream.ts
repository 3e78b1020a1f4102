import type { ClaimtrailEvent } from '#domain';
import {
  WrongExpectedVersion,
  type EventReader,
  type PayloadEraser,
  type StoredEvent,
  type StreamAppend,
} from '#event-store';
import { articleStream } from '../article/article-stream.js';
import { reportStream } from '../decisions/history.js';
import { aboutReports, type ClaimStreams } from './claim-streams.js';
import { toNewEvent } from '../new-event.js';
import {
  erasable,
  erasureEvent,
  hasWords,
  planErasure,
  type ErasureOrder,
  type ErasurePlan,
  type DecisionStream,
} from './plan-erasure.js';

/** How often others may change an article while it is erased before the command gives up and says so. */
const MAX_ATTEMPTS = 5;

/** What erasing needs beside the log's readers: an operator's rights, and the sealer. */
export interface ErasureTools {
  readonly reader: EventReader;
  readonly eraser: PayloadEraser;
  /** Resolves when a signed checkpoint covers the event: what was signed vouches for the hash that stays. */
  readonly sealedTo: (workspace: string, seq: bigint) => Promise<void>;
}

/** What is recorded of an article in place of what was erased. */
export interface NewRecord {
  readonly assertedAt: string | null;
  readonly events: readonly ClaimtrailEvent[];
}

/** What can be erased of an article: its own stream, those of the reports in it, and what people decided about these on claims. */
export async function readErasable(
  reader: EventReader,
  workspace: string,
  articleId: string,
  claims: ClaimStreams,
): Promise<ErasurePlan> {
  const stream = await readWhole(reader, workspace, articleStream(articleId));
  const ids = new Set(
    stream.filter(hasWords).flatMap(({ data }) => (data as { readonly reportId?: string }).reportId ?? []),
  );
  const reports: DecisionStream[] = [];
  for (const id of ids) {
    const events = await readWhole(reader, workspace, reportStream(id));
    reports.push({
      stream: reportStream(id),
      version: events.at(-1)?.version ?? 0,
      events: events.filter(hasWords),
    });
  }
  reports.push(...(await decidedOnClaims(reader, workspace, ids, claims)));
  return planErasure(articleId, stream, reports, ids);
}

async function decidedOnClaims(
  reader: EventReader,
  workspace: string,
  reportIds: ReadonlySet<string>,
  claims: ClaimStreams,
): Promise<DecisionStream[]> {
  const found: DecisionStream[] = [];
  for (const stream of await claims.naming([...reportIds])) {
    const events = await readWhole(reader, workspace, stream);
    const version = events.at(-1)?.version ?? 0;
    found.push({ stream, version, events: aboutReports(events, reportIds) });
  }
  return found;
}

async function readWhole(reader: EventReader, workspace: string, stream: string): Promise<StoredEvent[]> {
  const events: StoredEvent[] = [];
  for await (const event of reader.readStream(workspace, stream)) events.push(event);
  return events;
}

export interface ErasedArticle {
  readonly workspace: string;
  readonly actor: string;
  readonly articleId: string;
  readonly claims: ClaimStreams;
}

export interface StreamErasure {
  /** Events whose data is gone. */
  readonly erased: number;
  /** Position of the event in the article's stream that says so. */
  readonly erasureSeq: bigint;
}

/**
 * Erases all that an article's stream and those of its reports hold, in one transaction with what is recorded in its place. Where somebody else changes
 * the article meanwhile, all is looked at anew.
 * @param renew decides from the stream what stands in its place: null leaves the article as it is, [] nothing stands there
 * @throws {WrongExpectedVersion} others changed the article on every attempt
 */
export async function eraseStream(
  { reader, eraser, sealedTo }: ErasureTools,
  { workspace, actor, articleId, claims }: ErasedArticle,
  order: ErasureOrder,
  renew: (plan: ErasurePlan) => Promise<NewRecord | null>,
): Promise<{ readonly plan: ErasurePlan; readonly result: StreamErasure | null }> {
  for (let attempt = 1; ; attempt++) {
    const plan = await readErasable(reader, workspace, articleId, claims);
    const renewed = plan.events.length > 0 ? await renew(plan) : null;
    if (!renewed) return { plan, result: null };
    await sealedTo(workspace, newest(erasable(plan)));
    const streams = streamsOf(plan, order, renewed);
    try {
      const { erased, firstSeq } = await eraser.erase({ workspace, actor, streams });
      const before = streams.slice(0, -1).reduce((count, { events }) => count + events.length, 0);
      const late = await eraseLate({ reader, eraser, sealedTo }, { workspace, actor, claims }, plan, order);
      return { plan, result: { erased: erased + late, erasureSeq: firstSeq + BigInt(before) } };
    } catch (error) {
      if (!(error instanceof WrongExpectedVersion) || attempt === MAX_ATTEMPTS) throw error;
    }
  }
}

/** What people decided on claims between the look at the log and the erasure, in streams that nobody had watched. Gives how many events. */
async function eraseLate(
  { reader, eraser, sealedTo }: ErasureTools,
  { workspace, actor, claims }: Omit<ErasedArticle, 'articleId'>,
  plan: ErasurePlan,
  order: ErasureOrder,
): Promise<number> {
  for (let attempt = 1; ; attempt++) {
    const decided = await decidedOnClaims(reader, workspace, plan.reportIds, claims);
    const late = decided.filter(({ events }) => events.length > 0);
    if (late.length === 0) return 0;
    await sealedTo(workspace, newest(late.flatMap(({ events }) => events)));
    const streams = late.map((each) => erasureIn(each, plan, order, false));
    try {
      return (await eraser.erase({ workspace, actor, streams })).erased;
    } catch (error) {
      if (!(error instanceof WrongExpectedVersion) || attempt === MAX_ATTEMPTS) throw error;
    }
  }
}

const newest = (events: readonly StoredEvent[]): bigint =>
  events.reduce((last, { seq }) => (seq > last ? seq : last), 0n);

/** Those of the reports first: an erasure takes from views what came before it, and what is recorded again comes last. */
function streamsOf(plan: ErasurePlan, order: ErasureOrder, renewed: NewRecord): StreamAppend[] {
  const recordedAgain = renewed.events.length > 0;
  const reports = plan.reports.map((each) => erasureIn(each, plan, order, recordedAgain));
  const again = renewed.events.map((event) => toNewEvent(event, renewed.assertedAt));
  const article = {
    stream: articleStream(plan.articleId),
    expectedVersion: plan.version,
    events: [toNewEvent(erasureEvent(plan, plan.events, order, recordedAgain), null), ...again],
  };
  return [...reports, article];
}

const erasureIn = (
  { stream, version, events }: DecisionStream,
  plan: ErasurePlan,
  order: ErasureOrder,
  recordedAgain: boolean,
): StreamAppend => ({
  stream,
  expectedVersion: version,
  events: events.length > 0 ? [toNewEvent(erasureEvent(plan, events, order, recordedAgain), null)] : [],
});
