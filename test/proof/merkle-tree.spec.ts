import fc from 'fast-check';
import { verifyConsistency, verifyInclusion } from '#verifier';
import {
  hashNode,
  joinDigests,
  sha256,
  splitDigests,
  type Digest,
} from '../../libs/event-store/src/proof/digest.js';
import {
  EMPTY_ROOT,
  TILE_WIDTH,
  TreeBuilder,
  type Tile,
  type TreeEdge,
} from '../../libs/event-store/src/proof/merkle-tree.js';
import {
  consistencyProof,
  inclusionProof,
  rootFromInclusion,
  rootsFromConsistency,
  treeRoot,
  type NodeLookup,
} from '../../libs/event-store/src/proof/tree-proofs.js';

const hex = (digest: Digest): string => Buffer.from(digest, 'latin1').toString('hex');
const fromHex = (text: string): Digest => Buffer.from(text, 'hex').toString('latin1');
const leafHash = (data: Buffer): Digest => sha256(Buffer.concat([Buffer.from([0]), data]));
const numbered = (count: number): Digest[] =>
  Array.from({ length: count }, (_, i) => leafHash(Buffer.from(String(i))));

/** RFC 9162, section 2.1.1, word for word. */
function rootByDefinition(leaves: readonly Digest[]): Digest {
  if (leaves.length === 0) return sha256('');
  if (leaves.length === 1) return leaves[0] as Digest;
  const split = 2 ** Math.floor(Math.log2(leaves.length - 1));
  return hashNode(rootByDefinition(leaves.slice(0, split)), rootByDefinition(leaves.slice(split)));
}

const nodesOf =
  (leaves: readonly Digest[]): NodeLookup =>
  (height, index) =>
    Promise.resolve(rootByDefinition(leaves.slice(index * 2 ** height, (index + 1) * 2 ** height)));

function build(leaves: readonly Digest[]): { tree: TreeBuilder; tiles: Tile[] } {
  const tree = new TreeBuilder();
  return { tree, tiles: leaves.flatMap((leaf) => tree.append(leaf)) };
}

/** The leaves and roots of the reference tests of RFC 6962 and its successor (certificate-transparency, merkle). */
const REFERENCE_LEAVES = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
].map((text) => leafHash(Buffer.from(text, 'hex')));
const REFERENCE_ROOTS = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];
const INCLUSION: [index: number, size: number, proof: string[]][] = [
  [0, 1, []],
  [
    0,
    8,
    [
      '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
    ],
  ],
  [
    5,
    8,
    [
      'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
      'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    ],
  ],
  [2, 3, ['fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125']],
  [
    6,
    7,
    [
      '0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    ],
  ],
];
const CONSISTENCY: [first: number, second: number, proof: string[]][] = [
  [1, 1, []],
  [
    1,
    8,
    [
      '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
    ],
  ],
  [
    6,
    8,
    [
      '0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a',
      'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    ],
  ],
  [
    2,
    5,
    [
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
    ],
  ],
  [
    6,
    7,
    [
      '0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a',
      'b08693ec2e721597130641e8211e7eedccb4c26413963eee6c1e2ed16ffb1a5f',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    ],
  ],
];

describe('the published vectors', () => {
  it.each(REFERENCE_ROOTS.map((root, size) => [size, root] as const))('root of %i leaves', (size, root) => {
    expect(hex(build(REFERENCE_LEAVES.slice(0, size)).tree.root())).toBe(root);
  });

  it.each(INCLUSION)('inclusion of leaf %i in %i', async (index, size, expected) => {
    const proof = await inclusionProof(index, size, nodesOf(REFERENCE_LEAVES.slice(0, size)));
    expect(proof.map(hex)).toEqual(expected);
    const leaf = REFERENCE_LEAVES[index] as Digest;
    const root = fromHex(REFERENCE_ROOTS[size] as string);
    expect(rootFromInclusion(leaf, index, size, proof)).toBe(root);
    expect(verifyInclusion(leaf, BigInt(index), BigInt(size), proof, root)).toBe(true);
  });

  it.each(CONSISTENCY)('consistency of %i with %i', async (first, second, expected) => {
    const proof = await consistencyProof(first, second, nodesOf(REFERENCE_LEAVES.slice(0, second)));
    expect(proof.map(hex)).toEqual(expected);
    const [old, grown] = [first, second].map((size) => fromHex(REFERENCE_ROOTS[size] as string)) as [
      Digest,
      Digest,
    ];
    expect(rootsFromConsistency(first, second, old, proof)).toEqual([old, grown]);
    expect(verifyConsistency(BigInt(first), BigInt(second), old, grown, proof)).toBe(true);
  });
});

describe('TreeBuilder', () => {
  it('has the root of the definition at every size', () => {
    const leaves = numbered(600);
    const tree = new TreeBuilder();
    expect(tree.root()).toBe(EMPTY_ROOT);
    for (const [i, leaf] of leaves.entries()) {
      tree.append(leaf);
      if (i < 70 || i % 37 === 0)
        expect(hex(tree.root())).toBe(hex(rootByDefinition(leaves.slice(0, i + 1))));
    }
  });

  it('gives complete tiles: 256 hashes each, whose root stands in the tile above', () => {
    const leaves = numbered(TILE_WIDTH * TILE_WIDTH + 3 * TILE_WIDTH + 5);
    const { tiles } = build(leaves);
    const ofLevel = (level: number) => tiles.filter((tile) => tile.level === level);
    expect(ofLevel(0).map(({ index }) => index)).toEqual(Array.from({ length: 259 }, (_, i) => i));
    expect(ofLevel(1).map(({ index }) => index)).toEqual([0]);
    expect(ofLevel(0).flatMap(({ hashes }) => hashes)).toEqual(leaves.slice(0, 259 * TILE_WIDTH));
    expect(ofLevel(1)[0]?.hashes).toEqual(
      ofLevel(0)
        .slice(0, TILE_WIDTH)
        .map(({ root }) => root),
    );
    for (const { hashes, root } of tiles.slice(0, 3)) expect(root).toBe(rootByDefinition(hashes));
  });

  it('goes on from the edge of a stored tree as if it had never stopped', () => {
    const leaves = numbered(3 * TILE_WIDTH);
    const level = (of: readonly Digest[]): Digest[] =>
      Array.from({ length: Math.floor(of.length / TILE_WIDTH) }, (_, i) =>
        rootByDefinition(of.slice(i * TILE_WIDTH, (i + 1) * TILE_WIDTH)),
      );
    const edgeAt = (size: number): TreeEdge => {
      const done = leaves.slice(0, size);
      return [done.slice(size - (size % TILE_WIDTH)), level(done)];
    };
    fc.assert(
      fc.property(fc.integer({ min: 0, max: leaves.length }), fc.nat({ max: 80 }), (size, more) => {
        const tree = new TreeBuilder(size, edgeAt(size));
        for (const leaf of leaves.slice(size, size + more)) tree.append(leaf);
        expect(tree.root()).toBe(rootByDefinition(leaves.slice(0, size + more)));
      }),
      { numRuns: 40 },
    );
  });

  it('CONTROL: leaves in another order, or one left out, give another root', () => {
    const leaves = numbered(20);
    const root = build(leaves).tree.root();
    expect(build([...leaves.slice(1, 2), ...leaves.slice(0, 1), ...leaves.slice(2)]).tree.root()).not.toBe(
      root,
    );
    expect(build(leaves.slice(0, 19)).tree.root()).not.toBe(root);
  });
});

describe('proofs', () => {
  const sizes = fc.integer({ min: 1, max: 300 });
  const leaves = numbered(300);
  const node = nodesOf(leaves);

  it('lead every leaf to the root, by both verifiers; of another leaf, index, size or hash they do not', async () => {
    await fc.assert(
      fc.asyncProperty(sizes, fc.nat(), fc.nat(), async (size, pick, damage) => {
        const index = pick % size;
        const leaf = leaves[index] as Digest;
        const proof = await inclusionProof(index, size, node);
        const root = await treeRoot(size, node);
        expect(root).toBe(rootByDefinition(leaves.slice(0, size)));
        const both = (hash: Digest, at: number, of: number, path: Digest[]) => [
          rootFromInclusion(hash, at, of, path) === root,
          verifyInclusion(hash, BigInt(at), BigInt(of), path, root),
        ];
        expect(both(leaf, index, size, proof)).toEqual([true, true]);
        expect(both(sha256('other'), index, size, proof)).toEqual([false, false]);
        expect(both(leaf, index, size, [...proof, leaf])).toEqual([false, false]);
        expect(both(leaf, size, size, proof)).toEqual([false, false]);
        if (proof.length === 0) return;
        expect(both(leaf, index, size, proof.slice(1))).toEqual([false, false]);
        const wrong = proof.map((hash, i) => (i === damage % proof.length ? sha256(hash) : hash));
        expect(both(leaf, index, size, wrong)).toEqual([false, false]);
      }),
    );
  });

  it('join every two sizes, by both verifiers; with another root or hash they do not', async () => {
    await fc.assert(
      fc.asyncProperty(sizes, sizes, fc.nat(), async (a, b, damage) => {
        const [first, second] = [Math.min(a, b), Math.max(a, b)];
        const proof = await consistencyProof(first, second, node);
        const [old, grown] = [await treeRoot(first, node), await treeRoot(second, node)];
        const both = (oldRoot: Digest, newRoot: Digest, path: Digest[]) => {
          const led = rootsFromConsistency(first, second, oldRoot, path);
          return [
            led?.[0] === oldRoot && led[1] === newRoot,
            verifyConsistency(BigInt(first), BigInt(second), oldRoot, newRoot, path),
          ];
        };
        expect(both(old, grown, proof)).toEqual([true, true]);
        expect(both(old, sha256('other'), proof)).toEqual([false, false]);
        expect(both(old, grown, [...proof, old])).toEqual([false, false]);
        if (first !== second) expect(both(sha256('other'), grown, proof)).toEqual([false, false]);
        if (proof.length === 0) return;
        const wrong = proof.map((hash, i) => (i === damage % proof.length ? sha256(hash) : hash));
        expect(both(old, grown, wrong)).toEqual([false, false]);
      }),
    );
  });

  it('are at most 64 hashes however long the log', async () => {
    const any: NodeLookup = () => Promise.resolve(sha256('any'));
    expect((await inclusionProof(2 ** 52 + 12_345, 2 ** 53 - 1, any)).length).toBeLessThanOrEqual(64);
    expect((await consistencyProof(2 ** 52 + 12_345, 2 ** 53 - 1, any)).length).toBeLessThanOrEqual(64);
  });

  it('are stored and read as the same digests', () => {
    expect(splitDigests(joinDigests(leaves))).toEqual(leaves);
  });
});
