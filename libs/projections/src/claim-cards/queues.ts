import type { ClaimState } from '#tracking';

/** What is left to do about a claim: look at what contradicts, at odd figures, at links that are not certain, or do a review asked for. */
export const QUEUES = ['conflicts', 'anomalies', 'proposals', 'review'] as const;
export type Queue = (typeof QUEUES)[number];

type Queued = Pick<
  ClaimState,
  'disputed' | 'status' | 'anomalies' | 'proposals' | 'review' | 'changedSinceSignOff'
>;

/** Those that nobody looked at and let stand. */
export const openAnomalies = ({ anomalies }: Pick<ClaimState, 'anomalies'>): ClaimState['anomalies'] =>
  anomalies.filter(({ settled }) => settled === null);

const STANDS_IN: Readonly<Record<Queue, (claim: Queued) => boolean>> = {
  // What a signer saw is dealt with until something changes.
  conflicts: ({ disputed, status }) => disputed && status !== 'signed_off',
  anomalies: (claim) => openAnomalies(claim).length > 0,
  proposals: ({ proposals }) => proposals.length > 0,
  review: ({ review, changedSinceSignOff }) =>
    review === 'requested' || review === 'changes_requested' || changedSinceSignOff,
};

/** The queues that a claim stands in. */
export const queuesOf = (claim: Queued): Queue[] => QUEUES.filter((queue) => STANDS_IN[queue](claim));
