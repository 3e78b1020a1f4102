import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { EVENT_APPENDER, EVENT_READER, type EventAppender, type EventReader } from '#event-store';
import type { Decision } from './decision.js';
import { MakeDecision } from './make-decision.command.js';
import { MakeDecisionHandler } from './make-decision.handler.js';
import { MakeDecisions, type BulkDecision, type BulkDecisionResult } from './make-decisions.command.js';

/** Decided on at once; those on one report, claim or entity one after another, in the order they were given. */
const LANES = 8;

@CommandHandler(MakeDecisions)
export class MakeDecisionsHandler implements ICommandHandler<MakeDecisions> {
  private readonly single: MakeDecisionHandler;

  constructor(@Inject(EVENT_APPENDER) appender: EventAppender, @Inject(EVENT_READER) reader: EventReader) {
    this.single = new MakeDecisionHandler(appender, reader);
  }

  async execute({ workspace, actor, decisions }: MakeDecisions): Promise<BulkDecisionResult[]> {
    const results: BulkDecisionResult[] = [];
    const waiting = [...groupsOf(decisions)];
    const work = async () => {
      for (let group = waiting.shift(); group; group = waiting.shift())
        for (const at of group) results[at] = await this.make(workspace, actor, decisions[at]!);
    };
    await Promise.all(Array.from({ length: LANES }, work));
    return results;
  }

  private async make(workspace: string, actor: string, item: BulkDecision): Promise<BulkDecisionResult> {
    const { decision, expectedVersion, idempotencyKey } = item;
    try {
      return await this.single.execute(
        new MakeDecision(workspace, actor, decision, expectedVersion, idempotencyKey),
      );
    } catch (error) {
      return { outcome: 'refused', error };
    }
  }
}

/** Places in the list, by what is decided on. */
function groupsOf(decisions: readonly BulkDecision[]): Iterable<number[]> {
  const groups = new Map<string, number[]>();
  decisions.forEach(({ decision }, at) => {
    const subject = subjectOf(decision);
    const group = groups.get(subject);
    if (group) group.push(at);
    else groups.set(subject, [at]);
  });
  return groups.values();
}

function subjectOf(decision: Decision): string {
  if ('claimId' in decision) return decision.claimId;
  if ('entityId' in decision) return decision.entityId;
  if ('reportId' in decision) return decision.reportId;
  return decision.type === 'revert_decision' ? decision.decisionId : decision.articleId;
}
