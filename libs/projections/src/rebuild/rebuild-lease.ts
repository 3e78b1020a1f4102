import { holdLease, leaseSettings } from '#platform';
import { RebuildRunning } from '../errors.js';
import { heldLease, takeLease, type Lease } from '../runner/lease.js';
import type { RebuildOptions } from './rebuild-options.js';

/** One process at a time fills, switches or drops versions of a view. */
export async function withRebuildLease<T>(
  options: Pick<RebuildOptions, 'projection' | 'pool' | 'lease' | 'logger' | 'signal'>,
  work: (lease: Lease, signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const { projection, pool, logger, signal = new AbortController().signal } = options;
  const settings = leaseSettings(options.lease);
  const key = { view: projection.name, workspace: '', purpose: 'rebuild' } as const;
  const answer = await takeLease(pool, key, settings.holder, settings.milliseconds);
  if (!answer.lease) throw new RebuildRunning(projection.name, answer.holder);
  const { lease } = answer;
  const held = heldLease(pool, lease, settings.milliseconds);
  return holdLease(held, settings, logger, signal, (ours) => work(lease, ours));
}
