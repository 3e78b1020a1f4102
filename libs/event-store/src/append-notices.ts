import { Client, type Notification, type Pool } from 'pg';
import type { Logger } from '#platform';

export const NOTICE_CHANNEL = 'claimtrail_appended';
export const NOTICE_APPLICATION = 'claimtrail notices';

export interface NoticeDelays {
  /** Milliseconds between two notices of this process, whatever it appends. */
  readonly coalesce: number;
  /** Milliseconds before a lost connection is made anew: from `firstRetry`, doubling, to `longestRetry`. */
  readonly firstRetry: number;
  readonly longestRetry: number;
}

export const DEFAULT_NOTICE_DELAYS: NoticeDelays = { coalesce: 50, firstRetry: 250, longestRetry: 10_000 };

/** Told which log grew; undefined: any may have, for notices may have been missed. */
type Heard = (workspace?: string) => void;

/**
 * Tells other processes that a log grew, and hears it of them, over one connection of its own. Never from within an
 * append: a NOTIFY takes a lock of the whole server at commit, which measured appends 2 to 5 times slower. A notice may be
 * lost with its connection; whoever waits looks by itself every now and then (`PollDelays`).
 */
export class AppendNotices {
  private readonly grown = new Set<string>();
  private client: Client | null = null;
  private connecting: Promise<void> | null = null;
  private sending: Promise<void> = Promise.resolve();
  private sendTimer: NodeJS.Timeout | null = null;
  private retryTimer: NodeJS.Timeout | null = null;
  private retryDelay: number;
  private sentAt = Number.NEGATIVE_INFINITY;
  private closed = false;

  constructor(
    private readonly pool: Pick<Pool, 'options'>,
    private readonly heard: Heard,
    private readonly logger?: Logger,
    private readonly delays: NoticeDelays = DEFAULT_NOTICE_DELAYS,
  ) {
    this.retryDelay = delays.firstRetry;
  }

  /** Hears from now on, for as long as this is not closed. */
  listen(): void {
    if (!this.client && !this.closed && !this.retryTimer) void this.connect();
  }

  /** At once after a pause, else with whatever else grows within the delay. */
  announce(workspace: string): void {
    this.grown.add(workspace);
    if (this.sendTimer || this.closed) return;
    const wait = Math.max(this.sentAt + this.delays.coalesce - performance.now(), 0);
    this.sendTimer = setTimeout(() => this.sendInTurn(), wait);
    this.sendTimer.unref();
  }

  /** Sends what waits and ends the connection. */
  async close(): Promise<void> {
    this.closed = true;
    if (this.retryTimer) clearTimeout(this.retryTimer);
    if (this.sendTimer) {
      clearTimeout(this.sendTimer);
      this.sendInTurn();
    }
    await this.sending;
    await this.connecting;
    await this.client?.end().catch(() => undefined);
    this.client = null;
  }

  /** One behind the other: the connection takes one statement at a time, and the first may still wait for it. */
  private sendInTurn(): void {
    this.sendTimer = null;
    this.sentAt = performance.now();
    this.sending = this.sending.then(() => this.send());
  }

  private async send(): Promise<void> {
    const workspaces = [...this.grown];
    this.grown.clear();
    if (!this.client) await this.connect();
    await this.client
      ?.query('SELECT pg_notify($1, workspace) FROM unnest($2::text[]) AS workspace', [
        NOTICE_CHANNEL,
        workspaces,
      ])
      .catch((error: unknown) => this.logger?.debug({ err: error }, 'A notice of an append was lost'));
  }

  private connect(): Promise<void> {
    this.connecting ??= this.open().finally(() => (this.connecting = null));
    return this.connecting;
  }

  private async open(): Promise<void> {
    const client = new Client({ ...this.pool.options, application_name: NOTICE_APPLICATION });
    let isLost = false;
    const lose = (): void => {
      isLost = true;
      this.lose(client);
    };
    client.on('error', lose);
    client.on('end', lose);
    client.on('notification', (notice) => this.hear(client, notice));
    try {
      await client.connect();
      await client.query(`LISTEN ${NOTICE_CHANNEL}`);
    } catch (error) {
      this.logger?.warn(
        { err: error },
        'Appends of other processes are not announced now; looking for them instead',
      );
      await client.end().catch(() => undefined);
      return this.retry();
    }
    // Between the answer of the server and this line it may have gone already.
    if (isLost) return this.retry();
    this.client = client;
    this.retryDelay = this.delays.firstRetry;
    this.heard();
  }

  private hear(client: Client, { processId, payload }: Notification): void {
    const isOwn = processId === (client as unknown as { processID: number | null }).processID;
    if (!isOwn && payload !== undefined) this.heard(payload);
  }

  private lose(client: Client): void {
    if (this.client !== client) return;
    this.client = null;
    void client.end().catch(() => undefined);
    this.retry();
  }

  private retry(): void {
    if (this.closed || this.retryTimer) return;
    this.retryTimer = setTimeout(() => {
      this.retryTimer = null;
      void this.connect();
    }, this.retryDelay);
    this.retryTimer.unref();
    this.retryDelay = Math.min(this.retryDelay * 2, this.delays.longestRetry);
  }
}
