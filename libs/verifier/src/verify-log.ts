import { Erasures } from './erasures.js';
import type { LogPage, WrongVersion } from './log-page.js';
import { GrowingTree, type Sha256 } from './merkle.js';
import type { SignedCheckpoint } from './signed-note.js';
import { broken, type Broken, type Verdict } from './verdict.js';
import { firstDifference, Watch } from './watch.js';
import { TILE_WIDTH, type LeafCopy, type Witness } from './witness.js';

const TILE_HEIGHT = 8;

export interface LogToVerify {
  readonly pages: AsyncIterable<LogPage>;
  readonly witnesses: readonly Witness[];
  /** The seq the log says it ends at; absent: wherever the pages end. */
  readonly head?: number;
  readonly onProgress?: (events: number) => void;
}

/**
 * Reads a log from its first event on, builds its Merkle tree anew and compares it with every checkpoint and every stored
 * hash. Stops at the first thing that is not as it was. Memory does not grow with the events.
 */
export async function verifyLog({ pages, witnesses, head, onProgress }: LogToVerify): Promise<Verdict> {
  const verification = new Verification(await Promise.all(witnesses.map((witness) => Watch.start(witness))));
  for await (const page of pages) {
    const found = await verification.take(page);
    if (found) return found;
    onProgress?.(verification.events);
  }
  return verification.finish(head);
}

class Verification {
  private readonly tree = GrowingTree.empty();
  /** By level: the hashes of the tile that is not complete yet. */
  private readonly rows: Sha256[][] = [[]];
  private readonly copies: readonly LeafCopy[];
  /** Tiles above level 0 that the last leaf completed. */
  private completed: { readonly level: number; readonly hashes: Sha256; readonly root: Sha256 }[] = [];
  private readonly erasures = new Erasures();
  private wrongVersion: WrongVersion | undefined;
  /** Damage to what is stored beside the events; told where the events themselves turn out right. */
  private damage: Broken | undefined;

  constructor(private readonly watches: readonly Watch[]) {
    this.copies = watches.flatMap(({ witness }) => witness.copy ?? []);
  }

  get events(): number {
    return this.tree.size;
  }

  async take({ leaves, gap, wrongVersion, erased, erasures }: LogPage): Promise<Broken | null> {
    this.wrongVersion ??= wrongVersion;
    this.erasures.addErased(erased);
    for (const erasure of erasures) this.erasures.addErasure(erasure);
    for (let at = 0; at < leaves.length;) {
      const end = Math.min(leaves.length, at + this.stepsToNextStop());
      while (at < end) this.tree.add(leaves[at++] as Sha256, this.keep);
      const found = await this.compare();
      if (found) return found;
    }
    return gap ? this.stopAt(gap.expected, gapProblem(gap)) : null;
  }

  async finish(head = 0): Promise<Verdict> {
    const expected = Math.max(head, ...this.watches.map(({ next }) => next?.size ?? 0));
    if (expected > this.events) return this.stopAt(this.events + 1, this.missingProblem(expected));
    if (this.wrongVersion) return broken(this.wrongVersion.seq, versionProblem(this.wrongVersion));
    const forged = this.erasures.findForgery(this.events);
    if (forged) return forged;
    const problem = this.watches.flatMap(({ witness }) => witness.problems ?? [])[0];
    if (problem !== undefined) return broken(null, problem);
    if (this.damage) return this.damage;
    const sealed = Math.max(0, ...this.watches.map(({ newestSize }) => newestSize));
    if (sealed === 0 && this.events > 0) return broken(null, nothingSealed(this.events));
    return {
      ok: true,
      events: this.events,
      sealed,
      checkpoints: this.watches.reduce((sum, { passed }) => sum + passed, 0),
      erased: this.erasures.count,
    };
  }

  /** Notes damage that no event is to blame for; the first is told. */
  private blameProof(problem: string): void {
    this.damage ??= broken(null, problem);
  }

  private stepsToNextStop(): number {
    const { size } = this.tree;
    const stops = this.watches.map(({ next }) => next?.size ?? Infinity).filter((stop) => stop > size);
    return Math.min(TILE_WIDTH - (size % TILE_WIDTH), ...stops.map((stop) => stop - size));
  }

  private readonly keep = (height: number, root: Sha256): void => {
    if (height % TILE_HEIGHT !== 0) return;
    const level = height / TILE_HEIGHT;
    if (level > 0) {
      this.completed.push({ level: level - 1, hashes: (this.rows[level - 1] as Sha256[]).join(''), root });
      this.rows[level - 1] = [];
    }
    (this.rows[level] ??= []).push(root);
  };

  private async compare(): Promise<Broken | null> {
    const due = this.watches.filter(({ next }) => next !== null && next.size <= this.events);
    if (due.length > 0 || this.completed.length > 0) await this.compareLeaves();
    await this.compareTiles();
    for (const watch of due) {
      const found = await this.compareRoot(watch);
      if (found) return found;
    }
    return null;
  }

  /** The leaves of the tile at hand, or of the one just completed, with what is stored of them. */
  private async compareLeaves(): Promise<void> {
    if (this.events === 0) return;
    const done = this.completed.find(({ level }) => level === 0);
    const row = done?.hashes ?? (this.rows[0] as Sha256[]).join('');
    const from = Math.floor((this.events - 1) / TILE_WIDTH) * TILE_WIDTH;
    for (const copy of this.copies) {
      const place = firstDifference(row, await copy.leaves(from, this.events));
      if (place === null) continue;
      for (const watch of this.watches) watch.note(copy, from + place + 1);
    }
  }

  private async compareTiles(): Promise<void> {
    for (const { level, hashes, root } of this.completed) {
      const index = Math.floor(this.events / TILE_WIDTH ** (level + 1)) - 1;
      for (const copy of this.copies) {
        if (!copy.tile) continue;
        const stored = await copy.tile(level, index);
        const isSealed = this.watches.some(({ witness, next }) => witness.copy === copy && next !== null);
        if (stored === null ? isSealed : stored.root !== root || (level > 0 && stored.hashes !== hashes)) {
          this.blameProof(
            `Tile ${level}/${index} of the Merkle tree, stored ${copy.place}, is ${stored ? 'not that of the log' : 'missing'}.`,
          );
        }
      }
    }
    this.completed = [];
  }

  private async compareRoot(watch: Watch): Promise<Broken | null> {
    while (watch.next !== null && watch.next.size <= this.events) {
      const checkpoint = watch.next;
      if (checkpoint.size < this.events || checkpoint.root !== this.tree.root()) {
        return this.explainRoot(watch, checkpoint);
      }
      const { copy } = watch.witness;
      const differing = copy && watch.differing.get(copy);
      if (differing !== undefined) {
        this.blameProof(
          `The hash of event ${differing}, stored ${copy?.place}, was changed; the event itself is as the checkpoint of ${checkpoint.size} events signs it.`,
        );
      }
      watch.agree(this.tree);
      await watch.advance();
    }
    return null;
  }

  private async explainRoot(watch: Watch, checkpoint: SignedCheckpoint): Promise<Broken> {
    const signed = `the checkpoint of ${checkpoint.size} events ${watch.witness.place}`;
    const seq = await watch.firstChanged(checkpoint, this.copies);
    if (seq !== null)
      return this.earliest(
        broken(seq, `Event ${seq} is not the one that was sealed: ${signed} vouches for another.`),
      );
    const first = watch.agreed.size + 1;
    if (first === checkpoint.size) {
      return this.earliest(
        broken(first, `Event ${first} is not the one that was sealed: ${signed} vouches for another.`),
      );
    }
    return broken(
      first,
      `An event from ${first} to ${checkpoint.size} is not the one that was sealed: ${signed} has another root, and no stored hash that leads to it tells which.`,
      checkpoint.size,
    );
  }

  /** Events end or break off before `seq`; an event before it may have been changed as well. */
  private async stopAt(seq: number, problem: string): Promise<Broken> {
    await this.compareLeaves();
    for (const watch of this.watches) {
      const changed = watch.next && (await watch.firstChanged(watch.next, this.copies));
      if (changed) {
        return this.earliest(
          broken(
            changed,
            `Event ${changed} is not the one that was sealed: the checkpoint of ${watch.next?.size} events ${watch.witness.place} vouches for another.`,
          ),
        );
      }
    }
    return this.earliest(broken(seq, problem));
  }

  private missingProblem(expected: number): string {
    const watch = this.watches.find(({ next }) => next?.size === expected);
    const first = this.events + 1;
    const missing =
      first === expected ? `event ${first} is missing` : `events ${first} to ${expected} are missing`;
    const by = watch
      ? `the checkpoint of ${expected} events ${watch.witness.place} vouches for more`
      : `its head says ${expected}`;
    return `The log ends at event ${this.events}, but ${by}: ${missing}.`;
  }

  private earliest(found: Broken): Broken {
    const { wrongVersion } = this;
    if (!wrongVersion || found.firstBadSeq === null || found.firstBadSeq <= wrongVersion.seq) return found;
    return broken(wrongVersion.seq, versionProblem(wrongVersion));
  }
}

const nothingSealed = (events: number): string =>
  `No signed checkpoint vouches for any of the ${events} events: either no worker has sealed them yet, or the checkpoints were removed.`;

const gapProblem = ({ expected, found }: { readonly expected: number; readonly found: number }): string =>
  found > expected
    ? `Event ${expected} is missing: the log goes on at ${found}.`
    : `Event ${found} comes again where ${expected} should stand.`;

const versionProblem = ({ seq, stream, expected, found }: WrongVersion): string =>
  `Event ${seq} is version ${found} of stream "${stream}" where ${expected} should come.`;
