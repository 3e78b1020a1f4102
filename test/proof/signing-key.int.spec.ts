import { generateKeyPairSync } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keepVerifierKey, loadSigningKey, noteSigner, SIGNING_KEY_FILE } from '#event-store';

describe('the signing key', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'claimtrail-key-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  const pem = (type: 'ed25519' | 'ed448' = 'ed25519') =>
    generateKeyPairSync(type as 'ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }) as string;
  const verifierKey = async (given?: string) =>
    noteSigner('log', await loadSigningKey(given, folder)).verifierKey;

  it('is made once by many first starts at once, readable by its owner alone, and kept', async () => {
    folder = join(folder, 'new', 'data');
    const keys = await Promise.all(Array.from({ length: 8 }, () => verifierKey()));
    expect(new Set(keys).size).toBe(1);
    expect(await verifierKey()).toBe(keys[0]);
    expect(await readdir(folder)).toEqual([SIGNING_KEY_FILE]);
    expect((await stat(join(folder, SIGNING_KEY_FILE))).mode & 0o777).toBe(0o600);
  });

  it('may be given as PEM, as PEM with \\n in one line, or as a path', async () => {
    const key = pem();
    await writeFile(join(folder, 'mine.pem'), key);
    const [first, ...others] = [
      await verifierKey(key),
      await verifierKey(key.replaceAll('\n', '\\n')),
      await verifierKey(join(folder, 'mine.pem')),
    ];
    expect(others).toEqual([first, first]);
    expect(await readdir(folder)).toEqual(['mine.pem']);
  });

  it.each([
    ['a path where there is none', () => join(folder, 'none.pem')],
    ['a folder', () => folder],
    ['broken PEM', () => '-----BEGIN PRIVATE KEY-----\nx\n-----END PRIVATE KEY-----'],
    ['a key of another kind', () => pem('ed448')],
  ])('refuses %s and makes no other', async (_, given) => {
    await expect(loadSigningKey(given(), folder)).rejects.toMatchObject({
      code: 'EVENT_STORE.SIGNING_KEY_UNUSABLE',
    });
    expect(await readdir(folder)).toEqual([]);
  });

  it('leaves each of its public halves in a file, once', async () => {
    const path = join(folder, 'verifier-key.txt');
    for (const key of ['one', 'one', 'two', 'one']) await keepVerifierKey(path, key);
    expect(await readFile(path, 'utf8')).toBe('one\ntwo\n');
  });
});
