import { buildEvent } from '#domain';
import type { NewEvent } from '#event-store';
import { deterministicId } from '#platform';
import { articleIdOf, reportIdOf, type InventedArticle } from './invented-articles.js';

interface Append {
  readonly stream: string;
  readonly events: readonly NewEvent[];
}

const PROCESS = { decidedBy: 'figure-linker/1.0.0', reasons: ['same place, same days'] };
const PERSON = { decidedBy: 'editor', reasons: ['read both'] };
export const claimIdOf = (name: string): string => deterministicId('claim', name);
const clusterId = deterministicId('cluster', 'invented');
const entityIdOf = (name: string): string => deterministicId('entity', name);

export const figureIdOf = ({ name, figures = [] }: InventedArticle): string =>
  reportIdOf(name, 1, 'figure', figures[0]?.words ?? '');

export const linkOf = (claim: string, article: InventedArticle): NewEvent =>
  buildEvent('ReportLinked', {
    ...PROCESS,
    claimId: claimIdOf(claim),
    reportId: figureIdOf(article),
    score: 0.9,
    place: null,
  });

/** The article prints the one wire story that there is. */
export const printingOf = (article: InventedArticle, role: 'original' | 'copy'): NewEvent =>
  buildEvent('ArticleClustered', {
    articleId: articleIdOf(article.name),
    clusterId,
    method: 'minhash/1.0.0',
    similarity: 0.9,
    role,
  });

/**
 * Decisions of every type about the figures of five articles or more: links, a merge and a split, work of people, a wire story, entities;
 * each stream undoes its last decision. Nothing is said of the ids that undone events have but where `eventIdOf` finds them.
 */
export function inventedDecisions(
  articles: readonly InventedArticle[],
  eventIdOf: (stream: string, version: number) => string,
): Append[] {
  const [first, second, third, fourth, fifth] = articles as [
    InventedArticle,
    InventedArticle,
    InventedArticle,
    InventedArticle,
    InventedArticle,
  ];
  const [one, other, split] = [claimIdOf('one'), claimIdOf('other'), claimIdOf('split')];
  const reported = {
    reportId: figureIdOf(second),
    articleId: articleIdOf(second.name),
    reason: 'read again',
  };
  const appends: Append[] = [
    {
      stream: `claim-${one}`,
      events: [
        linkOf('one', first),
        linkOf('one', second),
        linkOf('one', third),
        buildEvent('ReportLinkProposed', {
          ...PROCESS,
          claimId: one,
          reportId: figureIdOf(fifth),
          score: 0.5,
        }),
        buildEvent('ReportLinkDeclined', { ...PERSON, claimId: one, reportId: figureIdOf(fifth) }),
        buildEvent('AnomalySettled', {
          ...PERSON,
          claimId: one,
          reportId: figureIdOf(second),
          anomaly: 'falls',
          againstReportId: figureIdOf(first),
        }),
        buildEvent('HeadlineFigureRecommended', {
          ...PERSON,
          claimId: one,
          reportId: figureIdOf(second),
          role: 'recommended',
          value: null,
          calculationLogic: 'the latest',
        }),
        buildEvent('ReviewRequested', { claimId: one, reason: 'before it is shown' }),
        buildEvent('ReviewGiven', { claimId: one, verdict: 'approved', reason: 'looked' }),
        buildEvent('ClaimSignedOff', { claimId: one, seenSeq: 3, reason: 'sources read' }),
      ],
    },
    {
      stream: `claim-${other}`,
      events: [
        linkOf('other', fourth),
        linkOf('other', fifth),
        buildEvent('ReportUnlinked', { ...PERSON, claimId: other, reportId: figureIdOf(fifth) }),
      ],
    },
    {
      stream: `claim-${one}`,
      events: [
        buildEvent('ClaimSplit', {
          ...PERSON,
          claimId: one,
          newClaimId: split,
          reportIds: [figureIdOf(third), figureIdOf(second)],
        }),
        buildEvent('ClaimsMerged', { ...PERSON, claimId: one, mergedClaimId: other }),
      ],
    },
    {
      stream: `report-${reported.reportId}`,
      events: [
        buildEvent('ReportConfirmed', reported),
        buildEvent('ReportCorrected', {
          ...reported,
          kind: 'publisher',
          changes: [{ field: 'value', from: 41, to: 43 }],
          evidence: null,
        }),
        buildEvent('FieldCommented', {
          reportId: reported.reportId,
          articleId: reported.articleId,
          field: 'value',
          verdict: 'right',
          comment: 'as printed',
        }),
        buildEvent('ReportRetracted', { ...reported, kind: 'source' }),
      ],
    },
    ...[first, second, third].map((article, n) => ({
      stream: `article-${articleIdOf(article.name)}`,
      events: [printingOf(article, n === 0 ? 'original' : 'copy')],
    })),
    {
      stream: `article-${articleIdOf(third.name)}`,
      events: [
        buildEvent('ArticleUnclustered', { ...PERSON, articleId: articleIdOf(third.name), clusterId }),
      ],
    },
    { stream: `article-${articleIdOf(second.name)}`, events: [comparisonOf(second)] },
    ...entityDecisions(second),
  ];
  return appends.flatMap((append, at) => [append, ...undoing(append, at, appends, eventIdOf)]);
}

const comparisonOf = (article: InventedArticle): NewEvent =>
  buildEvent('ArticleRevisionCompared', {
    articleId: articleIdOf(article.name),
    revision: 2,
    extent: 'body',
    similarity: 0.9,
    stealth: true,
    changes: [
      {
        kind: 'figure',
        change: 'disappeared',
        previousReportId: figureIdOf(article),
        reportId: null,
        fields: [],
      },
    ],
  });

function entityDecisions(article: InventedArticle): Append[] {
  const mention = { reportId: figureIdOf(article), field: 'attribution' as const, index: 1 };
  const [one, other] = [entityIdOf('one'), entityIdOf('other')];
  return [
    {
      stream: `entity-${one}`,
      events: [
        buildEvent('EntityRegistered', { ...PROCESS, entityId: one, kind: 'person', mention }),
        buildEvent('AliasAdded', { ...PROCESS, entityId: one, mention, score: 0.9 }),
        buildEvent('EntityMergeProposed', { ...PROCESS, entityId: one, otherEntityId: other, score: 0.5 }),
        buildEvent('EntityMergeDeclined', { ...PERSON, entityId: one, otherEntityId: other }),
        buildEvent('EntitySplit', { ...PERSON, entityId: one, newEntityId: other, mentions: [mention] }),
        buildEvent('EntitiesMerged', { ...PERSON, entityId: one, mergedEntityId: other }),
      ],
    },
  ];
}

/** Streams of reports and claims undo what they decided last. */
function undoing(
  { stream, events }: Append,
  at: number,
  appends: readonly Append[],
  eventIdOf: (stream: string, version: number) => string,
): Append[] {
  const isLast = appends.findLastIndex((append) => append.stream === stream) === at;
  if (!isLast || stream.startsWith('article-')) return [];
  const version = appends
    .filter((append) => append.stream === stream)
    .flatMap(({ events: all }) => all).length;
  const { type, data } = events.at(-1) as { type: string; data: { claimId?: string; reportId?: string } };
  const undone = buildEvent('DecisionReverted', {
    decisionId: eventIdOf(stream, version),
    decisionType: type,
    claimId: data.claimId ?? null,
    reportId: data.reportId ?? null,
    reason: 'decided too soon',
  });
  return [{ stream, events: [undone] }];
}
