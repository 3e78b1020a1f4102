import { createPrivateKey, generateKeyPairSync } from 'node:crypto';
import fc from 'fast-check';
import { noteSigner } from '#event-store';
import { openCheckpoint, parseVerifierKeys } from '#verifier';
import { checkpointText } from '../../libs/event-store/src/proof/signed-note.js';
import { sha256 } from '../../libs/event-store/src/proof/digest.js';
import { openNote } from '../../libs/verifier/src/signed-note.js';

/** The key and the note of Go's golang.org/x/mod/sumdb/note, which other logs test with too. */
const SEED = Buffer.from('AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz', 'base64').subarray(1);
const VERIFIER_KEY = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW';
const TEXT =
  "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n";
const NOTE = `${TEXT}
— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=
`;
const DER_PREFIX = Buffer.from('302e020100300506032b657004220420', 'hex');
const goKey = createPrivateKey({ key: Buffer.concat([DER_PREFIX, SEED]), format: 'der', type: 'pkcs8' });

describe('signed notes', () => {
  it('are signed byte for byte as Go signs them', () => {
    const signer = noteSigner('PeterNeumann', goKey);
    expect(signer.verifierKey).toBe(VERIFIER_KEY);
    expect(signer.sign(TEXT)).toBe(NOTE);
  });

  it('of Go are believed; one changed character is not', () => {
    const keys = parseVerifierKeys(VERIFIER_KEY);
    expect(openNote(NOTE, keys)).toBe(TEXT);
    expect(openNote(NOTE.replace('cryptography', 'cryptographY'), keys)).toBeUndefined();
  });

  it.each(['', 'name', 'a+b+c', VERIFIER_KEY.replace('c74f', 'c74e'), VERIFIER_KEY.replace('ARpc', 'ARpd')])(
    'a verifier key %j is refused',
    (text) => expect(() => parseVerifierKeys(text)).toThrow(),
  );

  const signer = noteSigner('claimtrail/test', generateKeyPairSync('ed25519').privateKey);
  const keys = parseVerifierKeys(`\n${VERIFIER_KEY}\n${signer.verifierKey}\n`);

  it('carry a checkpoint there and back', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2 ** 49 }), fc.string(), (size, seed) => {
        const root = sha256(seed);
        const note = signer.sign(checkpointText(signer.name, size, root));
        expect(openCheckpoint(note, keys)).toEqual({ origin: 'claimtrail/test', size, root });
      }),
    );
  });

  it('with any byte changed are not believed', () => {
    const note = signer.sign(checkpointText(signer.name, 12, sha256('root')));
    const open = (text: string) => {
      try {
        return openCheckpoint(text, keys);
      } catch {
        return undefined;
      }
    };
    fc.assert(
      fc.property(fc.nat({ max: note.length - 1 }), fc.constantFrom('0', 'A', ' ', '\n'), (at, other) => {
        fc.pre(note[at] !== other);
        // The last characters of base64 may hold bits that mean nothing; what is signed stays the same then.
        expect(open(note.slice(0, at) + other + note.slice(at + 1)) ?? open(note)).toEqual(open(note));
      }),
    );
    expect(open(note.replace('\n12\n', '\n13\n'))).toBeUndefined();
    expect(open(note.replace('claimtrail/test\n', 'claimtrail/tess\n'))).toBeUndefined();
  });

  it('of another key of the same name are not believed', () => {
    const other = noteSigner('claimtrail/test', generateKeyPairSync('ed25519').privateKey);
    const note = other.sign(checkpointText('claimtrail/test', 12, sha256('root')));
    expect(openCheckpoint(note, keys)).toBeUndefined();
  });
});
