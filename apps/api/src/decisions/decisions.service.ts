import { Injectable } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { InvalidFields } from '#domain';
import { MakeDecision, MakeDecisions, type BulkDecisionResult } from '#ingestion';
import { LocateReports } from '#query';
import { currentActor } from '../actor.js';
import { toProblem } from '../problems/to-problem.js';
import { Workspace } from '../workspace.js';
import type { BulkDecisionResultType, DecisionResultType } from './decision.types.js';
import type { GivenDecision } from './parse-decision.js';
import {
  inOrderOf,
  isTaken,
  MAX_BULK,
  needsArticle,
  parseItem,
  toDecision,
  toDecisions,
} from './to-decision.js';

/** What REST and GraphQL do alike: finds the articles of reports, decides, and answers. */
@Injectable()
export class Decisions {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
    private readonly workspace: Workspace,
  ) {}

  async make(given: GivenDecision): Promise<DecisionResultType> {
    const { decision, expectedVersion, idempotencyKey } = toDecision(given, await this.articlesOf([given]));
    const command = new MakeDecision(
      this.workspace.name,
      currentActor(),
      decision,
      expectedVersion,
      idempotencyKey,
    );
    const { lastSeq, ...result } = await this.commands.execute(command);
    return { ...result, lastSeq: lastSeq?.toString() ?? null };
  }

  /** @throws {InvalidFields} no list, or one that is too long: what is wrong with one item is that item's answer */
  async makeAll(items: unknown): Promise<BulkDecisionResultType[]> {
    if (!Array.isArray(items) || items.length === 0 || items.length > MAX_BULK)
      throw new InvalidFields('request', { decisions: `must be a list of 1 to ${MAX_BULK} decisions` });
    const parsed = items.map(parseItem);
    const articles = await this.articlesOf(parsed.filter(isTaken));
    const checked = toDecisions(parsed, articles);
    const command = new MakeDecisions(this.workspace.name, currentActor(), checked.filter(isTaken));
    return inOrderOf(checked, await this.commands.execute(command)).map(answerOf);
  }

  /** Views know in which article a report stands; whether it does is looked up in the log. */
  private async articlesOf(given: readonly GivenDecision[]): Promise<ReadonlyMap<string, string>> {
    const ids = given.filter(needsArticle).map(({ reportId }) => reportId);
    if (ids.length === 0) return new Map();
    return this.queries.execute(new LocateReports(this.workspace.name, ids));
  }
}

function answerOf(result: BulkDecisionResult): BulkDecisionResultType {
  if (result.outcome === 'refused') {
    const problem = toProblem(result.error);
    return { outcome: 'refused', decisionId: null, version: null, lastSeq: null, problem };
  }
  const { outcome, decisionId, version, lastSeq } = result;
  return { outcome, decisionId, version, lastSeq: lastSeq?.toString() ?? null, problem: null };
}
