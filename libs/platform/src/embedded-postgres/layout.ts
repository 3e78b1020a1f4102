import { join } from 'node:path';

/** Where the parts of an embedded server stand. */
export interface Layout {
  /** CLAIMTRAIL_DATA_DIR. */
  readonly dataDir: string;
  /** Folder that holds the cluster and, where they had to be copied, its programs; the data folder, or a reachable one. */
  readonly home: string;
  /** The cluster itself (PGDATA). */
  readonly cluster: string;
  /** The password of the cluster's superuser, inside the cluster so that the two can never part. */
  readonly password: string;
  readonly postmasterPid: string;
  readonly log: string;
  /** Start lock. */
  readonly locks: string;
  /** One file for each process that uses the server. */
  readonly users: string;
}

export function layoutOf(dataDir: string, home: string): Layout {
  const cluster = join(home, 'postgres');
  return {
    dataDir,
    home,
    cluster,
    password: join(cluster, 'claimtrail.password'),
    postmasterPid: join(cluster, 'postmaster.pid'),
    log: join(dataDir, 'postgres.log'),
    locks: join(dataDir, 'postgres-run', 'lock'),
    users: join(dataDir, 'postgres-run', 'users'),
  };
}
