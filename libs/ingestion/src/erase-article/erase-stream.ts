import type { ClaimtrailEvent } from '#domain';
import {
  WrongExpectedVersion,
  type ErasureResult,
  type EventReader,
  type PayloadEraser,
  type StoredEvent,
} from '#event-store';
import { articleStream } from '../article/article-stream.js';
import { toNewEvent } from '../new-event.js';
import { erasureEvent, planErasure, type ErasureOrder, type ErasurePlan } from './plan-erasure.js';

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
  readonly publishedAt: string | null;
  readonly events: readonly ClaimtrailEvent[];
}

export async function readArticleStream(
  reader: EventReader,
  workspace: string,
  articleId: string,
): Promise<StoredEvent[]> {
  const events: StoredEvent[] = [];
  for await (const event of reader.readStream(workspace, articleStream(articleId))) events.push(event);
  return events;
}

/**
 * Erases all that an article's stream holds, in one transaction with what is recorded in its place. Where somebody else changes
 * the article meanwhile, all is looked at anew.
 * @param renew decides from the stream what stands in its place: null leaves the article as it is, [] nothing stands there
 * @throws {WrongExpectedVersion} others changed the article on every attempt
 */
export async function eraseStream(
  { reader, eraser, sealedTo }: ErasureTools,
  { workspace, actor, articleId }: { workspace: string; actor: string; articleId: string },
  order: ErasureOrder,
  renew: (plan: ErasurePlan) => Promise<NewRecord | null>,
): Promise<{ readonly plan: ErasurePlan; readonly result: ErasureResult | null }> {
  for (let attempt = 1; ; attempt++) {
    const plan = planErasure(articleId, await readArticleStream(reader, workspace, articleId));
    const last = plan.events.at(-1);
    const renewed = last && (await renew(plan));
    if (!last || !renewed) return { plan, result: null };
    await sealedTo(workspace, last.seq);
    const erasure = erasureEvent(plan, order, renewed.events.length > 0);
    const events = [
      toNewEvent(erasure, null),
      ...renewed.events.map((event) => toNewEvent(event, renewed.publishedAt)),
    ];
    const streams = [{ stream: articleStream(articleId), expectedVersion: plan.version, events }];
    try {
      return { plan, result: await eraser.erase({ workspace, actor, streams }) };
    } catch (error) {
      if (!(error instanceof WrongExpectedVersion) || attempt === MAX_ATTEMPTS) throw error;
    }
  }
}
