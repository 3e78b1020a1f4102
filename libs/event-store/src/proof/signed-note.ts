import { createPrivateKey, createPublicKey, sign, type KeyObject } from 'node:crypto';
import { sha256, toBase64, toBuffer, type Digest } from './digest.js';

/** C2SP signed-note: the type byte of Ed25519. */
const ED25519 = 1;
const KEY_ID_BYTES = 4;
const RAW_KEY_BYTES = 32;

/** A key that signs under a name. The name is the log's origin: the first line of each checkpoint. */
export interface NoteSigner {
  readonly name: string;
  /** "name+key id in hex+base64 of type and key": what verifiers need (C2SP signed-note). */
  readonly verifierKey: string;
  /** `text` ends in a line feed; the note is the text, an empty line and one signature line. */
  sign(text: string): string;
}

export function noteSigner(name: string, privateKey: KeyObject): NoteSigner {
  const raw = createPublicKey(privateKey).export({ type: 'spki', format: 'der' }).subarray(-RAW_KEY_BYTES);
  const typed = Buffer.concat([Buffer.from([ED25519]), raw]);
  const id = toBuffer(sha256(Buffer.concat([Buffer.from(`${name}\n`), typed]))).subarray(0, KEY_ID_BYTES);
  return {
    name,
    verifierKey: `${name}+${id.toString('hex')}+${typed.toString('base64')}`,
    sign(text) {
      const signature = sign(null, Buffer.from(text), privateKey);
      return `${text}\n— ${name} ${Buffer.concat([id, signature]).toString('base64')}\n`;
    },
  };
}

/** An Ed25519 private key in PEM (PKCS #8). Throws where it is none. */
export function readSigningKey(pem: string): KeyObject {
  const key = createPrivateKey(pem);
  if (key.asymmetricKeyType !== 'ed25519') throw new Error(`it is of type ${key.asymmetricKeyType}`);
  return key;
}

/** C2SP tlog-checkpoint: the text of a note that vouches for a whole log of `size` events. */
export const checkpointText = (origin: string, size: number, root: Digest): string =>
  `${origin}\n${size}\n${toBase64(root)}\n`;
