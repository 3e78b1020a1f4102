import type { KnownPlace } from '#domain';
import { deterministicId } from '#platform';
import {
  groupBy,
  anchorFigures,
  areApart,
  knownPlace,
  PROPOSED,
  regroup,
  scorePair,
  toldApart,
  type AnchoredFigure,
  type Change,
  type ClaimedAnchor,
  type FigureAnchor,
  type Move,
} from '#tracking';
import {
  addAliases,
  addReports,
  freeReportsOf,
  reportsById,
  type ClaimReport,
  type MemoryOf,
} from '../membership/claim-reports.js';
import { linked, merged, proposed, unlinked, type ClaimEvent } from '../membership/link-events.js';
import type { Decided, Queries } from '../runner/decision-process.js';
import { AnchorMemory } from './anchor-memory.js';
import { BatchReports } from './batch-reports.js';
import { saveAnchors, withId } from './anchor-store.js';
import { proposalFor, reasonsOf } from './reasons.js';
import type { ArticleReading } from './read-articles.js';

/** A reading with the anchors of its figures. */
interface AnchoredReading extends ArticleReading {
  readonly anchored: readonly AnchoredFigure[];
}

interface Known {
  /** What is known of the tables already. */
  readonly anchors?: AnchorMemory;
  /** A report that is decided on anew, of the one reading that is given; those beside it in the article stay. */
  readonly corrected?: string | null;
}

/** The claims around the figures of a batch: loaded together, decided on article by article, saved together. */
export class FigureClaims {
  private readonly reports = new BatchReports();
  private readonly merges = new Map<string, string>();

  private constructor(
    private readonly memory: MemoryOf,
    private readonly decidedBy: string,
    private readonly readings: ReadonlyMap<ArticleReading, AnchoredReading>,
    /** Reports of the batch that were decided on before, as when an imported log is read once more. */
    private readonly seen: ReadonlySet<string>,
    private readonly anchors: AnchorMemory,
  ) {}

  static async load(
    memory: MemoryOf,
    decidedBy: string,
    readings: readonly ArticleReading[],
    { anchors = new AnchorMemory(memory), corrected = null }: Known = {},
  ): Promise<FigureClaims> {
    // The database looks while the anchors are made.
    const reportIds = readings.flatMap(({ events }) => [...events.keys()]);
    const known = reportsById(memory, reportIds);
    const anchored = new Map(
      readings.map((reading) => [reading, { ...reading, anchored: anchorsOf(memory.workspace, reading) }]),
    );
    const all = [...anchored.values()].flatMap((reading) => reading.anchored);
    const seen = new Set([...(await known).keys(), ...reportIds.filter((id) => anchors.reports.get(id))]);
    if (corrected !== null) seen.delete(corrected);
    await anchors.load(
      all.filter(({ reportId }) => corrected !== null || !seen.has(reportId)).map(({ anchor }) => anchor),
    );
    await anchors.loadLiving();
    return new FigureClaims(memory, decidedBy, anchored, seen, anchors);
  }

  /** Gives the figures of one article their claims, and moves what they show to belong elsewhere. */
  async decide(reading: ArticleReading): Promise<Decided> {
    const { cause, article, anchored, events } = this.readings.get(reading)!;
    const figures = anchored.filter(({ reportId }) => !this.seen.has(reportId));
    const met = new Map<string, ClaimedAnchor>();
    for (const { anchor, reportId } of figures) {
      if (this.anchors.get(anchor.key)) continue;
      met.set(anchor.key, this.anchors.meet(anchor, events.get(reportId)?.seq ?? cause.seq));
    }
    const known = anchored.filter(({ anchor }) => this.anchors.get(anchor.key));
    const parted = toldApart(article, known)
      .filter((pair) => pair.some((one) => figures.includes(one)))
      .flatMap(([a, b]) => this.part(a.anchor, b.anchor));
    const moves = await this.regroup({ met: [...met.values()], parted }, cause.seq);
    await this.anchors.loadLiving();
    const moving = await this.move(moves.filter(({ from }) => from !== null));
    const places = new Map(article.figures.map(({ reportId, place }) => [reportId, knownPlace(place)]));
    const linking = figures.flatMap(({ anchor, reportId }) => {
      const { eventId, seq } = events.get(reportId)!;
      const report = { reportId, articleId: article.articleId, eventId, seq };
      return this.link(anchor.key, met.has(anchor.key), report, places.get(reportId) ?? null);
    });
    return { cause, events: [...moving, ...linking] };
  }

  /** The claim that a report of the batch was given. */
  claimOf(reportId: string): string | null {
    const report = this.reports.get(reportId);
    return report ? this.livingOf(report.claimId) : null;
  }

  /** The claim that would fit a report best; null where nothing speaks for any. */
  fittingClaim(reading: ArticleReading, reportId: string): { claimId: string; score: number } | null {
    const anchor = this.readings.get(reading)?.anchored.find((one) => one.reportId === reportId)?.anchor;
    if (!anchor) return null;
    const same = this.anchors.get(anchor.key)?.claimId ?? null;
    if (same !== null) return { claimId: this.livingOf(same), score: 1 };
    const near = this.anchors.near({ anchor, founded: 0n, claimId: null, apart: new Set() }) ?? [];
    const fitting = near.flatMap((other) => {
      const score = scorePair(anchor, other.anchor)?.score ?? 0;
      return other.claimId === null || score < PROPOSED
        ? []
        : [{ claimId: this.livingOf(other.claimId), score }];
    });
    return fitting.sort((a, b) => b.score - a.score)[0] ?? null;
  }

  /** Writes what was decided, as it is now: the next batch goes on with these anchors. */
  async save(): Promise<void> {
    const { memory, merges, reports } = this;
    const [anchors, saved] = [this.anchors.changed(), reports.all()];
    this.anchors.reports = reports;
    const save = async (client: Queries): Promise<void> => {
      const of = { ...memory, client };
      await saveAnchors(of, anchors);
      await addReports(of, saved);
      await addAliases(of, merges);
    };
    if (memory.write) memory.write(save);
    else await save(memory.client);
  }

  /** Nothing where no article has to say that the two are apart, or one did before. */
  private part(a: FigureAnchor, b: FigureAnchor): (readonly [ClaimedAnchor, ClaimedAnchor])[] {
    const [one, other] = [this.anchors.get(a.key)!, this.anchors.get(b.key)!];
    if (areApart(a, b) || one.apart.has(b.key)) return [];
    this.anchors.part(one, other);
    return [[one, other]];
  }

  /** Of an anchor that moves more than once, only where it ends. */
  private async regroup(change: Change<ClaimedAnchor>, seq: bigint): Promise<Move<ClaimedAnchor>[]> {
    const all = new Map<ClaimedAnchor, Move<ClaimedAnchor>>();
    for (;;) {
      const { moves, missing } = regroup(this.anchors, change, (founder) => this.begin(founder, seq));
      for (const move of moves) all.set(move.anchor, { ...move, from: (all.get(move.anchor) ?? move).from });
      if (!missing) return [...all.values()].filter(({ from, to }) => from !== to);
      const around = missing.around.map(({ anchor }) => anchor);
      await this.anchors.lookUp({ around, claims: missing.claims });
    }
  }

  /** The id that everybody would derive; another where it was this anchor's before and has since gone to others. */
  private begin({ anchor, founded, claimId }: ClaimedAnchor, seq: bigint): string {
    const { workspace } = this.memory;
    const parts = ['figure-claim', workspace, anchor.key, founded.toString()] as const;
    const id = claimId === null ? deterministicId(...parts) : deterministicId(...parts, seq.toString());
    return this.anchors.begin(id);
  }

  /** Whole claims are merged; of parted ones the reports move. */
  private async move(moves: readonly Move<ClaimedAnchor>[]): Promise<ClaimEvent[]> {
    const decided: ClaimEvent[] = [];
    for (const [from, ofClaim] of groupBy(moves, (move) => move.from ?? '')) {
      const [to, ...others] = new Set(ofClaim.map((move) => move.to));
      const isWhole = others.length === 0 && this.anchors.known(from).length === 0;
      decided.push(...(to !== undefined && isWhole ? this.merge(from, to) : await this.moveReports(ofClaim)));
    }
    return decided;
  }

  private merge(from: string, to: string): ClaimEvent[] {
    const [source, target] = [this.livingOf(from), this.livingOf(to)];
    if (source === target) return [];
    this.merges.set(source, target);
    this.anchors.living.merge(source, target);
    const reasons = ['a later figure joins the two'];
    return [merged(target, source, { decidedBy: this.decidedBy, reasons })];
  }

  private async moveReports(moves: readonly Move<ClaimedAnchor>[]): Promise<ClaimEvent[]> {
    const targets = new Map(moves.map(({ anchor, to }) => [anchor.anchor.key, to]));
    const anchorIds = [...targets.keys()];
    const stored = await freeReportsOf(this.memory, anchorIds);
    const before = byId([...stored, ...this.anchors.reports.ofAnchors(anchorIds)]);
    const all = byId([...[...before.values()].sort(bySeq), ...this.reports.ofAnchors(anchorIds)]);
    await this.anchors.loadLiving([...all.values()].map(({ claimId }) => claimId));
    return [...all.values()].flatMap((report) => {
      const [from, to] = [this.livingOf(report.claimId), targets.get(report.anchorId)!];
      this.reports.set({ ...report, claimId: to });
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
    this.reports.set({ ...report, anchorId, claimId });
    const { decidedBy } = this;
    const near = isFresh ? this.neighboursOf(anchor) : [];
    const link = linked(this.livingOf(claimId), report.reportId, {
      decidedBy,
      ...reasonsOf(anchor, isFresh, near),
      place,
    });
    const proposal = isFresh ? proposalFor(anchor, near) : null;
    if (!proposal) return [link];
    // Of two claims that may be one, the queue shows the older with the newer report.
    const { claimId: other, score, reasons } = proposal;
    return [link, proposed(this.livingOf(other), report.reportId, { decidedBy, score, reasons })];
  }

  private neighboursOf(anchor: ClaimedAnchor): ClaimedAnchor[] {
    const newest = anchor.anchor.time.kind === 'undated' ? this.anchors.newest(anchor) : null;
    return newest ? [newest] : (this.anchors.near(anchor) ?? []);
  }

  private livingOf(claimId: string): string {
    return this.anchors.living.of(claimId);
  }
}

const byId = (reports: readonly ClaimReport[]): Map<string, ClaimReport> =>
  new Map(reports.map((report) => [report.reportId, report]));

const bySeq = (a: ClaimReport, b: ClaimReport): number =>
  Number(a.seq - b.seq) || (a.reportId < b.reportId ? -1 : 1);

export function anchorsOf(workspace: string, { article }: ArticleReading): AnchoredFigure[] {
  return anchorFigures(article).map(({ reportId, anchor }) => ({
    reportId,
    anchor: withId(workspace, anchor),
  }));
}
