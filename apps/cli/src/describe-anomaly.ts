import type { ClaimTimelineEntry } from '#query';

type Anomaly = ClaimTimelineEntry['anomalyDetails'][number];

const number = new Intl.NumberFormat('en');

/** "falls, 900 -> 300 (0.33 times): a total that was reached falls: ..." */
export function describeAnomaly({ anomaly, from, to, factor, reason }: Anomaly): string {
  const times = factor === null ? '' : ` (${factor} times)`;
  return `${anomaly.replaceAll('_', ' ')}, ${number.format(from)} -> ${number.format(to)}${times}: ${reason}`;
}

/** Who lets it stand, and by which decision, which may be undone. */
export const describeSettlement = ({
  actor,
  recordedAt,
  reasons,
  eventId,
}: NonNullable<Anomaly['settled']>): string =>
  `settled by ${actor} on ${recordedAt.slice(0, 10)}: ${reasons.join('; ')} (decision ${eventId})`;
