import { setTimeout as delay } from 'node:timers/promises';
import { newestCheckpoint } from '../../libs/event-store/src/proof/checkpoints.js';
import { SealedLog } from './sealed-log.js';

describe('Sealer', () => {
  let log: SealedLog;

  beforeAll(async () => {
    log = await SealedLog.create();
  });
  afterAll(() => log.drop());

  const checkpoint = (w: string) => newestCheckpoint(log.test.database.reader, w);
  const count = async (table: string, w: string): Promise<number> => {
    const { rows } = await log.test.database.login.query<{ count: string }>(
      `SELECT count(*)::text AS count FROM event_store.${table} WHERE workspace = $1`,
      [w],
    );
    return Number(rows[0]?.count);
  };

  it('leaves an empty log without a checkpoint', async () => {
    expect(await log.sealer('empty').sealAll()).toBe(0);
    expect(await checkpoint('empty')).toBeNull();
  });

  it('comes to the same root however the log was cut into steps, by one sealer or by one made anew each time', async () => {
    const sizes = [1, 2, 255, 256, 257, 511, 512, 600, 1100];
    const sealer = log.sealer('steps');
    for (const size of sizes) {
      for (const w of ['steps', 'anew', 'batches', 'once']) await log.growTo(w, size);
      await sealer.sealAll();
      await log.sealer('anew').sealAll();
    }
    await log.sealer('batches', { batchSize: 97 }).sealAll();
    await log.sealer('once').sealAll();
    for (const w of ['steps', 'anew', 'batches', 'once']) {
      expect(await log.verify(w, false)).toMatchObject({ ok: true, sealed: 1100 });
      expect(await count('tile', w)).toBe(4);
    }
    expect(await count('checkpoint', 'steps')).toBe(sizes.length);
    expect(await count('checkpoint', 'once')).toBe(1);
  });

  it('keeps tiles of two levels, and goes on behind them', async () => {
    const { login } = log.test.database;
    const SIZE = 65_536 + 300;
    await login.query(
      `INSERT INTO event_store.event SELECT 'large', n, 'note-a', n, gen_random_uuid(), 'NoteTaken', 1, now(), null,
         'tester', null, null, '{}', '{}' FROM generate_series(1, ${SIZE}) n`,
    );
    await login.query(`INSERT INTO event_store.workspace_head VALUES ('large', ${SIZE}, now())`);
    await login.query(
      `INSERT INTO event_store.stream VALUES ('large', 'note-a', 'note', ${SIZE}, 1, ${SIZE})`,
    );
    await log.sealer('large').sealAll();
    expect(await count('tile', 'large')).toBe(257 + 1);
    await log.growTo('large', SIZE + 500);
    await log.sealer('large').sealAll();
    expect(await log.verify('large', false)).toMatchObject({ ok: true, sealed: SIZE + 500 });
    await log.tamper(`UPDATE event_store.tile SET hashes = set_byte(hashes, 7, 1 + get_byte(hashes, 7) % 255)
      WHERE workspace = 'large' AND level = 1`);
    expect(await log.verify('large', false)).toMatchObject({
      ok: false,
      firstBadSeq: null,
      problem: 'Tile 1/0 of the Merkle tree, stored in the database, is not that of the log.',
    });
  });

  it('works beside others: each step is taken once, and the checkpoints are one chain', async () => {
    await log.growTo('many', 2_000);
    const sealers = [40, 41, 64, 100].map((batchSize) => log.sealer('many', { batchSize }));
    expect(await Promise.all(sealers.map((sealer) => sealer.sealAll()))).toEqual([2000, 2000, 2000, 2000]);
    const { rows } = await log.test.database.login.query<{ broken: string }>(
      `SELECT count(*)::text AS broken FROM (SELECT previous_size, lag(size, 1, 0::bigint) OVER (ORDER BY size) AS before
         FROM event_store.checkpoint WHERE workspace = 'many') c WHERE previous_size <> before`,
    );
    expect(rows).toEqual([{ broken: '0' }]);
    expect(await log.verify('many', false)).toMatchObject({ ok: true, sealed: 2000 });
  });

  it('the database refuses a step from elsewhere, one beyond the log, and any other change', async () => {
    await log.make('guarded', 10);
    const { writer, login } = log.test.database;
    const seal = (from: number, to: number) =>
      writer.query<{ sealed: boolean }>(
        `SELECT event_store.seal('guarded', $1, $2, '', '', '', '{}', '{}', '{}', '{}') AS sealed`,
        [from, to],
      );
    expect((await seal(9, 10)).rows).toEqual([{ sealed: false }]);
    await expect(seal(10, 11)).rejects.toThrow('cannot follow');
    await expect(seal(10, 10)).rejects.toThrow('cannot follow');
    for (const table of ['tile', 'checkpoint']) {
      await expect(writer.query(`DELETE FROM event_store.${table}`)).rejects.toThrow('permission denied');
      await expect(
        writer.query(`INSERT INTO event_store.${table} SELECT * FROM event_store.${table}`),
      ).rejects.toThrow('permission denied');
      await expect(login.query(`UPDATE event_store.${table} SET workspace = 'x'`)).rejects.toThrow(
        'append-only',
      );
      await expect(login.query(`TRUNCATE event_store.${table}`)).rejects.toThrow('append-only');
    }
  });

  it('stops at a hole in the log instead of sealing over it', async () => {
    await log.growTo('hole', 20);
    await log.tamper(`DELETE FROM event_store.event WHERE workspace = 'hole' AND seq = 7`);
    await expect(log.sealer('hole').sealAll()).rejects.toMatchObject({ code: 'EVENT_STORE.LOG_GAP' });
    expect(await checkpoint('hole')).toBeNull();
  });

  it('runs until stopped: within a second each event is sealed, also after a failure', async () => {
    const pauses: number[] = [];
    let failures = 0;
    const { reader, writer } = log.test.database;
    const failing = {
      connect: () => reader.connect(),
      query: (...parts: unknown[]) => {
        if (failures++ === 1) return Promise.reject(new Error('connection terminated'));
        return (reader.query as (...all: unknown[]) => unknown).apply(reader, parts);
      },
    } as unknown as typeof reader;
    const pause = (milliseconds: number, signal: AbortSignal) => {
      pauses.push(milliseconds);
      return delay(1, undefined, { signal }).catch(() => undefined);
    };
    const sealer = log.sealer('running', { pools: { reader: failing, writer }, pause });
    sealer.start();
    await log.growTo('running', 30);
    while ((await checkpoint('running'))?.size !== 30) await delay(2);
    await log.growTo('running', 31);
    while ((await checkpoint('running'))?.size !== 31) await delay(2);
    await sealer.stop();
    expect(Math.max(...pauses)).toBeLessThanOrEqual(1_000);
    expect(pauses).toContain(1_000);
    expect(pauses.filter((ms) => ms !== 1_000).every((ms) => ms === 200)).toBe(true);
  });
});
