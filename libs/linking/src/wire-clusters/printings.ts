import type { ArticleClustered } from '#domain';
import { samePrinting, type Pair, type Printing, type PrintingFacts } from '#tracking';

/** Where an article stands by what was decided. */
export interface Assignment {
  readonly clusterId: string | null;
  readonly role: ArticleClustered['role'] | null;
  /** The decision of people that keeps it out of clusters; null while nobody said so. */
  readonly apartBy: string | null;
}

export type BandedPrinting = Printing & { readonly bands: readonly number[] };

/** An article that may be compared. */
export type KnownPrinting = BandedPrinting & Assignment;

/** Another printing of a cluster, which need not be compared now. */
export type KnownMember = PrintingFacts & Assignment;

export const pairKey = (a: string, b: string): string => (a < b ? `${a} ${b}` : `${b} ${a}`);

/** The printings that a batch may touch, with the pairs among them; and which of them it changed. */
export class Printings {
  private readonly byBand = new Map<number, Set<string>>();
  private readonly byCluster = new Map<string, Set<string>>();
  private readonly neighbours = new Map<string, Map<string, Pair>>();
  readonly changed = new Set<string>();
  readonly removed = new Set<string>();
  /** Articles whose pairs are no longer those that are stored. */
  readonly repaired = new Set<string>();

  constructor(
    private readonly compared: Map<string, KnownPrinting>,
    private readonly members: Map<string, KnownMember>,
    pairs: readonly Pair[],
  ) {
    for (const printing of compared.values()) this.index(printing);
    for (const member of [...compared.values(), ...members.values()]) this.enrol(member);
    for (const pair of pairs) this.tie(pair);
  }

  get(articleId: string): KnownPrinting | undefined {
    return this.compared.get(articleId);
  }

  member(articleId: string): KnownMember | undefined {
    return this.compared.get(articleId) ?? this.members.get(articleId);
  }

  pairsOf(articleId: string): readonly Pair[] {
    return [...(this.neighbours.get(articleId)?.values() ?? [])];
  }

  /** All that were decided to be printings of one story. */
  membersOf(clusterId: string): readonly string[] {
    return [...(this.byCluster.get(clusterId) ?? [])];
  }

  put(printing: KnownPrinting): readonly string[] {
    const { articleId } = printing;
    const before = this.untie(articleId);
    const known = this.compared.get(articleId);
    if (known) this.unindex(known);
    this.compared.set(articleId, printing);
    this.members.delete(articleId);
    this.removed.delete(articleId);
    this.changed.add(articleId);
    this.index(printing);
    this.compare(printing);
    return [articleId, ...before];
  }

  remove(articleId: string): readonly string[] {
    const before = this.untie(articleId);
    const known = this.compared.get(articleId);
    if (known) this.unindex(known);
    if (known?.clusterId) this.byCluster.get(known.clusterId)?.delete(articleId);
    this.compared.delete(articleId);
    this.removed.add(articleId);
    this.changed.delete(articleId);
    return before;
  }

  /** Takes a decision as it stands in the log. */
  assign(articleId: string, to: Pick<ArticleClustered, 'clusterId' | 'role'> | null): readonly string[] {
    this.change(articleId, { clusterId: to?.clusterId ?? null, role: to?.role ?? null });
    return [];
  }

  setApart(articleId: string, apartBy: string | null): readonly string[] {
    const before = this.untie(articleId);
    this.change(articleId, apartBy === null ? { apartBy } : { apartBy, clusterId: null, role: null });
    const printing = this.compared.get(articleId);
    if (printing) this.compare(printing);
    return [articleId, ...before];
  }

  private change(articleId: string, assignment: Partial<Assignment>): void {
    for (const known of [this.compared, this.members] as Map<string, KnownMember>[]) {
      const printing = known.get(articleId);
      if (!printing) continue;
      const changed = { ...printing, ...assignment };
      known.set(articleId, changed);
      if (printing.clusterId) this.byCluster.get(printing.clusterId)?.delete(articleId);
      this.enrol(changed);
      this.changed.add(articleId);
    }
  }

  private compare(printing: KnownPrinting): void {
    if (printing.apartBy !== null) return;
    const candidates = new Set(printing.bands.flatMap((band) => [...(this.byBand.get(band) ?? [])]));
    candidates.delete(printing.articleId);
    for (const id of candidates) {
      const other = this.compared.get(id);
      if (!other || other.apartBy !== null) continue;
      const likeness = samePrinting(printing, other);
      if (likeness) this.tie({ a: printing.articleId, b: id, ...likeness });
    }
  }

  private tie(pair: Pair): void {
    for (const id of [pair.a, pair.b]) {
      const own = this.neighbours.get(id) ?? new Map<string, Pair>();
      this.neighbours.set(id, own.set(pairKey(pair.a, pair.b), pair));
    }
  }

  /** Forgets the pairs of an article, and gives those it was paired with. */
  private untie(articleId: string): string[] {
    this.repaired.add(articleId);
    const others = this.pairsOf(articleId).map(({ a, b }) => (a === articleId ? b : a));
    for (const other of others) this.neighbours.get(other)?.delete(pairKey(other, articleId));
    this.neighbours.delete(articleId);
    return others;
  }

  private enrol({ articleId, clusterId }: KnownMember): void {
    if (clusterId === null) return;
    const known = this.byCluster.get(clusterId);
    if (known) known.add(articleId);
    else this.byCluster.set(clusterId, new Set([articleId]));
  }

  private index(printing: KnownPrinting): void {
    for (const band of printing.bands) {
      const known = this.byBand.get(band);
      if (known) known.add(printing.articleId);
      else this.byBand.set(band, new Set([printing.articleId]));
    }
  }

  private unindex(printing: KnownPrinting): void {
    for (const band of printing.bands) this.byBand.get(band)?.delete(printing.articleId);
  }
}
