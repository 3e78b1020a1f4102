import type { Pool } from 'pg';
import type { UpcasterChains } from '#domain';
import type { EventReader } from '#event-store';
import type { Logger } from '#platform';
import { RebuildRunning } from '../errors.js';
import type { Projection } from '../projection.js';
import { holdLease, leaseSettings, type LeaseSettings } from '../runner/hold-lease.js';
import { takeLease, type Lease } from '../runner/lease.js';
import { versionToBuild } from '../runner/view-versions.js';
import { RebuildRun } from './rebuild-run.js';
import { switchWhenLevel } from './switch-when-level.js';

export interface RebuildProgress {
  readonly view: string;
  readonly version: number;
  readonly applied: bigint;
  readonly head: bigint;
  /** Events a second since this process began. */
  readonly rate: number;
}

export interface RebuildOptions {
  readonly projection: Projection;
  readonly reader: EventReader;
  readonly pool: Pool;
  /** Workspaces to fill, besides those that the live version holds. */
  readonly workspaces: readonly string[];
  /** Events folded and committed together. */
  readonly batchSize?: number;
  readonly onProgress?: (progress: RebuildProgress) => void;
  readonly signal?: AbortSignal;
  readonly lease?: Partial<LeaseSettings>;
  readonly chains?: UpcasterChains;
  readonly logger?: Logger;
}

export interface RebuildResult {
  readonly version: number;
  /** True where an interrupted rebuild was taken up again. */
  readonly resumed: boolean;
}

/**
 * Fills a new version of a view from the first event on, while the old one answers, then switches in one transaction.
 * Killed half-way, it leaves the old version live and goes on from its checkpoint when called again. Another process may ask it to
 * pause or cancel (`requestOfRebuild`).
 * @throws {RebuildRunning | RebuildStopped | RebuildCancelled | SwitchBlocked}
 */
export async function rebuildView(options: RebuildOptions): Promise<RebuildResult> {
  return withRebuildLease(options, async (lease, signal) => {
    const { version, resumed } = await versionToBuild(options.pool, options.projection);
    const run = await RebuildRun.begin(options, lease, version, signal);
    await run.fill();
    await switchWhenLevel(options, version, (client) => run.level(client));
    return { version, resumed };
  });
}

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
