import type { ArticleClustered, ClaimRecorded, FigureReported, Report, StatementMade } from '#domain';
import type { StoredEvent } from '#event-store';
import { Gazetteer } from '#gazetteer';
import type { Decision } from '#ingestion';
import { sourceId } from '#projections';
import { sourceBehind } from '#tracking';
import {
  FindClaimCards,
  FindClaimCardsHandler,
  GetClaimTimeline,
  GetClaimTimelineHandler,
  ViewsReader,
  type AsOfRequest,
  type ClaimTimeline,
} from '#query';
import type { ExpectedClaim, ExpectedStory, MovingDecision, Story, StoryDecision } from './story.js';
import type { StoryWorld } from './story-world.js';

/** What a told story came to, in the words of `expected.json`. */
export class ToldStory {
  private constructor(
    private readonly names: ReadonlyMap<string, string>,
    private readonly articleIds: ReadonlyMap<string, string>,
    readonly timelines: readonly ClaimTimeline[],
    private readonly events: readonly StoredEvent[],
    /** What those were told who decided on what was no longer so. */
    readonly refused: readonly string[],
  ) {}

  static async read(
    world: StoryWorld,
    workspace: string,
    asOf: AsOfRequest = {},
    refused: readonly string[] = [],
  ): Promise<ToldStory> {
    const events = await world.store.readAll(workspace, { limit: 5_000 });
    const articles = articleNames(events);
    const timelines = await readTimelines(world, workspace, asOf);
    return new ToldStory(reportNames(events, articles), articles, timelines, events, refused);
  }

  /** Every claim that expectations name, in the order of their first lines. */
  claims(): ExpectedClaim[] {
    return this.timelines
      .filter(({ kind, entries, denialCount }) => kind === 'figure' || entries.length > 1 || denialCount > 0)
      .map((timeline) => this.claim(timeline))
      .sort(byFirstLine);
  }

  /** Each claim of figures in a line: its latest number and its reports. */
  figures(): string[] {
    return this.timelines
      .filter(({ kind }) => kind === 'figure')
      .map(
        ({ latest, entries }) =>
          `${latest}: ${entries.map(({ reportId }) => this.name(reportId)).join(', ')}`,
      )
      .sort();
  }

  clusters(): string[][] {
    const roles = new Map<string, ArticleClustered>();
    for (const { type, data } of this.events)
      if (type === 'ArticleClustered')
        roles.set((data as ArticleClustered).articleId, data as ArticleClustered);
    const members = new Map<string, string[]>();
    for (const [articleId, { clusterId, role }] of roles) {
      const name = `${this.articleIds.get(articleId) ?? ''} ${role}`;
      members.set(clusterId, [...(members.get(clusterId) ?? []), name].sort());
    }
    return [...members.values()].filter(({ length }) => length > 1).sort();
  }

  /** An editor's decision on reports and claims as a command has it. */
  decision(told: StoryDecision): Decision {
    switch (told.type) {
      case 'retract':
        return { ...this.report(told.report), type: 'retract_report', kind: told.kind, reason: told.reason };
      case 'correct': {
        const { field, from, to, kind, reason } = told;
        const changes = [{ field, from, to }];
        return { ...this.report(told.report), type: 'correct_report', kind, changes, reason };
      }
      case 'recommend': {
        const { reportId } = this.report(told.report);
        const reason = told.logic;
        return {
          type: 'recommend_figure',
          claimId: this.claimOf(told.report),
          reportId,
          role: 'recommended',
          value: told.value,
          calculationLogic: told.logic,
          reason,
        };
      }
      case 'sign_off':
        return { type: 'sign_off_claim', claimId: this.claimOf(told.claim), reason: told.reason };
      case 'merge':
        return {
          type: 'merge_claims',
          claimId: this.claimOf(told.claim),
          mergedClaimId: this.claimOf(told.merged),
          reason: told.reason,
        };
      default:
        return this.moving(told);
    }
  }

  private moving(told: MovingDecision): Decision {
    const { reason } = told;
    switch (told.type) {
      case 'split': {
        const reportIds = told.reports.map((name) => this.report(name).reportId);
        return { type: 'split_claim', claimId: this.claimOf(told.reports[0] ?? ''), reportIds, reason };
      }
      case 'unlink':
        return {
          ...this.report(told.report),
          type: 'unlink_report',
          claimId: this.claimOf(told.report),
          reason,
        };
      case 'link':
        return {
          ...this.report(told.report),
          type: 'link_report',
          claimId: this.claimOf(told.claim),
          reason,
        };
      case 'undo': {
        const { reportId } = this.report(told.report);
        const undone = this.events.findLast(
          ({ type, data }) => type === told.what && (data as { reportId?: string }).reportId === reportId,
        );
        return { type: 'revert_decision', decisionId: undone?.eventId ?? '', reason };
      }
      case 'merge_sources': {
        const [entityId, mergedEntityId] = [this.sourceOf(told.report), this.sourceOf(told.merged)];
        return { type: 'merge_entities', entityId, mergedEntityId, reason };
      }
    }
  }

  /** Whom a report goes back to, as spelling alone gives it. */
  private sourceOf(name: string): string {
    const { reportId } = this.report(name);
    const event = this.events.find(
      ({ data }) => 'quote' in (data as object) && (data as Report).reportId === reportId,
    );
    const link = event && (event.data as Report).attribution.findLast(({ kind }) => kind !== 'publisher');
    if (!link) throw new Error(`${name} names no source`);
    return sourceId(event.workspace, sourceBehind(link));
  }

  private claim(timeline: ClaimTimeline): ExpectedClaim {
    const { lowest, highest, headline, headlineBy } = timeline;
    return {
      status: timeline.status,
      reports: timeline.reportCount,
      origins: timeline.originCount,
      unit: timeline.unit,
      range: lowest === null ? null : `${lowest} to ${highest}`,
      latest: timeline.latest,
      headline: headlineBy === null ? null : `${headline} ${headlineBy}`,
      conflicts: timeline.conflicts
        .map((pair) => `${this.name(pair.reportId)} x ${this.name(pair.againstReportId)}`)
        .sort(),
      otherRelations: timeline.entries.flatMap((entry) => this.otherRelations(entry)),
      edits: timeline.revisions.map((revision) => this.edit(revision)),
      timeline: timeline.entries.map((entry) => this.line(entry)),
    };
  }

  private line(entry: ClaimTimeline['entries'][number]): string {
    const { reportId, relation, against, change, anomalies, standing, origin, place, reason } = entry;
    const by = change ? `${change.by > 0 ? '+' : ''}${change.by}` : '';
    const aside = standing === 'current' ? '' : `(${standing})`;
    const words = [relation, against ? this.name(against) : '', by, ...anomalies, aside].filter(Boolean);
    const told = [`${this.name(reportId)}: ${words.join(' ')}`, origin.name, place, reason];
    return told.filter((part) => part !== null).join(' | ');
  }

  private otherRelations({ reportId, otherRelations }: ClaimTimeline['entries'][number]): string[] {
    return otherRelations.map(
      (other) => `${this.name(reportId)}: ${other.relation} ${this.name(other.reportId)} | ${other.reason}`,
    );
  }

  private edit({
    change,
    stealth,
    previousReportId,
    reportId,
    fields,
  }: ClaimTimeline['revisions'][number]): string {
    const reports = [previousReportId, reportId].flatMap((id) => (id === null ? [] : this.name(id)));
    const how = stealth ? 'without saying so' : 'and says so';
    const changes = fields.map(({ field, from, to }) => `, ${field} ${String(from)} -> ${String(to)}`);
    return `${reports.join(' -> ')}: ${change} ${how}${changes.join('')}`;
  }

  /** How many decisions on a report there are. */
  versionOf(report: string): number {
    const stream = `report-${this.report(report).reportId}`;
    return this.events.filter((event) => event.stream === stream).length;
  }

  private name = (reportId: string): string => this.names.get(reportId) ?? reportId;

  private report(name: string): { reportId: string; articleId: string } {
    const [reportId] = [...this.names].find(([, known]) => known === name) ?? [];
    const [article = ''] = name.split(/[ .]/);
    const [articleId] = [...this.articleIds].find(([, known]) => known === article) ?? [];
    if (reportId === undefined || articleId === undefined) throw new Error(`No report is called ${name}`);
    return { reportId, articleId };
  }

  private claimOf(name: string): string {
    const { reportId } = this.report(name);
    const found = this.timelines.find(({ entries }) => entries.some((entry) => entry.reportId === reportId));
    if (!found) throw new Error(`No claim has ${name}`);
    return found.id;
  }
}

/** A story told to its end, and where the log ended then: after the article or the decision ("decision 1") of that name. */
export interface StoryTold {
  readonly told: ToldStory;
  readonly endedAt: ReadonlyMap<string, string>;
}

/** Tells all of a story in the given order of its articles, lets processes settle, then lets the editor decide. */
export async function tellStory(
  world: StoryWorld,
  workspace: string,
  { articles, decisions, expected }: Story,
): Promise<StoryTold> {
  const endedAt = new Map<string, string>();
  const settle = async (name: string): Promise<void> => {
    await world.settle(workspace);
    endedAt.set(name, String(await world.store.head(workspace)));
  };
  const asked = new Set(expected.recordedBy?.map(({ after }) => after));
  for (const article of articles) {
    await world.tell(workspace, article);
    if (asked.has(article.id)) await settle(article.id);
  }
  await world.settle(workspace);
  const refused: string[] = [];
  let [before, now] = [null, await ToldStory.read(world, workspace)] as [ToldStory | null, ToldStory];
  for (const [at, decision] of decisions.entries()) {
    const seen = decision.atOnce && 'report' in decision ? before?.versionOf(decision.report) : undefined;
    const refusal = await world.decide(workspace, now.decision(decision), decision.by, seen);
    if (refusal !== null) refused.push(refusal);
    await settle(`decision ${at + 1}`);
    [before, now] = [now, await ToldStory.read(world, workspace, {}, refused)];
  }
  return { told: now, endedAt };
}

/** Expectations in the order in which a told story gives its claims. */
export const inOrder = ({ claims, clusters, refused = [] }: ExpectedStory) => ({
  clusters,
  refused,
  claims: claims.map((claim) => ({ otherRelations: [], ...claim })).sort(byFirstLine),
});

const byFirstLine = (a: ExpectedClaim, b: ExpectedClaim): number =>
  (a.timeline[0] ?? '') < (b.timeline[0] ?? '') ? -1 : 1;

async function readTimelines(
  world: StoryWorld,
  workspace: string,
  asOf: AsOfRequest,
): Promise<ClaimTimeline[]> {
  const views = new ViewsReader(world.test.database.reader);
  const cards = new FindClaimCardsHandler(views, new Gazetteer(views), world.store);
  const timelines = new GetClaimTimelineHandler(views, world.store);
  const { items, hasNextPage } = await cards.execute(new FindClaimCards({ workspace, asOf, first: 200 }));
  if (hasNextPage) throw new Error('A story has no more than 200 claims');
  const read = items.map(({ id }) => timelines.execute(new GetClaimTimeline(workspace, id, asOf)));
  return (await Promise.all(read)).filter((timeline) => timeline !== null);
}

/** Articles by the name that ends their address. */
function articleNames(events: readonly StoredEvent[]): Map<string, string> {
  const ingested = events.filter(({ type }) => type === 'ArticleIngested');
  return new Map(
    ingested.map(({ data }) => {
      const { articleId, url } = data as { articleId: string; url: string };
      return [articleId, url.slice(url.lastIndexOf('/') + 1)];
    }),
  );
}

/** "a3 killed 20", "d1.2 killed 60" of a second text, 'e1 said "The dam at Brenner"'. */
function reportNames(
  events: readonly StoredEvent[],
  articles: ReadonlyMap<string, string>,
): Map<string, string> {
  const names = new Map<string, string>();
  for (const { type, data } of events) {
    if (!['FigureReported', 'StatementMade', 'ClaimRecorded'].includes(type)) continue;
    const report = data as FigureReported | StatementMade | ClaimRecorded;
    const article = articles.get(report.articleId) ?? '';
    const text = report.revision === 1 ? article : `${article}.${report.revision}`;
    names.set(report.reportId, `${text} ${factOf(type, report)}`);
  }
  return names;
}

function factOf(type: string, report: FigureReported | StatementMade | ClaimRecorded): string {
  if ('metric' in report) return `${report.metric} ${report.value ?? report.quantifier}`;
  const verb = type === 'StatementMade' ? 'said' : report.polarity === 'denied' ? 'denies' : 'claims';
  const words = 'proposition' in report ? report.proposition : report.quote.exact;
  return `${verb} "${words.split(/\s+/).slice(0, 4).join(' ')}"`;
}
