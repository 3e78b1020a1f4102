import type { Pool } from 'pg';
import type { UpcasterChains } from '#domain';
import type { EventReader } from '#event-store';
import { type LeaseSettings, type Logger } from '#platform';
import type { Projection } from '../projection.js';

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
