import type { Erasure } from './erasures.js';
import type { Sha256 } from './merkle.js';

/** Some events in a row, hashed. */
export interface LogPage {
  /** The leaf hashes, from the seq after the last page's on. */
  readonly leaves: readonly Sha256[];
  /** Where the page breaks off because another seq came than the next one. */
  readonly gap?: { readonly expected: number; readonly found: number };
  /** The first event that is not the next of its stream. */
  readonly wrongVersion?: WrongVersion;
  /** Events whose data was erased, hashed by what was kept of it. */
  readonly erased: readonly number[];
  /** Events that say what was erased. */
  readonly erasures: readonly Erasure[];
}

export interface WrongVersion {
  readonly seq: number;
  readonly stream: string;
  readonly expected: number;
  readonly found: number;
}

/** Collects a page, checking that seqs are dense and each stream's versions too. */
export class PageBuilder {
  private leaves: Sha256[] = [];
  private gap: LogPage['gap'];
  private wrongVersion: WrongVersion | undefined;
  private erased: number[] = [];
  private erasures: Erasure[] = [];
  private nextSeq = 1;
  /** About 100 bytes a stream: the one thing that grows with the log. */
  private readonly versions = new Map<string, number>();

  /** False where the page ends here. */
  add(seq: number, stream: string, version: number, leaf: () => Sha256): boolean {
    if (this.gap) return false;
    if (seq !== this.nextSeq) {
      this.gap = { expected: this.nextSeq, found: seq };
      return false;
    }
    this.nextSeq++;
    const expected = (this.versions.get(stream) ?? 0) + 1;
    if (version !== expected) this.wrongVersion ??= { seq, stream, expected, found: version };
    this.versions.set(stream, version);
    this.leaves.push(leaf());
    return true;
  }

  addErased(seq: number): void {
    this.erased.push(seq);
  }

  addErasure(erasure: Erasure): void {
    this.erasures.push(erasure);
  }

  get size(): number {
    return this.leaves.length;
  }

  take(): LogPage {
    const { leaves, gap, wrongVersion, erased, erasures } = this;
    this.leaves = [];
    this.wrongVersion = undefined;
    this.erased = [];
    this.erasures = [];
    return { leaves, gap, wrongVersion, erased, erasures };
  }
}
