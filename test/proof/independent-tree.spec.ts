import { RFC9162 } from '@transmute/rfc9162';
import { verifyConsistency, verifyInclusion } from '#verifier';
import {
  treeRoot,
  consistencyProof,
  inclusionProof,
  type NodeLookup,
} from '../../libs/event-store/src/proof/tree-proofs.js';
import { sha256, toBuffer, type Digest } from '../../libs/event-store/src/proof/digest.js';
import { perfectRoot, TreeBuilder } from '../../libs/event-store/src/proof/merkle-tree.js';

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
const ourHex = (digest: Digest): string => toBuffer(digest).toString('hex');

/** It finds a leaf by its content, so the leaves here all differ. */
describe('the tree of @transmute/rfc9162', () => {
  const entries = Array.from({ length: 20 }, (_, i) => new Uint8Array(Buffer.from(`entry ${i}`)));
  const leaves = entries.map((entry) => sha256(Buffer.concat([Buffer.from([0]), entry])));
  const node: NodeLookup = (height, index) =>
    Promise.resolve(perfectRoot(leaves.slice(index * 2 ** height, (index + 1) * 2 ** height)));
  const digest = (bytes: Uint8Array): Digest => Buffer.from(bytes).toString('latin1');
  const sizes = entries.map((_, i) => i + 1);

  it.each(sizes)('has the same root at size %i', async (size) => {
    const tree = new TreeBuilder();
    for (const leaf of leaves.slice(0, size)) tree.append(leaf);
    const root = hex(await RFC9162.treeHead(entries.slice(0, size)));
    expect([ourHex(tree.root()), ourHex(await treeRoot(size, node))]).toEqual([root, root]);
  });

  it.each(sizes)(
    'has the same inclusion proofs at size %i, and both verifiers believe them',
    async (size) => {
      const some = entries.slice(0, size);
      const root = await RFC9162.treeHead(some);
      for (const [at, entry] of some.entries()) {
        const theirs = await RFC9162.inclusionProof(entry, some);
        const ours = await inclusionProof(at, size, node);
        expect(ours.map(ourHex)).toEqual(theirs.inclusion_path.map(hex));
        expect(verifyInclusion(leaves[at] as Digest, BigInt(at), BigInt(size), ours, digest(root))).toBe(
          true,
        );
        expect(await RFC9162.verifyInclusionProof(root, await RFC9162.leaf(entry), theirs)).toBe(true);
      }
    },
  );

  // Where the older tree is a perfect one, that package puts its root first, which RFC 9162 leaves out: whoever verifies has it.
  it.each(sizes.slice(1))('has the same consistency proofs to size %i', async (size) => {
    const some = entries.slice(0, size);
    const newRoot = digest(await RFC9162.treeHead(some));
    for (let before = 1; before < size; before++) {
      const head = await RFC9162.treeHead(entries.slice(0, before));
      const inclusion = await RFC9162.inclusionProof(entries[0] as Uint8Array, entries.slice(0, before));
      const { consistency_path } = await RFC9162.consistencyProof(inclusion, some);
      const ours = await consistencyProof(before, size, node);
      const isPerfect = (before & (before - 1)) === 0;
      expect([...(isPerfect ? [hex(head)] : []), ...ours.map(ourHex)]).toEqual(consistency_path.map(hex));
      expect(verifyConsistency(BigInt(before), BigInt(size), digest(head), newRoot, ours)).toBe(true);
    }
  });
});
