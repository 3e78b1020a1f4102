import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import {
  EVENT_APPENDER,
  EVENT_READER,
  WrongExpectedVersion,
  type AppendResult,
  type EventAppender,
  type EventReader,
  type NewEvent,
} from '#event-store';
import { toNewEvent } from '../new-event.js';
import { MakeDecision, type MakeDecisionResult } from './make-decision.command.js';
import type { History } from './history.js';
import { requireVersion } from './meanwhile.js';
import type { PlannedEvent, PlannedStream } from './plan.js';
import { DecisionPreparation } from './prepare-decision.js';

/** How often others may write first before the command gives up and says so. */
const MAX_ATTEMPTS = 5;

@CommandHandler(MakeDecision)
export class MakeDecisionHandler implements ICommandHandler<MakeDecision> {
  constructor(
    @Inject(EVENT_APPENDER) private readonly appender: EventAppender,
    @Inject(EVENT_READER) private readonly reader: EventReader,
  ) {}

  /**
   * @throws {ChangedMeanwhile} the stream is not at `expectedVersion`, or a field not as `from` says: with what was decided since
   * @throws {ReportNotFound | ClaimNotFound | EntityNotFound | DecisionNotFound | ArticleErased}
   * @throws {InvalidFields | MergedAlready | NotLinked | OfOtherMatter | ClaimsDiffer | NotProposed | AlreadySettled | ReportIsRetracted | AlreadyReverted | NotReversible}
   * @throws {IdempotencyConflict} another decision was recorded under the key
   * @throws {WrongExpectedVersion} others wrote first on every attempt
   */
  async execute(command: MakeDecision): Promise<MakeDecisionResult> {
    const { workspace, actor, decision, expectedVersion } = command;
    for (let attempt = 1; ; attempt++) {
      const { history, decide } = await new DecisionPreparation(this.reader, workspace, actor).prepare(
        decision,
      );
      const retried = await this.recordedUnder(command, history);
      if (retried) return retried;
      requireVersion(history, expectedVersion);
      const plan = decide();
      const { stream, version } = history;
      if (plan.outcome === 'unchanged')
        return { outcome: 'unchanged', decisionId: plan.decisionId, stream, version, lastSeq: null };
      try {
        const { lastSeq } = await this.append(command, plan.streams);
        const added = plan.streams.find((planned) => planned.stream === stream)?.events.length ?? 0;
        return {
          outcome: 'recorded',
          decisionId: plan.decisionId,
          stream,
          version: version + added,
          lastSeq,
        };
      } catch (error) {
        if (!(error instanceof WrongExpectedVersion) || attempt === MAX_ATTEMPTS) throw error;
      }
    }
  }

  private append(command: MakeDecision, planned: readonly PlannedStream[]): Promise<AppendResult> {
    const [main, ...others] = planned;
    const parts = others.filter(({ events }) => events.length > 0).map(({ stream }) => stream);
    return this.appender.append({
      ...askedFor(command),
      correlationId: command.idempotencyKey,
      streams: planned.map((each) => ({
        stream: each.stream,
        expectedVersion: each.expectedVersion,
        events: each.events.map((event) => newEvent(event, each === main ? parts : [])),
      })),
    });
  }

  /**
   * A retry of what was recorded before: it must not be refused because of its own first try. Whether it is the same decision, the store tells
   * by the key; asked where the first try was written, it can write nothing.
   */
  private async recordedUnder(
    command: MakeDecision,
    { events, stream, version }: History,
  ): Promise<MakeDecisionResult | null> {
    const { actor, idempotencyKey } = command;
    if (idempotencyKey === undefined) return null;
    const first = events.find((event) => event.correlationId === idempotencyKey && event.actor === actor);
    if (!first) return null;
    await this.appender.append({
      ...askedFor(command),
      streams: [{ stream, expectedVersion: first.version - 1, events: [first] }],
    });
    return { outcome: 'unchanged', decisionId: first.eventId, stream, version, lastSeq: first.seq };
  }
}

/** What is recorded depends on what the streams hold by now; the key stands for what was asked for. */
function askedFor({ workspace, actor, decision, idempotencyKey }: MakeDecision) {
  return { workspace, actor, idempotencyKey, idempotencyBody: JSON.stringify(decision) };
}

function newEvent({ event, eventId, meta: planned }: PlannedEvent, parts: readonly string[]): NewEvent {
  const meta = { ...planned, ...(parts.length > 0 && { parts }) };
  return { ...toNewEvent(event, null), eventId, ...(Object.keys(meta).length > 0 && { meta }) };
}
