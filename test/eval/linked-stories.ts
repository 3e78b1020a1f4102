import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FigureReported } from '#domain';
import { openEventStore, type EventReader } from '#event-store';
import { gazetteerMigrations, importPlaces } from '#gazetteer';
import { IngestArticle, IngestArticleHandler, parseSubmission } from '#ingestion';
import { catchUpLinking, linkingMigrations } from '#linking';
import { createLogger, loadConfig } from '#platform';
import { projectionMigrations } from '#projections';
import { openArticleReader } from '#reading';
import { liveDecisions, membershipOf, type LedgerDecision } from '#tracking';
import { STORY_PLACES } from './story-places.js';

const GOLD = join(import.meta.dirname, '../../../shared/gold/figures-dev.jsonl');
export const STORIES = ['aleppo-2016', 'derna-2023', 'greece-shipwreck-2023'] as const;

/** A figure of a story with the claim it was linked to. */
export interface LinkedFigure {
  /** Article of the gold and first code point of the figure's words: the same whatever the reader makes of it. */
  readonly key: string;
  readonly story: string;
  readonly publishedAt: string | null;
  readonly outlet: string | null;
  readonly figure: FigureReported;
  readonly claimId: string | null;
  readonly proposedTo: readonly string[];
}

interface GoldArticle {
  readonly id: string;
  readonly story: string;
  readonly text: string;
  readonly title?: string | null;
  readonly publisher?: string | null;
  readonly publishedAt?: string | null;
}

/** Ingests the stories into a database of their own, links them, and gives every figure with its claim. */
export async function linkStories(): Promise<LinkedFigure[]> {
  const dataDir = await mkdtemp(join(tmpdir(), 'claimtrail-links-'));
  const config = loadConfig({ CLAIMTRAIL_DATA_DIR: dataDir, CLAIMTRAIL_READER_THREADS: '0' });
  const logger = createLogger('warn');
  const migrations = [...projectionMigrations, ...gazetteerMigrations, ...linkingMigrations];
  const { database, store, close } = await openEventStore(config, migrations, logger);
  const reader = openArticleReader({ threads: 0, budgetMs: config.readingBudgetMs });
  try {
    await importPlaces(database.writer, STORY_PLACES);
    const articles = new Map<string, GoldArticle>();
    for (const article of storyArticles()) {
      const { id, text, title = null, publisher: outlet = null, publishedAt = null } = article;
      const body = parseSubmission({ id, text, title, outlet, publishedAt }, config.maxArticleCharacters);
      const { articleId } = await new IngestArticleHandler(store, store, reader).execute(
        new IngestArticle(config.workspace, 'eval', body),
      );
      articles.set(articleId, article);
    }
    await catchUpLinking({ workspace: config.workspace, database, store, logger });
    return await linkedFigures(store, config.workspace, articles);
  } finally {
    await reader.close();
    await close();
    await rm(dataDir, { recursive: true, force: true });
  }
}

function storyArticles(): GoldArticle[] {
  const lines = readFileSync(GOLD, 'utf8').split('\n').filter(Boolean);
  const articles = lines.map((line) => JSON.parse(line) as GoldArticle);
  return articles.filter(({ story }) => (STORIES as readonly string[]).includes(story));
}

async function linkedFigures(
  reader: EventReader,
  workspace: string,
  articles: ReadonlyMap<string, GoldArticle>,
): Promise<LinkedFigure[]> {
  const figures: FigureReported[] = [];
  const decisions: LedgerDecision[] = [];
  for await (const { events } of reader.readLog(workspace)) {
    for (const { type, seq, eventId, recordedAt, actor, data } of events) {
      if (type === 'FigureReported') figures.push(data as FigureReported);
      if (!/^(Report(Unl|L)ink|Claims|ClaimSplit)/.test(type)) continue;
      const decision = { type, seq: Number(seq), eventId, recordedAt: recordedAt.toISOString(), actor, data };
      decisions.push(decision as LedgerDecision);
    }
  }
  const { claimOf } = membershipOf(liveDecisions(decisions));
  const proposals = decisions.flatMap(({ type, data }) => (type === 'ReportLinkProposed' ? [data] : []));
  return figures.map((figure) => {
    const { id, story, publishedAt = null, publisher: outlet = null } = articles.get(figure.articleId)!;
    const proposedTo = proposals
      .filter(({ reportId }) => reportId === figure.reportId)
      .map(({ claimId }) => claimId);
    const claimId = claimOf(figure.reportId) ?? null;
    return { key: `${id}#${figure.quote.start}`, story, publishedAt, outlet, figure, claimId, proposedTo };
  });
}
