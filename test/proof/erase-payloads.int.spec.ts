import fc from 'fast-check';
import pg from 'pg';
import {
  ERASURE_TYPE,
  ErasureNotSealed,
  PayloadEraser,
  ProofReader,
  WrongExpectedVersion,
} from '#event-store';
import { toBuffer } from '../../libs/event-store/src/proof/digest.js';
import { TreeBuilder } from '../../libs/event-store/src/proof/merkle-tree.js';
import { readLeafHashes } from '../../libs/event-store/src/proof/read-leaves.js';
import { SealedLog } from './sealed-log.js';
import { appendTo, newEvent } from '../../libs/event-store/src/testing/index.js';

const MARKER = 'Zweigstein';
const APPEND_ONLY = 'The log is append-only';
const ERASED = { erased: true };

let log: SealedLog;
let eraser: PayloadEraser;
let workspaces = 0;
let w: string;

beforeAll(async () => {
  log = await SealedLog.create();
  eraser = new PayloadEraser(log.test.database.login);
});
afterAll(() => log.drop());
beforeEach(() => {
  w = `log-${++workspaces}`;
});

/** Three events of stream note-a, two of note-b, sealed. */
async function begin(): Promise<void> {
  const words = (n: number) => newEvent({ number: n, text: `${MARKER} ${n}` });
  await log.store.append(
    appendTo(w, 'note-a', 'no_stream', [words(1), words(2)], { idempotencyKey: 'key-a' }),
  );
  await log.store.append(
    appendTo(w, 'note-b', 'no_stream', [words(3), words(4)], { idempotencyKey: 'key-b' }),
  );
  await log.store.append(appendTo(w, 'note-a', 2, [words(5)]));
  await log.sealer(w).sealAll();
  await log.publisher(w).publish();
}

const erasure = (seqs: unknown, stream = 'note-a', expected: number | 'any' = 'any') =>
  appendTo(w, stream, expected, [{ type: ERASURE_TYPE, schemaVersion: 1, data: { seqs } }]);

const OF_A = [
  [1, 2],
  [5, 5],
];

describe('the erasure of payloads', () => {
  it('takes the data, keeps all else, and the proof of every event', async () => {
    await begin();
    const before = await log.store.readAll(w);
    const proofs = new ProofReader(log.test.database.reader);
    const leavesBefore = await Promise.all(before.map(({ seq }) => proofs.inclusion(w, `${seq}`)));
    expect(await eraser.erase(erasure(OF_A))).toMatchObject({ erased: 3, firstSeq: 6n, lastSeq: 6n });
    const after = await log.store.readAll(w);
    expect(after.slice(0, 5)).toEqual(
      before.map((event) => (event.stream === 'note-a' ? { ...event, data: ERASED } : event)),
    );
    expect(await Promise.all(before.map(({ seq }) => proofs.inclusion(w, `${seq}`)))).toEqual(leavesBefore);
    await log.sealer(w).sealAll();
    await log.publisher(w).publish();
    expect(await log.verify(w, true)).toMatchObject({ ok: true, events: 6, sealed: 6, erased: 3 });
  });

  it('takes the idempotency keys of the erased events, whose hashes are of the same words, and no other', async () => {
    await begin();
    await eraser.erase(erasure(OF_A));
    const { rows } = await log.test.database.login.query(
      'SELECT key FROM event_store.append_key WHERE workspace = $1',
      [w],
    );
    expect(rows).toEqual([{ key: 'key-b' }]);
  });

  it.each<[string, unknown, string]>([
    ['events of another stream', [[1, 3]], 'Of the 3 events named, 2'],
    ['events that are not there', [[5, 9]], 'sealed to event 5'],
    ['no events', [], 'nothing'],
    ['events before the first', [[-3, 0]], 'Of the 4 events named, 0'],
  ])('refuses %s, and then nothing was appended', async (_case, seqs) => {
    await begin();
    const before = await log.store.readAll(w);
    await expect(eraser.erase(erasure(seqs))).rejects.toThrow();
    expect(await log.store.readAll(w)).toEqual(before);
  });

  it('refuses what no checkpoint covers yet', async () => {
    await begin();
    await log.store.append(appendTo(w, 'note-a', 3, [newEvent({ text: MARKER })]));
    await expect(eraser.erase(erasure([[6, 6]]))).rejects.toThrow(ErasureNotSealed);
    expect(await log.store.readAll(w)).toHaveLength(6);
  });

  it('refuses to erase twice, and to erase an erasure', async () => {
    await begin();
    await eraser.erase(erasure(OF_A));
    await log.sealer(w).sealAll();
    await expect(eraser.erase(erasure([[1, 1]]))).rejects.toThrow('Of the 1 events named, 0');
    await expect(eraser.erase(erasure([[6, 6]]))).rejects.toThrow('Of the 1 events named, 0');
  });

  it('refuses where the stream went on', async () => {
    await begin();
    await expect(eraser.erase(erasure(OF_A, 'note-a', 2))).rejects.toThrow(WrongExpectedVersion);
    expect(await log.store.readAll(w)).toHaveLength(5);
  });
});

describe('the wall around it', () => {
  /** Runs statements in one transaction of a connection of its own and gives the error of the first that fails. */
  async function attempt(...statements: string[]): Promise<string> {
    const client = new pg.Client(log.test.database.url);
    await client.connect();
    try {
      await client.query('BEGIN');
      for (const statement of statements) await client.query(statement);
      await client.query('COMMIT');
      return 'done';
    } catch (error) {
      return (error as Error).message;
    } finally {
      await client.end();
    }
  }
  const owner = 'SET ROLE claimtrail_owner';
  const keepHash = (seq: number) =>
    `INSERT INTO event_store.erased_payload SELECT workspace, seq, sha256(convert_to(data::text, 'UTF8'))
       FROM event_store.event WHERE workspace = '${w}' AND seq = ${seq}`;
  const change = (set: string, seq = 1) =>
    `UPDATE event_store.event SET ${set} WHERE workspace = '${w}' AND seq = ${seq}`;
  const toErased = `data = '{"erased":true}'`;

  it.each(['claimtrail_writer', 'claimtrail_reader'])('%s may not erase', async (role) => {
    await begin();
    const call = `SELECT event_store.erase_payloads('${w}', 1)`;
    expect(await attempt(`SET ROLE ${role}`, call)).toContain('permission denied for function');
    expect(await attempt(`SET ROLE ${role}`, keepHash(1))).toContain('permission denied for table');
  });

  it('the function refuses an event that is no erasure of its own transaction', async () => {
    await begin();
    await log.store.append(erasure(OF_A));
    for (const seq of [1, 6, 7])
      expect(await attempt(owner, `SELECT event_store.erase_payloads('${w}', ${seq})`)).toContain(
        'is no ErasureRecorded of this transaction',
      );
  });

  it.each(['SELECT 1', 'SET session_replication_role = replica'])(
    'after %s, a superuser or the owner by hand can change nothing but the data, and only while its hash is kept',
    async (become) => {
      await begin();
      for (const role of [owner, 'SELECT 1']) {
        const by = (...statements: string[]) => attempt(become, role, ...statements);
        expect(await by(change(toErased))).toContain(APPEND_ONLY);
        expect(await by(keepHash(1), change(`${toErased}, actor = 'forger'`))).toContain(APPEND_ONLY);
        expect(await by(keepHash(1), change(`${toErased}, seq = 99`))).toContain(APPEND_ONLY);
        expect(await by(keepHash(1), change(`data = '{"erased":false}'`))).toContain(APPEND_ONLY);
        expect(await by(keepHash(1), change(`meta = '{"a":1}'`))).toContain(APPEND_ONLY);
        expect(await by(keepHash(1), change(toErased, 2))).toContain(APPEND_ONLY);
        expect(await by(keepHash(1), 'DELETE FROM event_store.event')).toContain(APPEND_ONLY);
        expect(await by(keepHash(1), 'UPDATE event_store.append_key SET key = key')).toContain(APPEND_ONLY);
        expect(await by(keepHash(3), `DELETE FROM event_store.append_key WHERE key = 'key-a'`)).toContain(
          APPEND_ONLY,
        );
        expect(await by('DELETE FROM event_store.erased_payload')).toContain(APPEND_ONLY);
        expect(await by('UPDATE event_store.erased_payload SET seq = 2')).toContain(APPEND_ONLY);
      }
      expect(await log.verify(w, true)).toMatchObject({ ok: true, erased: 0 });
    },
  );

  it('a hash that an earlier transaction kept does not open it', async () => {
    await begin();
    expect(await attempt(owner, keepHash(1))).toBe('done');
    expect(await attempt(owner, change(toErased))).toContain(APPEND_ONLY);
  });

  it('stands around partitions that are made later', async () => {
    const made = `SELECT event_store.ensure_partitions(5000000)`;
    expect(await attempt('SET ROLE claimtrail_writer', made)).toBe('done');
    const { rows } = await log.test.database.login.query<{ on: string }>(
      `SELECT tgenabled AS on FROM pg_trigger WHERE tgname = 'append_only_row' AND tgrelid = 'event_store.event_p6'::regclass`,
    );
    expect(rows).toEqual([{ on: 'A' }]);
  });
});

describe('what verify says of erased data', () => {
  const both = async () => [await log.verify(w, false), await log.verify(w, true)];
  const bad = (seq: number, problem: string) => {
    const verdict = { ok: false, firstBadSeq: seq, problem: expect.stringContaining(problem) as unknown };
    return [verdict, verdict];
  };
  /** As a superuser who switches the walls off. */
  async function tamper(sql: string, values: unknown[] = []): Promise<void> {
    const { login } = log.test.database;
    await login.query('ALTER TABLE event_store.erased_payload DISABLE TRIGGER append_only');
    await log.tamper(sql, values);
    await login.query('ALTER TABLE event_store.erased_payload ENABLE ALWAYS TRIGGER append_only');
  }
  const toErased = `UPDATE event_store.event SET data = '{"erased":true}' WHERE workspace = $1 AND seq = $2`;
  const keepHash = `INSERT INTO event_store.erased_payload SELECT workspace, seq, sha256(convert_to(data::text, 'UTF8'))
    FROM event_store.event WHERE workspace = $1 AND seq = $2`;

  async function erased(): Promise<void> {
    await begin();
    await eraser.erase(erasure(OF_A));
    await log.sealer(w).sealAll();
    await log.publisher(w).publish();
  }

  it('CONTROL: an erasure by the function passes, sealed or not', async () => {
    await begin();
    await eraser.erase(erasure(OF_A));
    expect(await both()).toMatchObject([
      { ok: true, erased: 3 },
      { ok: true, erased: 3 },
    ]);
  });

  it('data erased with its hash kept, but no event that says so', async () => {
    await begin();
    await tamper(keepHash, [w, 4]);
    await tamper(toErased, [w, 4]);
    expect(await both()).toMatchObject(bad(4, 'no ErasureRecorded event says so'));
  });

  it('an event that says so of other events alone', async () => {
    await erased();
    await tamper(keepHash, [w, 4]);
    await tamper(toErased, [w, 4]);
    expect(await both()).toMatchObject(bad(4, 'no ErasureRecorded event says so'));
  });

  it('an event that says so beforehand', async () => {
    await begin();
    await log.store.append(erasure([[7, 7]]));
    await log.store.append(appendTo(w, 'note-a', 'any', [newEvent({ text: MARKER })]));
    await log.sealer(w).sealAll();
    await log.publisher(w).publish();
    await tamper(keepHash, [w, 7]);
    await tamper(toErased, [w, 7]);
    expect(await both()).toMatchObject(bad(7, 'no ErasureRecorded event says so'));
  });

  it('data erased without its hash', async () => {
    await begin();
    await tamper(toErased, [w, 4]);
    expect(await both()).toMatchObject(bad(4, 'is not the one that was sealed'));
  });

  it('a kept hash that was changed, or is gone', async () => {
    await erased();
    await tamper(
      `UPDATE event_store.erased_payload SET data_digest = sha256('x') WHERE workspace = $1 AND seq = $2`,
      [w, 2],
    );
    expect(await both()).toMatchObject(bad(2, 'is not the one that was sealed'));
    await tamper('DELETE FROM event_store.erased_payload WHERE workspace = $1 AND seq = $2', [w, 2]);
    expect(await both()).toMatchObject(bad(2, 'is not the one that was sealed'));
  });

  it('other words under the kept hash of the right ones', async () => {
    await begin();
    await tamper(keepHash, [w, 4]);
    await tamper(`UPDATE event_store.event SET data = '{"number":5}' WHERE workspace = $1 AND seq = $2`, [
      w,
      4,
    ]);
    expect(await both()).toMatchObject(bad(4, 'is not the one that was sealed'));
  });

  it('erased words that stand there again', async () => {
    await begin();
    const { rows } = await log.test.database.login.query<{ data: string }>(
      'SELECT data::text FROM event_store.event WHERE workspace = $1 AND seq = 2',
      [w],
    );
    await eraser.erase(erasure(OF_A));
    await tamper('UPDATE event_store.event SET data = $3::text::json WHERE workspace = $1 AND seq = $2', [
      w,
      2,
      rows[0]?.data,
    ]);
    expect(await both()).toMatchObject(bad(2, 'but it stands there'));
  });
});

describe('random erasures', () => {
  it('keep the root of the tree, and every proof', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 1, maxLength: 40 }),
        fc.array(fc.nat(), { minLength: 1, maxLength: 10 }),
        async (streams, victims) => {
          w = `log-${++workspaces}`;
          for (const [n, stream] of streams.entries())
            await log.store.append(appendTo(w, `note-${stream}`, 'any', [newEvent({ n, text: MARKER })]));
          await log.sealer(w).sealAll();
          const before = await checkpointOf(streams.length);
          const gone = new Set(victims.map((victim) => victim % streams.length));
          for (const seq of gone) await eraser.erase(erasure([[seq + 1, seq + 1]], `note-${streams[seq]}`));
          expect(await rebuiltRoot(streams.length)).toBe(before);
          await log.sealer(w).sealAll();
          expect(await log.verify(w, false)).toMatchObject({ ok: true, erased: gone.size });
        },
      ),
      { numRuns: 15 },
    );
  });

  async function checkpointOf(size: number): Promise<string> {
    const { rows } = await log.test.database.login.query<{ root: string }>(
      `SELECT encode(root, 'hex') AS root FROM event_store.checkpoint WHERE workspace = $1 AND size = $2`,
      [w, size],
    );
    return rows[0]?.root ?? '';
  }

  /** From the events as they are now. */
  async function rebuiltRoot(size: number): Promise<string> {
    const { hashes = [] } = (await readLeafHashes(log.test.database.reader, w, 0, size)) ?? {};
    const tree = new TreeBuilder();
    for (const hash of hashes) tree.append(hash);
    return toBuffer(tree.root()).toString('hex');
  }
});
