import { readLeafHashes } from '../../libs/event-store/src/proof/read-leaves.js';
import { joinDigests, toBuffer } from '../../libs/event-store/src/proof/digest.js';
import { TILE_WIDTH, TreeBuilder } from '../../libs/event-store/src/proof/merkle-tree.js';
import { SealedLog } from './sealed-log.js';

const SIZES = [3, 100, 300, 600, 700];

describe('tampering', () => {
  let log: SealedLog;
  let workspaces = 0;
  let w: string;

  beforeAll(async () => {
    log = await SealedLog.create();
  });
  afterAll(() => log.drop());
  beforeEach(async () => {
    w = `log-${++workspaces}`;
    await log.make(w, ...SIZES);
  });

  const both = async () => [await log.verify(w, false), await log.verify(w, true)];
  const changeByte = (seq: number) =>
    log.tamper(
      `UPDATE event_store.event SET data = replace(data::text, 'quoted', 'quotes')::json WHERE workspace = $1 AND seq = $2`,
      [w, seq],
    );

  /** Stores the hashes of the log as it is now, as somebody would who knows the tables but has not the key. */
  async function recomputeStoredHashes(): Promise<void> {
    const tree = new TreeBuilder();
    const { hashes = [] } = (await readLeafHashes(log.test.database.reader, w, 0, 10_000)) ?? {};
    for (const tile of hashes.flatMap((hash) => tree.append(hash))) {
      await log.tamper(
        `UPDATE event_store.tile SET hashes = $4, root = $5 WHERE workspace = $1 AND level = $2 AND index = $3`,
        [w, tile.level, tile.index, joinDigests(tile.hashes), toBuffer(tile.root)],
      );
    }
    for (const [i, size] of SIZES.entries()) {
      const from = Math.max(SIZES[i - 1] ?? 0, size - (size % TILE_WIDTH));
      await log.tamper(`UPDATE event_store.checkpoint SET tail = $3 WHERE workspace = $1 AND size = $2`, [
        w,
        size,
        joinDigests(hashes.slice(from, size)),
      ]);
    }
  }

  it('CONTROL: a log that nobody touched passes', async () => {
    const intact = { ok: true, events: 700, sealed: 700 };
    expect(await both()).toMatchObject([intact, intact]);
  });

  it('CONTROL: what is appended after the newest checkpoint passes and is told', async () => {
    await log.growTo(w, 720);
    expect(await log.verify(w, true)).toMatchObject({ ok: true, events: 720, sealed: 700 });
  });

  it.each([1, 3, 4, 100, 256, 257, 300, 513, 600, 650, 700])('1: one byte of event %i', async (seq) => {
    await changeByte(seq);
    const bad = { ok: false, firstBadSeq: seq };
    expect(await both()).toMatchObject([bad, bad]);
  });

  it.each([
    `actor = 'other'`,
    `type = 'NoteGiven'`,
    `schema_version = 2`,
    `recorded_at = recorded_at + interval '1 microsecond'`,
    `occurred_at = ''`,
    `causation_id = 'x'`,
    `correlation_id = ''`,
    `event_id = gen_random_uuid()`,
    `meta = '{"by":"test" }'`,
    `stream_id = 'note-x', version = 1`,
  ])('1: the envelope, %s', async (change) => {
    await log.tamper(`UPDATE event_store.event SET ${change} WHERE workspace = $1 AND seq = 333`, [w]);
    const bad = { ok: false, firstBadSeq: 333 };
    expect(await both()).toMatchObject([bad, bad]);
  });

  it('2: two events swapped', async () => {
    await log.tamper(
      `WITH swap AS (SELECT 350 + 411 AS sum)
       UPDATE event_store.event e SET data = o.data, meta = o.meta, event_id = o.event_id
         FROM event_store.event o WHERE e.workspace = $1 AND o.workspace = $1
          AND e.seq IN (350, 411) AND o.seq = (SELECT sum FROM swap) - e.seq`,
      [w],
    );
    const bad = { ok: false, firstBadSeq: 350 };
    expect(await both()).toMatchObject([bad, bad]);
  });

  it.each([699, 650, 600, 512, 40, 0])('3: the tail cut after event %i', async (last) => {
    await log.tamper(`DELETE FROM event_store.event WHERE workspace = '${w}' AND seq > ${last};
      UPDATE event_store.workspace_head SET seq = ${last} WHERE workspace = '${w}'`);
    const bad = { ok: false, firstBadSeq: last + 1 };
    expect(await both()).toMatchObject([bad, bad]);
  });

  it('3: the tail cut with its checkpoints and tiles: found by the checkpoint kept outside', async () => {
    await log.tamper(`DELETE FROM event_store.event WHERE workspace = '${w}' AND seq > 300;
      UPDATE event_store.workspace_head SET seq = 300 WHERE workspace = '${w}';
      DELETE FROM event_store.checkpoint WHERE workspace = '${w}' AND size > 300;
      DELETE FROM event_store.tile WHERE workspace = '${w}' AND level = 0 AND index >= 1`);
    expect(await both()).toMatchObject([{ ok: true }, { ok: false, firstBadSeq: 301 }]);
  });

  it('3: an event taken out of the middle', async () => {
    await log.tamper(`DELETE FROM event_store.event WHERE workspace = $1 AND seq = 290`, [w]);
    const bad = { ok: false, firstBadSeq: 290 };
    expect(await both()).toMatchObject([bad, bad]);
  });

  it('4: the middle forged with all stored hashes recomputed: the signed roots find it, the hashes outside name it', async () => {
    await changeByte(402);
    await recomputeStoredHashes();
    expect(await both()).toMatchObject([
      { ok: false, firstBadSeq: 301, lastSuspectSeq: 600 },
      { ok: false, firstBadSeq: 402 },
    ]);
  });

  it('4: a hash of the middle forged, of a tile or of one above', async () => {
    await log.tamper(
      `UPDATE event_store.tile SET hashes = set_byte(hashes, 40, get_byte(hashes, 40) # 1)
        WHERE workspace = $1 AND level = 0 AND index = 1`,
      [w],
    );
    const found = await log.verify(w, true);
    expect(found).toMatchObject({ ok: false, firstBadSeq: null });
    expect(found).toMatchObject({ problem: expect.stringContaining('The hash of event 258') as string });
  });

  it('5: the whole history rewritten and sealed anew with the same key: only the checkpoint kept outside shows it', async () => {
    await changeByte(77);
    await log.tamper(`DELETE FROM event_store.tile WHERE workspace = '${w}';
      DELETE FROM event_store.checkpoint WHERE workspace = '${w}'`);
    await log.sealer(w).sealAll();
    expect(await both()).toMatchObject([
      { ok: true, events: 700 },
      { ok: false, firstBadSeq: 77 },
    ]);
  });

  it('checkpoints of another key are not believed', async () => {
    const other = await SealedLog.create();
    await log.tamper(`DELETE FROM event_store.tile WHERE workspace = '${w}';
      DELETE FROM event_store.checkpoint WHERE workspace = '${w}'`);
    await log.sealer(w, { signer: other.signer }).sealAll();
    expect(await log.verify(w, false)).toMatchObject({
      ok: false,
      problem: expect.stringContaining('not signed by') as string,
    });
    await other.drop();
  });

  it('a log without any checkpoint proves nothing', async () => {
    await log.growTo('unsealed', 3);
    expect(await log.verify('unsealed', false)).toMatchObject({ ok: false, firstBadSeq: null });
  });

  it('versions of a stream that skip one are found, were they sealed so', async () => {
    await log.growTo('skip', 5);
    await log.tamper(
      `UPDATE event_store.event SET version = version + 1 WHERE workspace = 'skip' AND seq = 5`,
    );
    await log.sealer('skip').sealAll();
    expect(await log.verify('skip', false)).toMatchObject({ ok: false, firstBadSeq: 5 });
  });
});
