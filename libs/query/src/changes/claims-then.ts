import { ledgerOf, liveTable, trackedReportTable, type ClaimFamily, type Row } from '#projections';
import { groupBy, liveDecisions, membershipOf, type LedgerDecision, type Membership } from '#tracking';
import { claimsNamedWith } from '../claim-ledgers/claims-of-reports.js';
import { loadClaimFamilies } from '../claim-ledgers/fold-claims.js';
import type { ViewsReader } from '../views-reader.js';
import type { Happening } from './happenings.js';
import { reportsConcerned, type ArticleReport } from './reports-concerned.js';

/** A claim that something happened to, and the reports of it that it happened to. */
export interface ConcernedClaim {
  readonly claimId: string;
  readonly reportIds: readonly string[];
}

/** A happening with one of the claims that it concerned, if it concerned any. */
export interface Concerned extends Omit<ConcernedClaim, 'claimId'> {
  readonly happening: Happening;
  readonly claimId: string | null;
}

/** What a family says of where its reports were at an event. */
interface FamilyThen {
  readonly family: ClaimFamily;
  readonly claimIds: ReadonlySet<string>;
  readonly decisions: readonly LedgerDecision[];
}

/** Which claims each happening concerned: the claims that its reports were of when it happened, not those of today. */
export class ClaimsThen {
  private readonly byClaim = new Map<string, FamilyThen>();
  private readonly byReport = new Map<string, FamilyThen[]>();

  private constructor(
    families: readonly ClaimFamily[],
    private readonly ofArticles: ReadonlyMap<string, readonly ArticleReport[]>,
  ) {
    for (const family of families) this.add(family);
  }

  /** Loads what the happenings concern, in a number of reads that does not grow with theirs. */
  static async load(
    views: ViewsReader,
    workspace: string,
    happenings: readonly Happening[],
  ): Promise<ClaimsThen> {
    const articles = happenings.flatMap(({ articleId }) => articleId ?? []);
    const ofArticles = await readArticleReports(views, workspace, [...new Set(articles)]);
    const reports = happenings.flatMap((happening) => reportsConcerned(happening, ofArticles));
    const claims = [
      ...happenings.flatMap(({ decision }) => claimsIn(decision)),
      ...(await claimsNamedWith(views, workspace, [...new Set(reports)])),
    ];
    return new ClaimsThen(await loadClaimFamilies(views, workspace, [...new Set(claims)]), ofArticles);
  }

  /** The same of one family, with what happened around it. */
  static of(family: ClaimFamily): ClaimsThen {
    return new ClaimsThen([family], byArticle(family.reports));
  }

  /** In the order of their ids. */
  concernedBy(happening: Happening): ConcernedClaim[] {
    const { seq, decision } = happening;
    const named = claimsIn(decision);
    const concerned = new Map<string, string[]>();
    if (named.length > 0) for (const id of this.livingOf(named, seq)) concerned.set(id, []);
    else
      for (const reportId of reportsConcerned(happening, this.ofArticles)) {
        const claimId = this.claimOf(reportId, seq);
        if (claimId !== undefined) concerned.set(claimId, [...(concerned.get(claimId) ?? []), reportId]);
      }
    return [...concerned.entries()]
      .map(([claimId, reportIds]) => ({ claimId, reportIds }))
      .sort((a, b) => (a.claimId < b.claimId ? -1 : 1));
  }

  /** The claim that a report was of behind an event. */
  claimOf(reportId: string, seq: number): string | undefined {
    for (const then of this.byReport.get(reportId) ?? []) {
      const claimId = membershipAt(then, seq).claimOf(reportId);
      // Where it went to another family, that one knows what became of the claim there.
      if (claimId !== undefined && then.claimIds.has(claimId)) return claimId;
    }
    return undefined;
  }

  /** Of a merger or a split both claims; else the claim that the one named lived on in. */
  private livingOf(named: readonly string[], seq: number): readonly string[] {
    const [only, other] = named;
    if (only === undefined || other !== undefined) return named;
    const then = this.byClaim.get(only);
    return [then ? membershipAt(then, seq).living(only) : only];
  }

  private add(family: ClaimFamily): void {
    const { decisions } = ledgerOf(family.claimIds[0] ?? '', family);
    const then = {
      family,
      claimIds: new Set(family.claimIds),
      decisions: decisions.filter(({ type }) => PLACING.has(type)),
    };
    for (const id of family.claimIds) this.byClaim.set(id, then);
    for (const row of family.reports) {
      const id = row['report_id'] as string;
      this.byReport.set(id, [...(this.byReport.get(id) ?? []), then]);
    }
  }
}

/** The decisions that say which claim a report is of, and what undoes them. */
const PLACING: ReadonlySet<string> = new Set([
  'ReportLinked',
  'ReportUnlinked',
  'ClaimsMerged',
  'ClaimSplit',
  'DecisionReverted',
]);

const membershipAt = ({ decisions }: FamilyThen, seq: number): Membership =>
  membershipOf(liveDecisions(decisions, { recordedSeq: seq }));

const claimsIn = (decision: Row | null): string[] =>
  [decision?.['claim_id'], decision?.['other_claim_id']].filter((id) => typeof id === 'string');

async function readArticleReports(
  views: ViewsReader,
  workspace: string,
  articleIds: readonly string[],
): Promise<Map<string, ArticleReport[]>> {
  const rows = await views.select<Row>(
    `SELECT report_id, article_id, seq, retired_seq FROM ${liveTable(trackedReportTable)}
     WHERE workspace = $1 AND article_id = ANY($2::uuid[]) ORDER BY seq`,
    [workspace, articleIds],
  );
  return byArticle(rows);
}

const byArticle = (rows: readonly Row[]): Map<string, ArticleReport[]> =>
  new Map(
    [...groupBy(rows, (row) => row['article_id'] as string)].map(([id, ofIt]) => [
      id,
      ofIt.map(articleReport),
    ]),
  );

const articleReport = (row: Row): ArticleReport => ({
  reportId: row['report_id'] as string,
  seq: Number(row['seq']),
  retiredSeq: row['retired_seq'] === null ? null : Number(row['retired_seq']),
});
