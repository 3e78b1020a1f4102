import { configuredProcesses, processRunner, type LinkingResources } from '#linking';

/** Runs every process that decides (linkers, clusters, entities) until stopped; any number of workers share them by leases. */
export class Linking {
  private readonly stopping = new AbortController();
  private running: Promise<void>[] = [];

  constructor(private readonly resources: LinkingResources) {}

  start(): void {
    const { database, logger } = this.resources;
    const processes = configuredProcesses(database);
    const { signal } = this.stopping;
    this.running = processes.map((process) => processRunner(process, this.resources).run(signal));
    logger.info(
      { processes: processes.map(({ name, version }) => `${name}/${version}`) },
      'Linking follows the log',
    );
  }

  /** Ends after the batches that are being decided on. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await Promise.all(this.running);
  }
}
