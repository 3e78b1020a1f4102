import type { Query } from '@nestjs/cqrs';
import { sourceId } from '#projections';
import {
  FindClaimCards,
  FindClaims,
  FindEntities,
  FindEntityProposals,
  FindFigures,
  FindQueue,
  FindStatements,
  FindWireClusters,
  GetArticle,
  GetArticleRevisions,
  GetClaimCard,
  GetClaimTimeline,
  GetDossier,
  GetEntity,
  GetOutletOverview,
  GetPlaceOverview,
  ListArticles,
  ListChanges,
  QUEUES,
  TraceFact,
  type AsOfRequest,
} from '#query';
import { Chance } from '../support/chance.js';
import { WORKSPACE } from '../support/invented-articles.js';
import { CLAIMS, SPEAKERS } from './generated-decisions.js';
import { generatedLog, OUTLETS } from './generated-log.js';

export type Ask = (asOf: AsOfRequest) => Query<unknown>;

const workspace = WORKSPACE;
/** The log that is asked about. */
export const log = generatedLog(100, new Chance(22));
const articlesWith = (event: string): string[] => [
  ...new Set(
    log.filter(({ type }) => type === event).map(({ data }) => (data as { articleId: string }).articleId),
  ),
];
const ARTICLES = [
  ...articlesWith('ArticleRevisionCompared').slice(0, 3),
  ...articlesWith('ArticleClustered').slice(0, 3),
];
const FACTS = log
  .filter(({ type }) => type === 'ReportCorrected' || type === 'ReportRetracted')
  .slice(0, 4)
  .map(({ data }) => (data as { reportId: string }).reportId);
const first = 200;

/** Of reports and what they come to: they take every clock. */
export const ofReports: Readonly<Record<string, readonly Ask[]>> = {
  cards: [{}, { kind: 'figure', measure: 'stock' }, { status: 'disputed' }, { metric: 'displaced' }].map(
    (filter) => (asOf) => new FindClaimCards({ workspace, ...filter, asOf } as never),
  ),
  'cards of a place': [(asOf) => new FindClaimCards({ workspace, place: 'Westhaven', asOf })],
  'cards of a subject': [(asOf) => new FindClaimCards({ workspace, subject: 'gates', asOf })],
  card: CLAIMS.map((id) => (asOf) => new GetClaimCard(workspace, id, asOf)),
  timeline: CLAIMS.map((id) => (asOf) => new GetClaimTimeline(workspace, id, asOf)),
  queue: QUEUES.map((queue) => (asOf) => new FindQueue({ workspace, queue, asOf })),
  dossier: SPEAKERS.map((speaker) => (asOf) => new GetDossier({ workspace, speaker, asOf })),
  place: [(asOf) => new GetPlaceOverview(workspace, 'Westhaven', asOf)],
  outlet: OUTLETS.map((outlet) => (asOf) => new GetOutletOverview(workspace, outlet, asOf)),
  figures: [{}, { includeRetired: true }, { speaker: SPEAKERS[0] }].map(
    (filter) => (asOf) => new FindFigures({ workspace, first, ...filter, asOf }),
  ),
  'figures of a claim': CLAIMS.map(
    (claimId) => (asOf) => new FindFigures({ workspace, claimId, includeRetired: true, asOf }),
  ),
  statements: [(asOf) => new FindStatements({ workspace, first, asOf })],
  claims: [{}, { includeRetired: true }].map(
    (filter) => (asOf) => new FindClaims({ workspace, first, ...filter, asOf }),
  ),
  entity: SPEAKERS.map(
    (name) => (asOf) => new GetEntity(workspace, sourceId(workspace, { name, kind: 'person' }), asOf),
  ),
  entities: SPEAKERS.map((name) => (asOf) => new FindEntities(workspace, name, 20, asOf)),
};

/** Of articles: published at a time, and valid on no day. */
export const ofArticles: Readonly<Record<string, readonly Ask[]>> = {
  articles: [(asOf) => new ListArticles(workspace, { first }, asOf)],
  article: ARTICLES.map((id) => (asOf) => new GetArticle(workspace, id, asOf)),
};

/** Of decisions, which the record's clock alone turns back. */
export const ofDecisions: Readonly<Record<string, readonly Ask[]>> = {
  'proposed mergers': [(asOf) => new FindEntityProposals({ workspace, asOf })],
  'way back': FACTS.map((id) => (asOf) => new TraceFact(workspace, id, asOf)),
  revisions: ARTICLES.map((id) => (asOf) => new GetArticleRevisions(workspace, id, asOf)),
  clusters: [{}, { articleId: ARTICLES[3] }, { articleId: ARTICLES[4] }].map(
    (filter) => (asOf) => new FindWireClusters({ workspace, ...filter, asOf }),
  ),
  changes: ['0', '40', '120'].map((since) => (asOf) => new ListChanges({ workspace, first, since, asOf })),
  'changes of a claim': CLAIMS.map(
    (claimId) => (asOf) => new ListChanges({ workspace, first, claimId, asOf }),
  ),
};

export const questions = { ...ofReports, ...ofArticles, ...ofDecisions };
