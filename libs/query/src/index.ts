import { GetArticleHandler, ListArticlesHandler } from './articles/articles.handlers.js';
import { LocateFiguresHandler } from './claim-card/locate-figures.js';
import { LocateLinksHandler } from './claim-timeline/locate-links.js';
import { LocatePartsHandler } from './claim-timeline/locate-parts.js';
import { GetClaimTimelineHandler } from './claim-timeline/get-claim-timeline.handler.js';
import { ListChangesHandler } from './changes/list-changes.handler.js';
import { FindClaimCardsHandler } from './claim-card/find-claim-cards.handler.js';
import { GetClaimCardHandler } from './claim-card/get-claim-card.handler.js';
import { FindClaimsHandler } from './claims/find-claims.handler.js';
import { ListDecisionsHandler } from './decisions/list-decisions.js';
import { FindEntitiesHandler, GetEntityHandler } from './entities/entities.queries.js';
import { ListEventsHandler } from './events/list-events.js';
import { FindFiguresHandler } from './figures/find-figures.handler.js';
import { GetArticleRevisionsHandler } from './article-revisions/article-revisions.js';
import { FindWireClustersHandler } from './clusters/find-wire-clusters.handler.js';
import { GetDossierHandler } from './dossier/get-dossier.handler.js';
import { GetOutletOverviewHandler } from './overviews/get-outlet-overview.handler.js';
import { GetPlaceOverviewHandler } from './overviews/get-place-overview.handler.js';
import { FindEntityProposalsHandler } from './queues/find-entity-proposals.js';
import { FindQueueHandler } from './queues/find-queue.handler.js';
import { GetLagHandler } from './lag/get-lag.js';
import { TraceFactHandler } from './provenance/trace-fact.handler.js';
import { LocateReportsHandler } from './reports/locate-reports.js';
import { FindStatementsHandler } from './statements/find-statements.handler.js';

export { projectionMigrations, registerLagMetrics } from '#projections';
export * from './errors.js';
export * from './page.js';
export { ViewsReader } from './views-reader.js';
export type * from './reports/report.js';
export type * from './reports/report-filter.js';
export type { ArticleView } from './articles/article.js';
export * from './articles/articles.queries.js';
export type { FigureView } from './figures/figure.js';
export { FindFiguresHandler };
export * from './figures/find-figures.query.js';
export type { LinkedPlace } from './places/link-places.js';
export type { StatementView } from './statements/statement.js';
export * from './statements/find-statements.query.js';
export type { ClaimView } from './claims/claim.js';
export * from './claims/find-claims.query.js';
export type { AsOfRequest } from './as-of/as-of.js';
export type { ClaimCard } from './claim-card/claim-card.js';
export { QUEUES, type Queue } from '#projections';
export * from './claim-card/find-claim-cards.query.js';
export { claimInWords } from './claim-card/claim-in-words.js';
export type * from './changes/change.js';
export * from './changes/list-changes.query.js';
export { typeInWords } from './changes/type-in-words.js';
export { GetArticleRevisions, type ArticleRevisionView } from './article-revisions/article-revisions.js';
export type * from './clusters/wire-cluster.js';
export * from './clusters/wire-clusters.queries.js';
export type { DossierEntry } from './dossier/dossier.js';
export * from './dossier/get-dossier.query.js';
export type * from './overviews/overviews.js';
export * from './overviews/overviews.queries.js';
export * from './queues/find-queue.query.js';
export { FindEntityProposals, type EntityMergeProposal } from './queues/find-entity-proposals.js';
export { FindClaimCardsHandler, FindQueueHandler, GetClaimTimelineHandler, ListChangesHandler };
export type * from './claim-timeline/claim-timeline.js';
export * from './claim-timeline/get-claim-timeline.query.js';
export type { EventView } from './events/event.js';
export { ListEvents, type EventFilter } from './events/list-events.js';
export {
  ListDecisions,
  type DecisionsView,
  type DecisionSubject,
  type DecisionView,
} from './decisions/list-decisions.js';
export type * from './entities/entity.js';
export { FindEntities, GetEntity } from './entities/entities.queries.js';
export { LocateFigures, type LocatedReport } from './claim-card/locate-figures.js';
export { LocateLinks, type LinkOfClaim } from './claim-timeline/locate-links.js';
export { LocateParts, type AnomalyOfClaim } from './claim-timeline/locate-parts.js';
export { LocateReports } from './reports/locate-reports.js';
export { LocateFiguresHandler, LocateLinksHandler, LocatePartsHandler, LocateReportsHandler };
export {
  FindEntitiesHandler,
  GetEntityHandler,
  FindEntityProposalsHandler,
  GetDossierHandler,
  GetOutletOverviewHandler,
  GetPlaceOverviewHandler,
  ListDecisionsHandler,
};
export { GetLag, type ViewLag } from './lag/get-lag.js';
export type { FactProvenance, LocatedCue, LocatedSpan } from './provenance/fact-provenance.js';
export type { FactDecision } from './provenance/fact-decisions.js';
export { factOfEvent } from './provenance/fact-of-event.js';
export { TraceFactHandler };
export * from './provenance/trace-fact.query.js';

/** Every query handler, for the module that composes them; each needs ViewsReader and EVENT_READER. */
export const queryHandlers = [
  GetArticleHandler,
  ListArticlesHandler,
  FindFiguresHandler,
  FindClaimCardsHandler,
  GetClaimCardHandler,
  GetClaimTimelineHandler,
  ListChangesHandler,
  FindQueueHandler,
  FindEntityProposalsHandler,
  GetDossierHandler,
  GetArticleRevisionsHandler,
  FindWireClustersHandler,
  GetPlaceOverviewHandler,
  GetOutletOverviewHandler,
  FindStatementsHandler,
  FindClaimsHandler,
  FindEntitiesHandler,
  GetEntityHandler,
  ListDecisionsHandler,
  LocateFiguresHandler,
  LocateLinksHandler,
  LocatePartsHandler,
  LocateReportsHandler,
  ListEventsHandler,
  TraceFactHandler,
  GetLagHandler,
];
