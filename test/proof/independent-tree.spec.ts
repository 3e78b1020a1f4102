import {
  treeRoot,
  consistencyProof,
  inclusionProof,
  type NodeLookup,
} from '../../libs/event-store/src/proof/tree-proofs.js';
import { sha256, toBuffer, type Digest } from '../../libs/event-store/src/proof/digest.js';
import { perfectRoot, TreeBuilder } from '../../libs/event-store/src/proof/merkle-tree.js';

/** What we ask of @transmute/rfc9162. It finds a leaf by its content, so the leaves here all differ. */
interface OtherTree {
  treeHead(entries: Uint8Array[]): Promise<Uint8Array>;
  inclusionProof(entry: Uint8Array, entries: Uint8Array[]): Promise<{ inclusion_path: Uint8Array[] }>;
  consistencyProof(
    before: { tree_size: number },
    entries: Uint8Array[],
  ): Promise<{ consistency_path: Uint8Array[] }>;
}

const NAME = '@transmute/rfc9162';

async function loadOther(): Promise<OtherTree | null> {
  try {
    const { RFC9162 } = (await import(NAME)) as { RFC9162: OtherTree };
    return RFC9162;
  } catch {
    process.stderr.write(`${NAME} is not installed: the tree is not compared with it.\n`);
    return null;
  }
}

const other = await loadOther();
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
const ourHex = (digest: Digest): string => toBuffer(digest).toString('hex');

(other ? describe : describe.skip)(`the tree of ${NAME}`, () => {
  const entries = Array.from({ length: 40 }, (_, i) => new Uint8Array(Buffer.from(`entry ${i}`)));
  const leaves = entries.map((entry) => sha256(Buffer.concat([Buffer.from([0]), entry])));
  const node: NodeLookup = (height, index) =>
    Promise.resolve(perfectRoot(leaves.slice(index * 2 ** height, (index + 1) * 2 ** height)));

  it('has the same roots and proofs at every size', async () => {
    const tree = new TreeBuilder();
    for (let size = 1; size <= entries.length; size++) {
      tree.append(leaves[size - 1] as Digest);
      const some = entries.slice(0, size);
      const root = hex(await other!.treeHead(some));
      expect([ourHex(tree.root()), ourHex(await treeRoot(size, node))]).toEqual([root, root]);
      const at = (size * 7 + 3) % size;
      const { inclusion_path } = await other!.inclusionProof(some[at] as Uint8Array, some);
      expect((await inclusionProof(at, size, node)).map(ourHex)).toEqual(inclusion_path.map(hex));
      const before = Math.ceil(size / 2);
      const { consistency_path } = await other!.consistencyProof({ tree_size: before }, some);
      expect((await consistencyProof(before, size, node)).map(ourHex)).toEqual(consistency_path.map(hex));
    }
  });
});
