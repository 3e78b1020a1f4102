import type { Cause } from '#domain';
import { parseDay } from '../dates/index.js';
import type { FigureMention } from '../extraction.js';
import type { Word } from '../words/words.js';
import { eventCauseOf, isEpidemic } from './cause.js';

/** Days before the publication from which on a figure is of an event that is only remembered. */
const REMEMBERED = 60;

/**
 * In an article about one event only, the figures whose sentences name no cause have that of its title and opening: "Earthquake in
 * Norvale" tells what "40 people died" of. Not where the article gives another cause for any figure, and not for figures of another time.
 *
 * @param openings the words of the title, of the first sentence and of the first sentence of the story
 */
export function withCauseOfArticle(
  figures: readonly FigureMention[],
  openings: readonly (readonly Word[])[],
  publishedOn: string | null,
): FigureMention[] {
  const cause = onlyCause([...openings.map(eventCauseOf), ...figures.map((figure) => figure.cause)]);
  const isNamed = openings.some((words) => eventCauseOf(words) === cause);
  if (cause === null || !isNamed || openings.some(isEpidemic)) return [...figures];
  return figures.map((figure) => (isOfEvent(figure, publishedOn) ? { ...figure, cause } : figure));
}

function onlyCause(causes: readonly (Cause | null)[]): Cause | null {
  const [first = null, ...others] = new Set(causes.filter((cause) => cause !== null));
  return others.length === 0 ? first : null;
}

/** How many live in a place is no harm, and "in 1999", "since January" reach beyond the event. */
function isOfEvent({ metric, cause, period }: FigureMention, publishedOn: string | null): boolean {
  if (cause !== null || metric === 'population') return false;
  if (period?.accuracy === 'year') return false;
  const [first, published] = [parseDay(period?.start ?? period?.end ?? null), parseDay(publishedOn)];
  return first === null || published === null || published - first <= REMEMBERED;
}
