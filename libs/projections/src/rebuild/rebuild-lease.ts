import { RebuildRunning } from '../errors.js';
import { holdLease, leaseSettings } from '../runner/hold-lease.js';
import { takeLease, type Lease } from '../runner/lease.js';
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
  return holdLease(pool, lease, settings, logger, signal, (held) => work(lease, held));
}
