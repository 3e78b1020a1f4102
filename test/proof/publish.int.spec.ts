import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { openCheckpoint } from '#verifier';
import { SealedLog } from './sealed-log.js';

describe('CheckpointPublisher', () => {
  let log: SealedLog;

  beforeAll(async () => {
    log = await SealedLog.create();
  });
  afterAll(() => log.drop());

  const files = async (w: string): Promise<string[]> => (await readdir(log.folder(w))).sort();

  it('writes a checkpoint and the leaf hashes since the one before it, once a size', async () => {
    await log.make('a', 5, 300);
    await log.publisher('a').publish();
    expect(await files('a')).toEqual([
      '000000000005.checkpoint',
      '000000000005.leaves',
      '000000000300.checkpoint',
      '000000000300.leaves',
      'latest',
    ]);
    const sizeOf = async (name: string) => (await stat(join(log.folder('a'), name))).size;
    expect([await sizeOf('000000000005.leaves'), await sizeOf('000000000300.leaves')]).toEqual([
      5 * 32,
      295 * 32,
    ]);
    const latest = await readFile(join(log.folder('a'), 'latest'), 'utf8');
    expect(openCheckpoint(latest, log.keys)).toMatchObject({ origin: 'claimtrail/test', size: 300 });
  });

  it('publishes nothing for a log without a checkpoint', async () => {
    expect(await log.publisher('none').publish()).toBe(0);
  });

  it('publishes at most once in the seconds given, and the last one when flushed', async () => {
    let now = 0;
    const publisher = log.publisher('due', { everySeconds: 60, clock: { now: () => new Date(now) } });
    const sizes = async () => (await files('due')).filter((name) => name.endsWith('.checkpoint')).length;
    const step = async (size: number, at: number) => {
      now = at;
      await log.growTo('due', size);
      await log.sealer('due').sealAll();
      publisher.publishWhenDue();
      // What runs in the background is waited for as the end of the program does, but not published anew.
      await (publisher as unknown as { publishing: Promise<void> | null }).publishing;
    };
    await step(1, 0);
    await step(2, 59_999);
    expect(await sizes()).toBe(1);
    await step(3, 60_000);
    expect(await sizes()).toBe(2);
    await step(4, 60_001);
    await publisher.flush();
    expect(await sizes()).toBe(3);
  });

  it('refuses a folder that knows a longer log', async () => {
    await log.make('long', 9);
    await log.make('short', 4);
    await writeFile(
      join(log.folder('short'), 'latest'),
      await readFile(join(log.folder('long'), 'latest'), 'utf8'),
    );
    await expect(log.publisher('short').publish()).rejects.toMatchObject({
      code: 'EVENT_STORE.CHECKPOINT_FOLDER_AHEAD',
    });
  });

  it('goes on after it was killed between two files', async () => {
    await log.make('killed', 4);
    await writeFile(join(log.folder('killed'), '000000000007.leaves'), 'half');
    await log.growTo('killed', 8);
    await log.sealer('killed').sealAll();
    await log.publisher('killed').publish();
    expect(await log.verify('killed', true)).toMatchObject({ ok: true, sealed: 8 });
  });

  describe('webhook', () => {
    let server: Server;
    let status = 200;
    const bodies: string[] = [];

    beforeAll(async () => {
      server = createServer((request, response) => {
        let body = '';
        request.on('data', (part: Buffer) => (body += part.toString()));
        request.on('end', () => {
          bodies.push(`${request.method} ${request.headers['content-type']}\n${body}`);
          response.writeHead(status).end();
        });
      });
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    });
    afterAll(() => new Promise((resolve) => server.close(resolve)));

    it('gets each published note; its refusal stops nothing', async () => {
      const webhook = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
      for (const [size, answer] of [
        [2, 200],
        [4, 500],
        [6, 200],
      ] as const) {
        status = answer;
        await log.growTo('hook', size);
        await log.sealer('hook').sealAll();
        expect(await log.publisher('hook', { webhook }).publish()).toBe(size);
      }
      expect(bodies.map((body) => body.split('\n').slice(0, 3))).toEqual(
        ['2', '4', '6'].map((size) => ['POST text/plain; charset=utf-8', 'claimtrail/test', size]),
      );
    });
  });
});
