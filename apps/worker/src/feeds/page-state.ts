import type { Validators } from './guarded-fetch.js';

/** What is known of a page that a feed lists. Times are RFC 3339. */
export interface PageState extends Validators {
  readonly firstSeen: string;
  readonly checkedAt: string;
}

/** diffengine's rule: a page is checked again when a fifth of its age has passed since the last time, so ever more seldom. */
const STALE_SHARE = 0.2;
/** Older pages are left alone. */
const LAST_CHECK_MS = 30 * 86_400_000;

/** Whether it is time to look at a page again; one that was never seen is always due. */
export function isDue(page: PageState | undefined, now: Date, leastSeconds: number): boolean {
  if (!page) return true;
  const age = now.getTime() - Date.parse(page.firstSeen);
  const staleness = now.getTime() - Date.parse(page.checkedAt);
  if (staleness < leastSeconds * 1000 || isOld(page, now)) return false;
  return staleness >= STALE_SHARE * age;
}

export const isOld = ({ firstSeen }: PageState, now: Date): boolean =>
  now.getTime() - Date.parse(firstSeen) > LAST_CHECK_MS;
