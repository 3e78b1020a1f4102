import type { ClaimCard } from './claim-card.js';

/** "displaced (flow), eastern Aleppo, from 2016-11-26" (a population that the metric names is told once), or the words of a statement or claim; empty for a claim that nothing tells of. */
export function claimInWords({ metric, measure, place, population, periodStart, text }: ClaimCard): string {
  if (metric === null) return text ?? '';
  const parts = [
    `${metric} (${measure})`,
    population !== metric && population,
    place,
    periodStart && `from ${periodStart}`,
  ];
  return parts.filter(Boolean).join(', ');
}
