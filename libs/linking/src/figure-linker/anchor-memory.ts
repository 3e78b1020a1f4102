import {
  areLinked,
  Neighbourhood,
  type ClaimedAnchor,
  type FigureAnchor,
  type Missing,
  type Move,
  type Surroundings,
} from '#tracking';
import type { MemoryOf } from '../membership/claim-reports.js';
import { LivingClaims } from '../membership/living-claims.js';
import { toRow, type SavedAnchor } from './anchor-rows.js';
import { loadAnchors, loadMembers, loadNewest, loadPages } from './anchor-store.js';
import { BatchReports } from './batch-reports.js';
import { LoadedPages } from './loaded-pages.js';

const NOTHING: ReadonlySet<string> = new Set();

/** The anchors around figures: what the tables have of them, with what the batches since then added. */
export class AnchorMemory implements Surroundings<ClaimedAnchor> {
  private readonly byKey = new Map<string, ClaimedAnchor>();
  private readonly places = new Neighbourhood<ClaimedAnchor>();
  private readonly ofClaim = new Map<string, Set<ClaimedAnchor>>();
  private readonly pages = new LoadedPages();
  /** Keys of anchors of which all neighbours are here, and claims of which all anchors are. */
  private readonly surrounded = new Set<string>();
  private readonly whole = new Set<string>();
  readonly living = new LivingClaims();
  /** Those of the batch before, which the tables may not show yet. */
  reports = new BatchReports();
  private touched = new Set<ClaimedAnchor>();
  private newClaims = new Set<string>();

  /** @param memory the tables as the batch sees them: what batches of this memory wrote may be missing there */
  constructor(private memory: MemoryOf) {}

  /** Anchors, and pages of which it is known what they hold. */
  get size(): number {
    return this.byKey.size + this.pages.size;
  }

  /** Goes on with the next batch, which nothing but batches of this memory came before. */
  goOn(memory: MemoryOf): void {
    this.memory = memory;
  }

  /** The anchors themselves; of those that the tables do not have also what lies around, and the claims that they may be of. */
  async load(anchors: readonly FigureAnchor[]): Promise<void> {
    const unknown = new Map(
      anchors.filter(({ key }) => !this.byKey.has(key)).map((anchor) => [anchor.key, anchor]),
    );
    this.add(await loadAnchors(this.memory, [...unknown.keys()]));
    const fresh = [...unknown.values()].filter(({ key }) => !this.byKey.has(key));
    const undated = fresh.filter(({ time }) => time.kind === 'undated');
    this.add(await loadNewest(this.memory, undated));
    await this.lookUp({ around: fresh, claims: [] });
    await this.lookUp({ around: [], claims: [...this.claimsToJoin(fresh)] });
  }

  /** Claims that the anchors may be joined to and of which not all is here. */
  private claimsToJoin(fresh: readonly FigureAnchor[]): Set<string> {
    const claims = new Set<string>();
    for (const anchor of fresh)
      for (const { anchor: other, claimId } of this.places.linkable({ anchor, apart: NOTHING }))
        if (claimId !== null && !this.whole.has(claimId) && !claims.has(claimId) && areLinked(anchor, other))
          claims.add(claimId);
    return claims;
  }

  get(key: string): ClaimedAnchor | undefined {
    return this.byKey.get(key);
  }

  /** All that may be linked to it or proposed for it. */
  near(one: ClaimedAnchor): ClaimedAnchor[] | null {
    return this.surrounded.has(one.anchor.key) ? this.places.near(one) : null;
  }

  linkable(one: ClaimedAnchor): ClaimedAnchor[] | null {
    return this.surrounded.has(one.anchor.key) ? this.places.linkable(one) : null;
  }

  members(claimId: string): ClaimedAnchor[] | null {
    return this.whole.has(claimId) ? this.known(claimId) : null;
  }

  /** Those of a claim's anchors that are here. */
  known(claimId: string): ClaimedAnchor[] {
    return [...(this.ofClaim.get(claimId) ?? [])];
  }

  newest({ anchor }: ClaimedAnchor): ClaimedAnchor | null {
    return this.places.newest(anchor, (a, b) => a.founded < b.founded);
  }

  async lookUp({ around, claims }: Missing<FigureAnchor>): Promise<void> {
    const anchors = around.filter(({ key }) => !this.surrounded.has(key));
    const ids = claims.filter((claimId) => !this.whole.has(claimId));
    this.add(await loadPages(this.memory, this.pages.ask(anchors)));
    this.add(await loadMembers(this.memory, ids));
    for (const { key } of anchors) this.surrounded.add(key);
    for (const claimId of ids) this.whole.add(claimId);
  }

  meet(anchor: FigureAnchor, founded: bigint): ClaimedAnchor {
    const met: ClaimedAnchor = { anchor, founded, claimId: null, apart: new Set() };
    this.add([met]);
    return met;
  }

  /** Of the claims that came here since, and of these. */
  async loadLiving(others: readonly string[] = []): Promise<void> {
    await this.living.load(this.memory, [...this.newClaims, ...others]);
    this.newClaims = new Set();
  }

  /** No anchor in the tables is of such a claim. */
  begin(claimId: string): string {
    this.living.begin(claimId);
    this.whole.add(claimId);
    return claimId;
  }

  moved({ anchor, from, to }: Move<ClaimedAnchor>): void {
    if (from !== null) this.ofClaim.get(from)?.delete(anchor);
    this.putInClaim(anchor, to);
    this.touched.add(anchor);
  }

  /** Sets the two apart. */
  part(one: ClaimedAnchor, other: ClaimedAnchor): void {
    one.apart.add(other.anchor.key);
    other.apart.add(one.anchor.key);
    this.touched.add(one).add(other);
  }

  /** Those that were changed since they were asked for last, as they are now. */
  changed(): SavedAnchor[] {
    const rows = [...this.touched].map(toRow);
    this.touched = new Set();
    return rows;
  }

  /** What is here already counts: it may have changed in this batch. */
  private add(anchors: readonly ClaimedAnchor[]): void {
    for (const one of anchors) {
      if (this.byKey.has(one.anchor.key)) continue;
      this.byKey.set(one.anchor.key, one);
      this.places.add(one);
      if (one.claimId !== null) this.putInClaim(one, one.claimId);
    }
  }

  private putInClaim(anchor: ClaimedAnchor, claimId: string): void {
    const known = this.ofClaim.get(claimId);
    if (known) known.add(anchor);
    else {
      this.ofClaim.set(claimId, new Set([anchor]));
      this.newClaims.add(claimId);
    }
  }
}
