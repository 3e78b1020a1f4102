import { generateKeyPairSync, randomBytes, type KeyObject } from 'node:crypto';
import { existsSync } from 'node:fs';
import { link, mkdir, open, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { SigningKeyUnusable } from '../errors.js';
import { readSigningKey } from './signed-note.js';
import { writeFileDurably } from './write-file-durably.js';

export const SIGNING_KEY_FILE = 'signing-key.pem';
const OWNER_ONLY = 0o600;
const PEM_START = '-----BEGIN';

/**
 * The key that signs checkpoints: the one given (PEM, or the path of a PEM file), else the one in the data folder, which
 * is made there at the first start, readable by its owner alone.
 * @throws {SigningKeyUnusable}
 */
export async function loadSigningKey(given: string | undefined, dataDir: string): Promise<KeyObject> {
  if (given?.startsWith(PEM_START)) return parse(given.replaceAll('\\n', '\n'), 'CLAIMTRAIL_SIGNING_KEY');
  const path = given ?? join(dataDir, SIGNING_KEY_FILE);
  try {
    if (given === undefined && !existsSync(path)) await makeKey(path, dataDir);
    return parse(await readFile(path, 'utf8'), path);
  } catch (error) {
    if (error instanceof SigningKeyUnusable) throw error;
    throw new SigningKeyUnusable(path, (error as Error).message, { cause: error });
  }
}

/** Beside the private key: what to hand to those who verify. One line a key ever used. */
export async function keepVerifierKey(path: string, verifierKey: string): Promise<void> {
  const known = existsSync(path) ? await readFile(path, 'utf8') : '';
  if (known.split('\n').includes(verifierKey)) return;
  await writeFileDurably(path, `${known}${verifierKey}\n`);
}

export const verifierKeyFile = (dataDir: string, workspace: string): string =>
  join(dataDir, `verifier-key.${workspace}.txt`);

function parse(pem: string, place: string): KeyObject {
  try {
    return readSigningKey(pem);
  } catch (error) {
    throw new SigningKeyUnusable(place, (error as Error).message, { cause: error });
  }
}

/** Linked into place when whole: of two first starts at once, one makes the key and both read it. */
async function makeKey(path: string, dataDir: string): Promise<void> {
  const { privateKey } = generateKeyPairSync('ed25519');
  await mkdir(dataDir, { recursive: true });
  const whole = `${path}.${randomBytes(6).toString('hex')}`;
  const file = await open(whole, 'wx', OWNER_ONLY);
  try {
    await file.writeFile(privateKey.export({ type: 'pkcs8', format: 'pem' }));
    await file.sync();
    await link(whole, path).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
  } finally {
    await file.close();
    await rm(whole, { force: true });
  }
}
