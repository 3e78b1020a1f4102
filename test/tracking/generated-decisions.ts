import { buildEvent, type ReportCorrected, type ReportKind } from '#domain';
import type { NewEvent } from '#event-store';
import { deterministicId } from '#platform';
import { sourceId } from '#projections';
import type { Chance } from '../support/chance.js';
import {
  articleIdOf,
  reportIdOf,
  retitlingOf,
  supersedingOf,
  withdrawalOf,
  WORKSPACE,
  type InventedArticle,
} from '../support/invented-articles.js';

export const CLAIMS = Array.from({ length: 12 }, (_, n) => deterministicId('generated-claim', n)) as [
  string,
  ...string[],
];
export const SPEAKERS = ['Ada Moreno', 'Olin Barth', 'Bo Lindqvist', 'Ida Ferro'] as const;
export const WORDS = '40 people';
export const QUOTE = 'The dam broke';
export const PROPOSITION = 'the gates stood open';
export const DENIAL = 'no gate stood open';
const CLUSTERS = 4;

/** An article of a generated log as it stands. */
export interface Told {
  article: InventedArticle;
  /** Its newest text, and the one that its reports were read from. */
  revision: number;
  read: number;
}

/** Where decisions go: those that can be undone are remembered. */
export interface DecisionLog {
  readonly chance: Chance;
  append(stream: string, ...events: NewEvent[]): void;
  decide(stream: string, event: NewEvent): void;
  undo(): void;
  edit(told: Told): void;
  revise(told: Told): void;
}

const LINKER = { decidedBy: 'figure-linker/1.0.0', reasons: ['a test'] };
const EDITOR = { decidedBy: 'editor', reasons: ['a test'] };
const REASON = { reason: 'a test' };

const reportOf = ({ article, read }: Told, kind: ReportKind, words: string): string =>
  reportIdOf(article.name, read, kind, words);
export const figureOf = (told: Told): string => reportOf(told, 'figure', WORDS);
export const reportsOf = (told: Told): string[] => [
  figureOf(told),
  reportOf(told, 'statement', QUOTE),
  reportOf(told, 'claim', PROPOSITION),
  reportOf(told, 'claim', DENIAL),
];
export const streamOf = ({ article }: Told): string => `article-${articleIdOf(article.name)}`;

export const linkOf = (claimId: string, reportId: string): NewEvent =>
  buildEvent('ReportLinked', { claimId, reportId, score: 0.9, place: null, ...LINKER });

export const comparisonOf = (told: Told, before: string, stealth: boolean): NewEvent =>
  buildEvent('ArticleRevisionCompared', {
    articleId: articleIdOf(told.article.name),
    revision: told.revision,
    extent: 'body',
    similarity: 0.9,
    stealth,
    changes: [
      {
        kind: 'figure',
        change: 'changed',
        previousReportId: before,
        reportId: figureOf(told),
        fields: [{ field: 'value', from: 40, to: told.article.figures?.[0]?.value }],
      },
    ],
  });

type Decide = (log: DecisionLog, told: Told) => void;

const onClaim =
  (make: (claimId: string, told: Told, log: DecisionLog) => NewEvent): Decide =>
  (log, told) => {
    const claimId = log.chance.pick(CLAIMS);
    log.decide(`claim-${claimId}`, make(claimId, told, log));
  };
const onReport =
  (make: (about: { reportId: string; articleId: string }, log: DecisionLog) => NewEvent): Decide =>
  (log, told) => {
    const about = { reportId: figureOf(told), articleId: articleIdOf(told.article.name) };
    log.decide(`report-${about.reportId}`, make(about, log));
  };
const onArticle =
  (make: (articleId: string, clusterId: string, log: DecisionLog) => NewEvent): Decide =>
  (log, told) => {
    const clusterId = deterministicId('generated-cluster', log.chance.below(CLUSTERS));
    log.decide(streamOf(told), make(articleIdOf(told.article.name), clusterId, log));
  };
const entityOf = (name: string): string => sourceId(WORKSPACE, { name, kind: 'person' });
const onEntity =
  (make: (entityId: string, other: string, told: Told) => NewEvent): Decide =>
  (log, told) => {
    const entityId = entityOf(log.chance.pick(SPEAKERS));
    log.decide(`entity-${entityId}`, make(entityId, entityOf(log.chance.pick(SPEAKERS)), told));
  };

const ofClaims: Decide[] = [
  onClaim((claimId, told) =>
    buildEvent('ReportLinked', { ...EDITOR, claimId, reportId: figureOf(told), score: null, place: null }),
  ),
  onClaim((claimId, told) => buildEvent('ReportUnlinked', { ...EDITOR, claimId, reportId: figureOf(told) })),
  onClaim((claimId, told) =>
    buildEvent('ReportLinkProposed', { ...LINKER, claimId, reportId: figureOf(told), score: 0.5 }),
  ),
  // Who declines a link looks at what is odd there too.
  onClaim((claimId, told, log) => {
    const reportId = figureOf(told);
    const odd = { claimId, reportId, anomaly: 'falls', againstReportId: reportId } as const;
    log.decide(`claim-${claimId}`, buildEvent('AnomalySettled', { ...EDITOR, ...odd }));
    return buildEvent('ReportLinkDeclined', { ...EDITOR, claimId, reportId });
  }),
  onClaim((claimId, _told, { chance }) =>
    buildEvent('ClaimsMerged', { ...EDITOR, claimId, mergedClaimId: chance.pick(CLAIMS) }),
  ),
  onClaim((claimId, told, { chance }) =>
    buildEvent('ClaimSplit', {
      ...EDITOR,
      claimId,
      newClaimId: chance.pick(CLAIMS),
      reportIds: reportsOf(told).slice(0, 2),
    }),
  ),
  onClaim((claimId, told) =>
    buildEvent('HeadlineFigureRecommended', {
      ...EDITOR,
      claimId,
      reportId: figureOf(told),
      role: 'recommended',
      value: null,
      calculationLogic: 'as printed',
    }),
  ),
  onClaim((claimId, _told, { chance }) =>
    buildEvent('ClaimSignedOff', { ...REASON, claimId, seenSeq: 1 + chance.below(400) }),
  ),
  onClaim((claimId) => buildEvent('ReviewRequested', { ...REASON, claimId })),
  onClaim((claimId, _told, { chance }) =>
    buildEvent('ReviewGiven', {
      ...REASON,
      claimId,
      verdict: chance.pick(['approved', 'changes_requested']),
    }),
  ),
];

/** What people change of a figure: how many, of what, where and when. */
export const changesOf = (n: number): ReportCorrected['changes'] => [
  { field: 'value', from: 40, to: 30 + n },
  { field: 'metric', from: 'displaced', to: n % 2 === 0 ? 'injured' : 'displaced' },
  { field: 'places', from: [], to: [{ text: n % 3 === 0 ? 'Westhaven' : 'Eastmoor', role: 'where' }] },
  { field: 'asOf', from: null, to: n % 2 === 0 ? '2031-05-02' : '2031-05-28' },
  { field: 'period', from: null, to: { start: '2031-05-01', end: null, accuracy: 'day', text: 'since May' } },
];

const ofReports: Decide[] = [
  onReport((about) => buildEvent('ReportRetracted', { ...REASON, ...about, kind: 'source' })),
  onReport((about) => buildEvent('ReportConfirmed', { ...REASON, ...about })),
  onReport((about) =>
    buildEvent('FieldCommented', { ...about, field: 'value', verdict: 'unclear', comment: 'a test' }),
  ),
  onReport((about, { chance }) =>
    buildEvent('ReportCorrected', {
      ...REASON,
      ...about,
      kind: chance.pick(['source', 'publisher', 'extraction']),
      changes: changesOf(chance.below(20)),
      evidence: null,
    }),
  ),
];

const ofArticles: Decide[] = [
  onArticle((articleId, clusterId, { chance }) =>
    buildEvent('ArticleClustered', {
      articleId,
      clusterId,
      method: 'minhash/1',
      similarity: 0.9,
      role: chance.pick(['original', 'copy', 'copy']),
    }),
  ),
  onArticle((articleId, clusterId) => buildEvent('ArticleUnclustered', { ...EDITOR, articleId, clusterId })),
  (log, told) => log.append(streamOf(told), withdrawalOf(told.article)),
  (log, told) => log.append(streamOf(told), retitlingOf(told.article, told.revision)),
  (log, told) => log.append(streamOf(told), supersedingOf(told.article, 'statement', QUOTE, told.read)),
  (log, told) => log.revise(told),
  (log, told) => log.edit(told),
];

const ofEntities: Decide[] = [
  onEntity((entityId, mergedEntityId) =>
    buildEvent('EntitiesMerged', { ...EDITOR, entityId, mergedEntityId }),
  ),
  onEntity((entityId, newEntityId, told) =>
    buildEvent('EntitySplit', { ...EDITOR, entityId, newEntityId, mentions: [mentionOf(told)] }),
  ),
  onEntity((entityId, otherEntityId) =>
    buildEvent('EntityMergeProposed', { ...LINKER, entityId, otherEntityId, score: 0.5 }),
  ),
  onEntity((entityId, otherEntityId) =>
    buildEvent('EntityMergeDeclined', { ...EDITOR, entityId, otherEntityId }),
  ),
  onEntity((entityId, _other, told) =>
    buildEvent('EntityRegistered', { ...LINKER, entityId, kind: 'person', mention: mentionOf(told) }),
  ),
  onEntity((entityId, _other, told) =>
    buildEvent('AliasAdded', { ...LINKER, entityId, mention: mentionOf(told), score: 0.9 }),
  ),
];

/** The speaker of the figure: the publisher stands before. */
const mentionOf = (told: Told) => ({ reportId: figureOf(told), field: 'attribution' as const, index: 1 });

const undo: Decide = (log) => log.undo();

/** One of each kind that there is. */
export const DECISIONS = [
  ...ofClaims,
  ...ofReports,
  ...ofArticles,
  ...ofEntities,
  undo,
  undo,
  undo,
] as unknown as readonly [Decide, ...Decide[]];
