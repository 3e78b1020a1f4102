import { Injectable } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { InvalidFields } from '#domain';
import {
  MakeDecision,
  MakeDecisions,
  ReportNotFound,
  type BulkDecision,
  type BulkDecisionResult,
  type Decision,
} from '#ingestion';
import { LocateReports } from '#query';
import { currentActor } from '../actor.js';
import { toProblem } from '../problems/to-problem.js';
import { Workspace } from '../workspace.js';
import type { BulkDecisionResultType, DecisionResultType } from './decision.types.js';
import { DECISION_INPUTS, isDecisionType, parseDecision, type GivenDecision } from './parse-decision.js';

const MAX_BULK = 1_000;

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
    const checked = parsed.map((item) =>
      item instanceof Error ? item : attempt(() => toDecision(item, articles)),
    );
    const command = new MakeDecisions(this.workspace.name, currentActor(), checked.filter(isTaken));
    const results = (await this.commands.execute(command))[Symbol.iterator]();
    return checked.map((item) =>
      answerOf(item instanceof Error ? { outcome: 'refused', error: item } : results.next().value!),
    );
  }

  /** Views know in which article a report stands; whether it does is looked up in the log. */
  private async articlesOf(given: readonly GivenDecision[]): Promise<ReadonlyMap<string, string>> {
    const ids = given.filter(needsArticle).map(({ reportId }) => reportId);
    if (ids.length === 0) return new Map();
    return this.queries.execute(new LocateReports(this.workspace.name, ids));
  }
}

const isTaken = <T extends object>(item: T | Error): item is T => !(item instanceof Error);

const ON_REPORTS = [
  'correct_report',
  'retract_report',
  'confirm_report',
  'comment_field',
  'link_report',
] as const;

type OnReport = Extract<GivenDecision, { readonly type: (typeof ON_REPORTS)[number] }>;

const isOnReport = (given: GivenDecision): given is OnReport =>
  (ON_REPORTS as readonly string[]).includes(given.type);

const needsArticle = (given: GivenDecision): given is OnReport =>
  isOnReport(given) && given.articleId == null;

/** @throws {ReportNotFound} no view has the report */
function toDecision(given: GivenDecision, articles: ReadonlyMap<string, string>): BulkDecision {
  const { expectedVersion, idempotencyKey, ...rest } = withoutNulls(given);
  const options = { expectedVersion, idempotencyKey };
  if (!isOnReport(given)) return { decision: rest as Decision, ...options };
  const articleId = given.articleId ?? articles.get(given.reportId);
  if (articleId === undefined) throw new ReportNotFound(given.reportId);
  return { decision: { ...rest, articleId } as Decision, ...options };
}

/** GraphQL may give null for what is not given. */
const withoutNulls = (given: GivenDecision): GivenDecision =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== null)) as unknown as GivenDecision;

function parseItem(item: unknown): GivenDecision | Error {
  const { type, ...input } = (item ?? {}) as { readonly type?: unknown };
  return attempt(() => {
    if (isDecisionType(type)) return parseDecision(type, input);
    throw new InvalidFields('request', { type: `must be one of ${Object.keys(DECISION_INPUTS).join(', ')}` });
  });
}

function attempt<T>(work: () => T): T | Error {
  try {
    return work();
  } catch (error) {
    return error as Error;
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
