import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import type { Chance } from '../../support/chance.js';

/** First bytes of what a client sends once it is let in: Query, Parse, Bind. */
const STATEMENTS = new Set(['Q', 'P', 'B'].map((letter) => letter.charCodeAt(0)));

/**
 * Stands between a client and PostgreSQL and cuts a share of the statements off: half of them before the server gets
 * them, half when its answer is on the way. The client cannot tell which.
 */
export class CuttingProxy {
  share = 0;
  cutBefore = 0;
  cutAfter = 0;
  private readonly server = createServer((client) => this.join(client));
  private readonly sockets = new Set<Socket>();

  private constructor(
    private readonly target: URL,
    private readonly chance: Chance,
  ) {}

  static async start(url: string, chance: Chance): Promise<CuttingProxy> {
    const proxy = new CuttingProxy(new URL(url), chance);
    await new Promise<void>((resolve) => proxy.server.listen(0, '127.0.0.1', resolve));
    return proxy;
  }

  /** The database's URL, through here. */
  get url(): string {
    const url = new URL(this.target);
    url.hostname = '127.0.0.1';
    url.port = String((this.server.address() as AddressInfo).port);
    return url.toString();
  }

  async stop(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private join(client: Socket): void {
    const server = connect(Number(this.target.port), this.target.hostname);
    const cut = () => [client, server].forEach((socket) => socket.destroy());
    for (const socket of [client, server]) {
      this.sockets.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        this.sockets.delete(socket);
        cut();
      });
    }
    let cutsAnswer = false;
    client.on('data', (chunk: Buffer) => {
      if (STATEMENTS.has(chunk[0] ?? 0) && this.chance.happens(this.share)) {
        if (this.chance.happens(0.5)) {
          this.cutBefore += 1;
          return cut();
        }
        cutsAnswer = true;
      }
      server.write(chunk);
    });
    server.on('data', (chunk: Buffer) => {
      if (!cutsAnswer) return client.write(chunk);
      this.cutAfter += 1;
      return cut();
    });
  }
}
