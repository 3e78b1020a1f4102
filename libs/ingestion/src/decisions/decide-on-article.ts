import { buildEvent } from '#domain';
import { NotClustered } from '../errors.js';
import type { ArticlePrinting } from './article-printing.js';
import type { UnclusterArticle } from './decision.js';
import { record, unchanged, type DecisionPlan } from './plan.js';

/** Pure: takes an article out of the wire story that it was put in; no process puts it into one again. */
export function unclusterArticle(
  { articleId, clusterId, apartBy, history }: ArticlePrinting,
  { reason }: UnclusterArticle,
  actor: string,
): DecisionPlan {
  if (apartBy) return unchanged(apartBy);
  if (clusterId === null) throw new NotClustered(articleId);
  const data = { articleId, clusterId, decidedBy: actor, reasons: [reason] };
  return record(history, buildEvent('ArticleUnclustered', data));
}
