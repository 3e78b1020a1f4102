import { ANOMALIES, buildEvent, type ReportCorrected, type ReportKind } from '#domain';
import type { NewEvent } from '#event-store';
import { deterministicId } from '#platform';
import { sourceId } from '#projections';
import type { Chance } from '../support/chance.js';
import {
  articleIdOf,
  chainOf,
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
const CLUSTERS = 3;

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
  /** The article that a story was begun with; this one where it is not begun. */
  originalOf(clusterId: string, articleId: string): string;
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

/** A report of an article as decisions name it. */
interface About {
  readonly reportId: string;
  readonly articleId: string;
}

/** Any report of it: a figure half the time, else something said, claimed or denied. */
function aboutAnyOf(told: Told, chance: Chance): { readonly about: About; readonly kind: ReportKind } {
  const [kind, words] = chance.pick<readonly [ReportKind, string]>([
    ['figure', WORDS],
    ['figure', WORDS],
    ['statement', QUOTE],
    ['claim', PROPOSITION],
    ['claim', DENIAL],
  ]);
  return {
    about: { reportId: reportOf(told, kind, words), articleId: articleIdOf(told.article.name) },
    kind,
  };
}

type Decide = (log: DecisionLog, told: Told) => void;

const onClaim =
  (make: (claimId: string, told: Told, log: DecisionLog) => NewEvent): Decide =>
  (log, told) => {
    const claimId = log.chance.pick(CLAIMS);
    log.decide(`claim-${claimId}`, make(claimId, told, log));
  };
const onLink =
  (make: (ids: { claimId: string; reportId: string }) => NewEvent): Decide =>
  (log, told) => {
    const claimId = log.chance.pick(CLAIMS);
    const { reportId } = aboutAnyOf(told, log.chance).about;
    log.decide(`claim-${claimId}`, make({ claimId, reportId }));
  };
const onReport =
  (make: (about: About, log: DecisionLog, kind: ReportKind, told: Told) => NewEvent): Decide =>
  (log, told) => {
    const { about, kind } = aboutAnyOf(told, log.chance);
    log.decide(`report-${about.reportId}`, make(about, log, kind, told));
  };
const onArticle =
  (make: (articleId: string, clusterId: string, log: DecisionLog) => NewEvent): Decide =>
  (log, told) => {
    const clusterId = deterministicId('generated-cluster', log.chance.below(CLUSTERS));
    log.decide(streamOf(told), make(articleIdOf(told.article.name), clusterId, log));
  };
const entityOf = (name: string): string => sourceId(WORKSPACE, { name, kind: 'person' });
const onEntity =
  (make: (entityId: string, other: string, speaker: string) => NewEvent): Decide =>
  (log) => {
    const speaker = log.chance.pick(SPEAKERS);
    const entityId = entityOf(speaker);
    log.decide(`entity-${entityId}`, make(entityId, entityOf(log.chance.pick(SPEAKERS)), speaker));
  };

/** That two names are one, in the stream of the first. */
export const proposalOf = (one: string, other: string): [string, NewEvent] => [
  `entity-${entityOf(one)}`,
  buildEvent('EntityMergeProposed', {
    ...LINKER,
    entityId: entityOf(one),
    otherEntityId: entityOf(other),
    score: 0.5,
  }),
];

const ofClaims: Decide[] = [
  onLink((ids) => buildEvent('ReportLinked', { ...EDITOR, ...ids, score: null, place: null })),
  onLink((ids) => buildEvent('ReportUnlinked', { ...EDITOR, ...ids })),
  onLink((ids) => buildEvent('ReportLinkProposed', { ...LINKER, ...ids, score: 0.5 })),
  onLink((ids) => buildEvent('ReportLinkDeclined', { ...EDITOR, ...ids })),
  onClaim((claimId, told, { chance }) =>
    buildEvent('AnomalySettled', {
      ...EDITOR,
      claimId,
      reportId: figureOf(told),
      anomaly: chance.pick(ANOMALIES),
      againstReportId: figureOf(told),
    }),
  ),
  onClaim((claimId, _told, { chance }) =>
    buildEvent('ClaimsMerged', { ...EDITOR, claimId, mergedClaimId: chance.pick(CLAIMS) }),
  ),
  onClaim((claimId, told, { chance }) =>
    buildEvent('ClaimSplit', {
      ...EDITOR,
      claimId,
      newClaimId: chance.pick(CLAIMS),
      reportIds: reportsOf(told).slice(chance.below(3)),
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

/** What people change of what was said: by whom, on which side, in which words, in answer to what. */
function changesOfWords(kind: ReportKind, told: Told, chance: Chance): ReportCorrected['changes'] {
  const { article } = told;
  const side: Change = { field: 'polarity', from: null, to: chance.pick(['asserted', 'denied']) };
  const said: Change = {
    field: 'attribution',
    from: null,
    to: chainOf(article.outlet, chance.happens(0.8) ? chance.pick(SPEAKERS) : undefined),
  };
  if (kind === 'statement') return [side, said];
  const words = chance.pick(['the sluices stood open', 'the gates were shut']);
  const answers = chance.happens(0.5) ? reportOf(told, 'claim', PROPOSITION) : null;
  return [
    side,
    said,
    { field: 'proposition', from: PROPOSITION, to: words },
    { field: 'answers', from: null, to: answers },
  ];
}

type Change = ReportCorrected['changes'][number];

const ofReports: Decide[] = [
  onReport((about) => buildEvent('ReportRetracted', { ...REASON, ...about, kind: 'source' })),
  onReport((about) => buildEvent('ReportConfirmed', { ...REASON, ...about })),
  onReport((about) =>
    buildEvent('FieldCommented', { ...about, field: 'attribution', verdict: 'unclear', comment: 'a test' }),
  ),
  onReport((about, { chance }, kind, told) =>
    buildEvent('ReportCorrected', {
      ...REASON,
      ...about,
      kind: chance.pick(['source', 'publisher', 'extraction']),
      changes: kind === 'figure' ? changesOf(chance.below(20)) : changesOfWords(kind, told, chance),
      evidence: null,
    }),
  ),
];

/** A story has one original: whichever article of it came first. */
const cluster = onArticle((articleId, clusterId, log) => {
  const isOriginal = log.originalOf(clusterId, articleId) === articleId;
  return buildEvent('ArticleClustered', {
    articleId,
    clusterId,
    method: 'minhash/1',
    similarity: 0.9,
    role: isOriginal ? 'original' : 'copy',
  });
});

const ofArticles: Decide[] = [
  cluster,
  cluster,
  onArticle((articleId, clusterId) => buildEvent('ArticleUnclustered', { ...EDITOR, articleId, clusterId })),
  (log, told) => log.append(streamOf(told), withdrawalOf(told.article)),
  (log, told) => log.append(streamOf(told), retitlingOf(told.article, told.revision)),
  (log, told) => {
    const kind = log.chance.pick(['figure', 'statement', 'claim'] as const);
    const words = { figure: WORDS, statement: QUOTE, claim: DENIAL }[kind];
    log.append(streamOf(told), supersedingOf(told.article, kind, words, told.read));
  },
  (log, told) => log.revise(told),
  (log, told) => log.edit(told),
];

const ofEntities: Decide[] = [
  onEntity((entityId, mergedEntityId) =>
    buildEvent('EntitiesMerged', { ...EDITOR, entityId, mergedEntityId }),
  ),
  onEntity((entityId, newEntityId, speaker) =>
    buildEvent('EntitySplit', { ...EDITOR, entityId, newEntityId, mentions: [mentionOf(speaker)] }),
  ),
  onEntity((entityId, otherEntityId) =>
    buildEvent('EntityMergeProposed', { ...LINKER, entityId, otherEntityId, score: 0.5 }),
  ),
  onEntity((entityId, otherEntityId) =>
    buildEvent('EntityMergeDeclined', { ...EDITOR, entityId, otherEntityId }),
  ),
  onEntity((entityId, _other, speaker) =>
    buildEvent('EntityRegistered', { ...LINKER, entityId, kind: 'person', mention: mentionOf(speaker) }),
  ),
  onEntity((entityId, _other, speaker) =>
    buildEvent('AliasAdded', { ...LINKER, entityId, mention: mentionOf(speaker), score: 0.9 }),
  ),
];

/** The name in an article of its own, which speaks of every day and stays as it is: the publisher stands before. */
const mentionOf = (speaker: string) => ({
  reportId: reportIdOf(`of ${speaker}`, 1, 'figure', WORDS),
  field: 'attribution' as const,
  index: 1,
});

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
