import { articleTable, liveTable } from '#projections';
import type { AsOf } from '#tracking';
import { articleThen } from '../as-of/as-of-conditions.js';
import { isTurnedBack } from '../as-of/as-of.js';
import type { Conditions } from '../conditions.js';

const HELD = { workspace: 'held_now.workspace', articleId: 'held_now.article_id' };

/** The table of articles as `article`, or what was known of each at the clocks; those that were not there yet are left out. */
export function fromArticles(conditions: Conditions, clocks: AsOf): string {
  const table = liveTable(articleTable);
  if (!isTurnedBack(clocks)) return `FROM ${table} article`;
  return `FROM ${table} held_now CROSS JOIN ${articleThen(conditions, HELD, clocks)} article`;
}
