import { userInfo } from 'node:os';
import { isActorName, isTaken, needsArticle, toDecision, type GivenDecision } from '#api';
import { InvalidFields } from '#domain';
import {
  MakeDecision,
  MakeDecisionHandler,
  MakeDecisions,
  MakeDecisionsHandler,
  type BulkDecisionResult,
  type MakeDecisionResult,
} from '#ingestion';
import { LocateReports, LocateReportsHandler, ViewsReader } from '#query';
import { catchUpViews, type OpenLog } from '../open-log.js';

/** Makes decisions for one person, as the API does. */
export class Decider {
  private constructor(
    private readonly log: OpenLog,
    private readonly actor: string,
  ) {}

  /** Views are brought level first: they know in which article a report stands. */
  static async open(log: OpenLog, actor: string): Promise<Decider> {
    await catchUpViews(log);
    return new Decider(log, actor);
  }

  async make(given: GivenDecision): Promise<MakeDecisionResult> {
    const { store, config } = this.log;
    const { decision, expectedVersion, idempotencyKey } = toDecision(given, await this.articlesOf([given]));
    const command = new MakeDecision(config.workspace, this.actor, decision, expectedVersion, idempotencyKey);
    const result = await new MakeDecisionHandler(store, store).execute(command);
    await catchUpViews(this.log);
    return result;
  }

  /** Answers in the order of what was given; what is wrong with one is its own answer. */
  async makeAll(given: readonly (GivenDecision | Error)[]): Promise<BulkDecisionResult[]> {
    const { store, config } = this.log;
    const articles = await this.articlesOf(given.filter(isTaken));
    const checked = given.map((one) => (isTaken(one) ? attemptDecision(one, articles) : one));
    const command = new MakeDecisions(config.workspace, this.actor, checked.filter(isTaken));
    const results = (await new MakeDecisionsHandler(store, store).execute(command))[Symbol.iterator]();
    return checked.map((one) => (isTaken(one) ? results.next().value! : { outcome: 'refused', error: one }));
  }

  private async articlesOf(given: readonly GivenDecision[]): Promise<ReadonlyMap<string, string>> {
    const { config, database } = this.log;
    const ids = given.filter(needsArticle).map(({ reportId }) => reportId);
    if (ids.length === 0) return new Map();
    return new LocateReportsHandler(new ViewsReader(database.reader)).execute(
      new LocateReports(config.workspace, ids),
    );
  }
}

function attemptDecision(given: GivenDecision, articles: ReadonlyMap<string, string>) {
  try {
    return toDecision(given, articles);
  } catch (error) {
    return error as Error;
  }
}

/**
 * Who decides: the name that is given, else that of the account.
 * @throws {InvalidFields} nobody can act under this name
 */
export function actorOf(name: string | undefined): string {
  if (name === undefined) return `cli:${userInfo().username}`;
  if (isActorName(name.trim())) return name.trim();
  throw new InvalidFields('decide', { '--as': "must be 1 to 100 letters, digits, spaces and . @ + ' _ -" });
}
