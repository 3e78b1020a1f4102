import { createPublicKey, verify, type KeyObject } from 'node:crypto';
import { CheckpointUnreadable, KeyUnreadable } from './errors.js';
import { sha256, SHA256_BYTES, type Sha256 } from './merkle.js';

/** Who may sign checkpoints: one line "name+key id+key" of C2SP signed-note. */
export interface VerifierKey {
  readonly name: string;
  readonly id: string;
  readonly key: KeyObject;
}

/** A checkpoint whose signature was checked. */
export interface SignedCheckpoint {
  readonly origin: string;
  readonly size: number;
  readonly root: Sha256;
}

const ED25519 = 1;
const KEY_ID_HEX = 8;
/** What stands before the 32 bytes of an Ed25519 key in its DER form (RFC 8410). */
const DER_PREFIX = Buffer.from('302a300506032b6570032100', 'hex');
const NOTE_END = /\n\n((?:— [^ \n]+ [A-Za-z0-9+/=]+\n)+)$/;
const DECIMAL = /^[1-9]\d{0,14}$/;

/** One key a line; empty lines are passed over. @throws {KeyUnreadable} */
export function parseVerifierKeys(text: string): VerifierKey[] {
  const lines = text.split('\n').map((line) => line.trim());
  const keys = lines.filter((line) => line !== '').map(parseVerifierKey);
  if (keys.length === 0) throw new KeyUnreadable('There is no verifier key in the text given.');
  return keys;
}

function parseVerifierKey(line: string): VerifierKey {
  const [name = '', id = '', ...rest] = line.split('+');
  const typed = Buffer.from(rest.join('+'), 'base64');
  const expected = Buffer.from(sha256(Buffer.concat([Buffer.from(`${name}\n`), typed])), 'latin1');
  if (typed[0] !== ED25519 || typed.length !== 1 + SHA256_BYTES) {
    throw new KeyUnreadable(`"${line}" is not a verifier key: name+key id+base64 of an Ed25519 key.`);
  }
  if (name === '' || expected.toString('hex').slice(0, KEY_ID_HEX) !== id) {
    throw new KeyUnreadable(`"${line}" is damaged: its key id does not fit its name and key.`);
  }
  const der = Buffer.concat([DER_PREFIX, typed.subarray(1)]);
  return { name, id, key: createPublicKey({ key: der, format: 'der', type: 'spki' }) };
}

/** The text of a note, without its signatures. Undefined where none of the keys signed it. @throws {CheckpointUnreadable} */
export function openNote(note: string, keys: readonly VerifierKey[]): string | undefined {
  const signatures = NOTE_END.exec(note);
  if (!signatures) throw new CheckpointUnreadable('it is not a signed note');
  const text = note.slice(0, signatures.index + 1);
  for (const line of (signatures[1] ?? '').trim().split('\n')) {
    const [, name, encoded = ''] = line.split(' ');
    const bytes = Buffer.from(encoded, 'base64');
    const id = bytes.subarray(0, KEY_ID_HEX / 2).toString('hex');
    const signer = keys.find((key) => key.name === name && key.id === id);
    if (signer)
      return verify(null, Buffer.from(text), signer.key, bytes.subarray(KEY_ID_HEX / 2)) ? text : undefined;
  }
  return undefined;
}

/** C2SP tlog-checkpoint. Undefined where the note is not signed by a key of the same name. @throws {CheckpointUnreadable} */
export function openCheckpoint(note: string, keys: readonly VerifierKey[]): SignedCheckpoint | undefined {
  const [origin = '', size = '', root = ''] = note.split('\n');
  const bytes = Buffer.from(root, 'base64');
  if (!DECIMAL.test(size) || bytes.length !== SHA256_BYTES) {
    throw new CheckpointUnreadable(
      'it is not a checkpoint: origin, size and root, each on a line of its own',
    );
  }
  const ofOrigin = keys.filter(({ name }) => name === origin);
  if (openNote(note, ofOrigin) === undefined) return undefined;
  return { origin, size: Number(size), root: bytes.toString('latin1') };
}
