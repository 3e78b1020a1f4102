import {
  ArticleErased,
  type ArticleClustered,
  type ArticleUnclustered,
  type DecisionReverted,
} from '#domain';
import type { EventReader, StoredEvent } from '#event-store';
import { articleStream } from '../article/article-stream.js';
import { ArticleNotFound } from '../errors.js';
import { dataOf, loadHistory, type History } from './history.js';

/** What somebody who decided late is told of: not each report that was read meanwhile. */
const TOLD = new Set([
  'ArticleRevised',
  'ArticleWithdrawn',
  'ArticleClustered',
  'ArticleUnclustered',
  'DecisionReverted',
]);

/** What the write side knows of an article as a printing of a wire story. */
export interface ArticlePrinting {
  readonly articleId: string;
  /** The story it prints by what was decided; null where it stands in none. */
  readonly clusterId: string | null;
  /** The decision of people that keeps it out of stories. */
  readonly apartBy: StoredEvent | null;
  readonly history: History;
}

/** @throws {ArticleNotFound | ArticleErased} */
export async function loadPrinting(
  reader: EventReader,
  workspace: string,
  articleId: string,
): Promise<ArticlePrinting> {
  const history = await loadHistory(reader, workspace, articleStream(articleId));
  if (history.version === 0) throw new ArticleNotFound(articleId);
  const erasure = history.events.findLast(({ type }) => type === 'ErasureRecorded');
  if (erasure && !history.events.some(hasText)) throw new ArticleErased(articleId, erasure.seq);
  return foldPrinting(articleId, history);
}

const hasText = ({ type }: StoredEvent): boolean => type === 'ArticleIngested' || type === 'ArticleRevised';

/** A clustering that people undid keeps the article out for good; their own word keeps it out until that is undone. */
function foldPrinting(articleId: string, history: History): ArticlePrinting {
  const { events, reverted } = history;
  let clusterId: string | null = null;
  let apartBy: StoredEvent | null = null;
  for (const event of events) {
    const { type } = event;
    if (type === 'DecisionReverted' && dataOf<DecisionReverted>(event).decisionType === 'ArticleClustered')
      apartBy = event;
    if (reverted.has(event.eventId)) continue;
    if (type === 'ArticleClustered') ({ clusterId } = dataOf<ArticleClustered>(event));
    if (type !== 'ArticleUnclustered') continue;
    clusterId = null;
    if (!isOfProcess(dataOf<ArticleUnclustered>(event))) apartBy = event;
  }
  return {
    articleId,
    clusterId: apartBy ? null : clusterId,
    apartBy,
    history: { ...history, events: events.filter(({ type }) => TOLD.has(type)) },
  };
}

const isOfProcess = ({ decidedBy }: ArticleUnclustered): boolean => decidedBy.startsWith('wire-clusters/');
