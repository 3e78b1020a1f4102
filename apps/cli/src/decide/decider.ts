import { inOrderOf, isTaken, locate, toDecision, toDecisions, type GivenDecision } from '#api';
import {
  MakeDecision,
  MakeDecisionHandler,
  MakeDecisions,
  MakeDecisionsHandler,
  type BulkDecisionResult,
  type MakeDecisionResult,
} from '#ingestion';
import {
  LocateFigures,
  LocateFiguresHandler,
  LocateLinks,
  LocateLinksHandler,
  LocateParts,
  LocatePartsHandler,
  LocateReports,
  LocateReportsHandler,
  ViewsReader,
} from '#query';
import { catchUpViews, type OpenLog } from '../open-log.js';

/** Makes decisions for one person, as the API does. */
export class Decider {
  private constructor(
    private readonly log: OpenLog,
    private readonly actor: string,
  ) {}

  /** Views are brought level first: they know where reports and links stand. */
  static async open(log: OpenLog, actor: string): Promise<Decider> {
    await catchUpViews(log);
    return new Decider(log, actor);
  }

  async make(given: GivenDecision): Promise<MakeDecisionResult> {
    const { store, config } = this.log;
    const { decision, expectedVersion, idempotencyKey } = toDecision(given, await this.locate([given]));
    const command = new MakeDecision(config.workspace, this.actor, decision, expectedVersion, idempotencyKey);
    const result = await new MakeDecisionHandler(store, store).execute(command);
    await catchUpViews(this.log);
    return result;
  }

  /** Answers in the order of what was given; what is wrong with one is its own answer. */
  async makeAll(given: readonly (GivenDecision | Error)[]): Promise<BulkDecisionResult[]> {
    const { store, config } = this.log;
    const checked = toDecisions(given, await this.locate(given.filter(isTaken)));
    const command = new MakeDecisions(config.workspace, this.actor, checked.filter(isTaken));
    return inOrderOf(checked, await new MakeDecisionsHandler(store, store).execute(command));
  }

  private locate(given: readonly GivenDecision[]) {
    const { database, config } = this.log;
    const views = new ViewsReader(database.reader);
    return locate(given, {
      articlesOf: (ids) => new LocateReportsHandler(views).execute(new LocateReports(config.workspace, ids)),
      partsOf: (anomalies) =>
        new LocatePartsHandler(views).execute(new LocateParts(config.workspace, anomalies)),
      linkedClaimsOf: (links) =>
        new LocateLinksHandler(views).execute(new LocateLinks(config.workspace, links)),
      figuresOf: (claimIds) =>
        new LocateFiguresHandler(views).execute(new LocateFigures(config.workspace, claimIds)),
    });
  }
}
