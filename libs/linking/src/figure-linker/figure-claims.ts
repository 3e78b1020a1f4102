import type { KnownPlace } from '#domain';
import { deterministicId } from '#platform';
import {
  anchorFigures,
  knownPlace,
  regroup,
  toldApart,
  type AnchoredFigure,
  type ClaimedAnchor,
  type FigureAnchor,
  type Move,
} from '#tracking';
import {
  addAlias,
  addReports,
  freeReportsOf,
  livingClaims,
  reportsById,
  type ClaimReport,
  type MemoryOf,
} from '../membership/claim-reports.js';
import { linked, merged, proposed, unlinked, type ClaimEvent } from '../membership/link-events.js';
import type { Decided } from '../runner/decision-process.js';
import { loadAround, loadNewest, saveAnchors, withId } from './anchor-store.js';
import { proposalFor, reasonsOf } from './reasons.js';
import type { ArticleReading } from './read-articles.js';

/** A reading with the anchors of its figures. */
interface AnchoredReading extends ArticleReading {
  readonly anchored: readonly AnchoredFigure[];
}

/** The claims around the figures of a batch: loaded together, decided on article by article, saved together. */
export class FigureClaims {
  private readonly blocks = new Map<string, ClaimedAnchor[]>();
  private readonly anchors = new Map<string, ClaimedAnchor>();
  private readonly touched = new Set<ClaimedAnchor>();
  private readonly reports = new Map<string, ClaimReport>();
  private readonly living = new Map<string, string>();

  private constructor(
    private readonly memory: MemoryOf,
    private readonly decidedBy: string,
    private readonly readings: ReadonlyMap<ArticleReading, AnchoredReading>,
    /** Reports of the batch that were decided on before, as when an imported log is read once more. */
    private readonly seen: ReadonlyMap<string, ClaimReport>,
    private readonly newest: ReadonlyMap<string, ClaimedAnchor>,
  ) {}

  static async load(
    memory: MemoryOf,
    decidedBy: string,
    readings: readonly ArticleReading[],
  ): Promise<FigureClaims> {
    const anchored = new Map(
      readings.map((reading) => [reading, { ...reading, anchored: anchorsOf(memory.workspace, reading) }]),
    );
    const all = [...anchored.values()].flatMap((reading) => reading.anchored);
    const undated = all.filter(({ anchor }) => anchor.time.kind === 'undated' && anchor.place);
    const around = await loadAround(
      memory,
      all.map(({ anchor }) => anchor),
    );
    const newest = await loadNewest(
      memory,
      undated.map(({ anchor }) => anchor.block),
    );
    const seen = await reportsById(
      memory,
      all.map(({ reportId }) => reportId),
    );
    const byBlock = new Map(newest.map((anchor) => [anchor.anchor.block, anchor]));
    const claims = new FigureClaims(memory, decidedBy, anchored, seen, byBlock);
    for (const anchor of around) claims.add(anchor);
    await claims.loadLiving([...around, ...newest].map(({ claimId }) => claimId ?? ''));
    return claims;
  }

  /** Gives the figures of one article their claims, and moves what they show to belong elsewhere. */
  async decide(reading: ArticleReading): Promise<Decided> {
    const { cause, article, anchored, events } = this.readings.get(reading)!;
    const figures = anchored.filter(({ reportId }) => !this.seen.has(reportId));
    const fresh = new Set(
      figures.filter(({ anchor }) => !this.anchors.has(anchor.key)).map(({ anchor }) => anchor.key),
    );
    for (const { anchor, reportId } of figures) this.found(anchor, events.get(reportId)?.seq ?? cause.seq);
    const parted = toldApart(article, figures).filter(([a, b]) => this.part(a.anchor, b.anchor));
    const changed = new Set([...fresh, ...parted.flat().map(({ anchor }) => anchor.key)]);
    const moves = this.regroup(changed, cause.seq);
    const moving = await this.move(moves.filter(({ from }) => from !== null));
    const places = new Map(article.figures.map(({ reportId, place }) => [reportId, knownPlace(place)]));
    const linking = figures.flatMap(({ anchor, reportId }) => {
      const { eventId, seq } = events.get(reportId)!;
      const report = { reportId, articleId: article.articleId, eventId, seq };
      return this.link(anchor.key, fresh.has(anchor.key), report, places.get(reportId) ?? null);
    });
    return { cause, events: [...moving, ...linking] };
  }

  async save(): Promise<void> {
    await saveAnchors(this.memory, [...this.touched]);
    await addReports(this.memory, [...this.reports.values()]);
  }

  private add(anchor: ClaimedAnchor): void {
    this.anchors.set(anchor.anchor.key, anchor);
    const block = this.blocks.get(anchor.anchor.block);
    if (block) block.push(anchor);
    else this.blocks.set(anchor.anchor.block, [anchor]);
  }

  private found(anchor: FigureAnchor, founded: bigint): void {
    if (!this.anchors.has(anchor.key)) this.add({ anchor, founded, claimId: null, apart: new Set() });
  }

  /** True where no article told the two apart before. */
  private part(a: FigureAnchor, b: FigureAnchor): boolean {
    const [one, other] = [this.anchors.get(a.key)!, this.anchors.get(b.key)!];
    if (one.apart.has(b.key)) return false;
    one.apart.add(b.key);
    other.apart.add(a.key);
    for (const anchor of [one, other]) this.touched.add(anchor);
    return true;
  }

  private regroup(changed: ReadonlySet<string>, seq: bigint): Move<ClaimedAnchor>[] {
    const anchors = [...changed].map((key) => this.anchors.get(key)!);
    const blocks = new Set(anchors.map(({ anchor }) => anchor.block));
    const moves = [...blocks].flatMap((name) => {
      const block = this.blocks.get(name)!;
      const ofBlock = anchors.filter(({ anchor }) => anchor.block === name);
      return regroup(block, ofBlock, (founder) => this.begin(founder, seq));
    });
    for (const { anchor } of moves) this.touched.add(anchor);
    return moves;
  }

  /** The id that everybody would derive; another where it was this anchor's before and has since gone to others. */
  private begin({ anchor, founded, claimId }: ClaimedAnchor, seq: bigint): string {
    const { workspace } = this.memory;
    const parts = ['figure-claim', workspace, anchor.key, founded.toString()] as const;
    return claimId === null ? deterministicId(...parts) : deterministicId(...parts, seq.toString());
  }

  /** Whole claims are merged; of parted ones the reports move. */
  private async move(moves: readonly Move<ClaimedAnchor>[]): Promise<ClaimEvent[]> {
    const decided: ClaimEvent[] = [];
    for (const [from, ofClaim] of grouped(moves, (move) => move.from ?? '')) {
      const [to, ...others] = new Set(ofClaim.map((move) => move.to));
      const isWhole = others.length === 0 && !this.isInUse(from);
      decided.push(
        ...(to !== undefined && isWhole ? await this.merge(from, to) : await this.moveReports(ofClaim)),
      );
    }
    return decided;
  }

  private isInUse(claimId: string): boolean {
    return [...this.anchors.values()].some((anchor) => anchor.claimId === claimId);
  }

  private async merge(from: string, to: string): Promise<ClaimEvent[]> {
    const [source, target] = [this.livingOf(from), this.livingOf(to)];
    if (source === target) return [];
    await addAlias(this.memory, source, target, null);
    for (const [claim, living] of this.living) if (living === source) this.living.set(claim, target);
    this.living.set(source, target);
    const reasons = ['a later figure joins the two'];
    return [merged(target, source, { decidedBy: this.decidedBy, reasons })];
  }

  private async moveReports(moves: readonly Move<ClaimedAnchor>[]): Promise<ClaimEvent[]> {
    const targets = new Map(moves.map(({ anchor, to }) => [anchor.anchor.key, to]));
    const stored = await freeReportsOf(this.memory, [...targets.keys()]);
    const here = [...this.reports.values()].filter(({ anchorId }) => targets.has(anchorId));
    const all = new Map([...stored, ...here].map((report) => [report.reportId, report]));
    await this.loadLiving([...all.values()].map(({ claimId }) => claimId));
    return [...all.values()].flatMap((report) => {
      const [from, to] = [this.livingOf(report.claimId), targets.get(report.anchorId)!];
      this.reports.set(report.reportId, { ...report, claimId: to });
      if (from === this.livingOf(to)) return [];
      const decision = { decidedBy: this.decidedBy, reasons: ['a later figure shows it to belong here'] };
      return [
        unlinked(from, report.reportId, decision),
        linked(this.livingOf(to), report.reportId, { ...decision, score: null }),
      ];
    });
  }

  private link(
    anchorId: string,
    isFresh: boolean,
    report: Omit<ClaimReport, 'anchorId' | 'claimId'>,
    place: KnownPlace | null,
  ): ClaimEvent[] {
    const anchor = this.anchors.get(anchorId)!;
    const claimId = anchor.claimId!;
    this.reports.set(report.reportId, { ...report, anchorId, claimId });
    const block = this.blocks.get(anchor.anchor.block)!;
    const { decidedBy } = this;
    const link = linked(this.livingOf(claimId), report.reportId, {
      decidedBy,
      ...reasonsOf(anchor, isFresh, block),
      place,
    });
    const newest = this.newest.get(anchor.anchor.block);
    const proposal = isFresh ? proposalFor(anchor, newest ? [...block, newest] : block) : null;
    if (!proposal) return [link];
    // Of two claims that may be one, the queue shows the older with the newer report.
    const { claimId: other, score, reasons } = proposal;
    return [link, proposed(this.livingOf(other), report.reportId, { decidedBy, score, reasons })];
  }

  private livingOf(claimId: string): string {
    return this.living.get(claimId) ?? claimId;
  }

  private async loadLiving(claimIds: readonly string[]): Promise<void> {
    const unknown = claimIds.filter((claimId) => claimId !== '' && !this.living.has(claimId));
    for (const [claim, living] of await livingClaims(this.memory, unknown)) this.living.set(claim, living);
  }
}

function anchorsOf(workspace: string, { article }: ArticleReading): AnchoredFigure[] {
  return anchorFigures(article).map(({ reportId, anchor }) => ({
    reportId,
    anchor: withId(workspace, anchor),
  }));
}

function grouped<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}
