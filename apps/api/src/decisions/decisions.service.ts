import { Injectable } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { InvalidFields } from '#domain';
import { MakeDecision, MakeDecisions, type BulkDecisionResult } from '#ingestion';
import { LocateFigures, LocateLinks, LocateParts, LocateReports } from '#query';
import { currentActor } from '../actor.js';
import { toProblem } from '../problems/to-problem.js';
import { Workspace } from '../workspace.js';
import type { BulkDecisionResultType, DecisionResultType } from './decision.types.js';
import type { GivenDecision } from './parse-decision.js';
import {
  inOrderOf,
  isTaken,
  MAX_BULK,
  locate,
  parseItem,
  toDecision,
  toDecisions,
  type Located,
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
    const { decision, expectedVersion, idempotencyKey } = toDecision(given, await this.locate([given]));
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
    const checked = toDecisions(parsed, await this.locate(parsed.filter(isTaken)));
    const command = new MakeDecisions(this.workspace.name, currentActor(), checked.filter(isTaken));
    return inOrderOf(checked, await this.commands.execute(command)).map(answerOf);
  }

  /** Views know where reports and links stand, and what a total is held against; whether it is so is looked up in the log. */
  private locate(given: readonly GivenDecision[]): Promise<Located> {
    const { name } = this.workspace;
    return locate(given, {
      articlesOf: (ids) => this.queries.execute(new LocateReports(name, ids)),
      partsOf: (anomalies) => this.queries.execute(new LocateParts(name, anomalies)),
      linkedClaimsOf: (links) => this.queries.execute(new LocateLinks(name, links)),
      figuresOf: (claimIds) => this.queries.execute(new LocateFigures(name, claimIds)),
    });
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
