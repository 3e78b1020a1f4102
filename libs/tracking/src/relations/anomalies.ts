import type { Anomaly } from '#domain';
import { isBelow } from './interval.js';
import { isNumbered, laneKey, populationOf, type NumberedFigure } from './lane.js';
import type { FoldedReport } from './folded-report.js';
import type { Related } from './relate-figure.js';
import type { RelationSettings } from './settings.js';

/** Groups of people that nobody is in two of. */
const APART: readonly (readonly string[])[] = [
  ['men', 'women', 'children'],
  ['boys', 'girls', 'women', 'men'],
  ['adults', 'children'],
];

/** What is to be looked at in a figure against the one it is held against. */
export function anomaliesOf(one: FoldedReport, related: Related, settings: RelationSettings): Anomaly[] {
  const found = [...(related.anomalies ?? [])];
  const { against, relation } = related;
  if (!isNumbered(one) || !against || !isNumbered(against)) return found;
  if (laneKey(one.figure) !== laneKey(against.figure) || relation === 'late') return found;
  if (relation === 'revises' && falls(one, against)) found.push('falls');
  if (relation !== 'not_comparable' && jumps(one, against, settings.jumpFactor)) found.push('jumps');
  return found;
}

/** A total that was reached does not fall; the number of one past day may be put right, and so may an article. */
const falls = (one: NumberedFigure, before: NumberedFigure): boolean =>
  one.figure.measure === 'flow' &&
  isBelow(one.interval, before.interval) &&
  one.report.articleId !== before.report.articleId &&
  !(one.isDated && before.isDated && one.validDay === before.validDay);

function jumps({ figure: one }: NumberedFigure, { figure: before }: NumberedFigure, factor: number): boolean {
  const [a, b] = [one.value ?? 0, before.value ?? 0];
  return a > 0 && b > 0 && (a / b >= factor || b / a >= factor);
}

/** Whether figures of parts in the same article come to more than `total`: one of them, or several that nobody is in two of. */
export function partsExceed(total: NumberedFigure, sameArticle: readonly NumberedFigure[]): boolean {
  const parts = sameArticle.filter((other) => isPart(other, total));
  if (parts.some((part) => part.interval.low > total.interval.high)) return true;
  return APART.some((groups) => {
    const counted = groups.map((group) => parts.find(({ figure }) => populationOf(figure) === group));
    const sum = counted.reduce((all, part) => all + (part?.interval.low ?? 0), 0);
    return counted.filter(Boolean).length > 1 && sum > total.interval.high;
  });
}

function isPart({ figure: part, ...other }: NumberedFigure, { figure, ...total }: NumberedFigure): boolean {
  return (
    populationOf(figure) === '' &&
    populationOf(part) !== '' &&
    part.metric === figure.metric &&
    part.measure === figure.measure &&
    part.unit === figure.unit &&
    part.status === figure.status &&
    other.validDay === total.validDay &&
    (part.places[0]?.key === figure.places[0]?.key || part.places.length === 0)
  );
}
