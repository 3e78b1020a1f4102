import {
  isErased,
  upcasterChains,
  type ArticleIngested,
  type ArticleRevised,
  type ClaimtrailEvent,
  type ExtractionCompleted,
  type ReportSuperseded,
} from '#domain';
import type { StoredEvent } from '#event-store';
import { hasHeadlineFirst } from '../article/article-making.js';
import { evolveArticle, NO_ARTICLE, type ArticleState } from '../article/article-stream.js';
import { isReport, type ReadReport } from './compare-reports.js';

/** What stands of an article: its text, and the reports that no later reading superseded. */
export interface StandingReading {
  readonly state: ArticleState;
  /** The text that the reports point into; null where there is none. A later one that differs by trivial edits alone is not read. */
  readonly text: string | null;
  /** Its making put the headline before it. */
  readonly headlineFirst: boolean;
  /** The revision of that text. */
  readonly revision: number;
  readonly reports: readonly ReadReport[];
  /** How often the text was read. */
  readonly readings: number;
  readonly lastReading: ExtractionCompleted | null;
}

const NOTHING: StandingReading = {
  state: NO_ARTICLE,
  text: null,
  headlineFirst: false,
  revision: 0,
  reports: [],
  readings: 0,
  lastReading: null,
};

/** Folds an article's stream, from its first event on. */
export async function standingReading(stream: AsyncIterable<StoredEvent>): Promise<StandingReading> {
  let standing = NOTHING;
  for await (const event of stream) standing = evolve(standing, upcasterChains.lift(event));
  return standing;
}

function evolve(before: StandingReading, event: StoredEvent): StandingReading {
  const standing = { ...before, state: evolveArticle(before.state, event) };
  if (isErased(event.data)) return standing;
  switch (event.type) {
    case 'ArticleIngested':
    case 'ArticleRevised': {
      const article = event.data as ArticleIngested | ArticleRevised;
      if ('keepsReports' in article && article.keepsReports) return standing;
      const { text, revision } = article;
      const headlineFirst = hasHeadlineFirst(event.meta['making']);
      return { ...NOTHING, state: standing.state, text, headlineFirst, revision };
    }
    case 'ErasureRecorded':
      return { ...NOTHING, state: standing.state };
    case 'ExtractionCompleted':
      return {
        ...standing,
        readings: standing.readings + 1,
        lastReading: event.data as ExtractionCompleted,
      };
    case 'ReportSuperseded': {
      const { reportId } = event.data as ReportSuperseded;
      return { ...standing, reports: standing.reports.filter(({ data }) => data.reportId !== reportId) };
    }
    default: {
      const report = {
        type: event.type,
        schemaVersion: event.schemaVersion,
        data: event.data,
      } as ClaimtrailEvent;
      return isReport(report) ? { ...standing, reports: [...standing.reports, report] } : standing;
    }
  }
}
