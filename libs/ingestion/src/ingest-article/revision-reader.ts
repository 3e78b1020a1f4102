import type { EventReader } from '#event-store';
import type { ArticleReader } from '#reading';
import { hasHeadlineFirst } from '../article/article-making.js';
import { articleStream, type ArticleState } from '../article/article-stream.js';
import { compareReports, isReport, type ReadReport } from '../reextract-article/compare-reports.js';
import { standingReading, type StandingReading } from '../reextract-article/standing-reading.js';
import { bodyOf, headlineCame } from './added-headline.js';
import { articleOf, type ReadSubmission } from './decide-ingestion.js';
import { eachReportEvent, reportEvents } from './report-events.js';
import type { ReadAgain } from './revise-text.js';
import { collectUnhurried } from './unhurried.js';

/** Whether an article is known by another text than the one that came. */
export const isAnotherText = ({ textSha256 }: ArticleState, read: ReadSubmission): boolean =>
  textSha256 !== null && textSha256 !== read.textSha256;

/** How the new text came in: what made it, and whether somebody named its article, and so wants it on record as it is. */
interface NewText {
  readonly making: unknown;
  readonly named: boolean;
}

/** Brings what a new text of an article is compared with. */
export class RevisionReader {
  constructor(
    private readonly events: EventReader,
    private readonly articles: ArticleReader,
  ) {}

  /** The article's state, and both texts as one reader reads them; no reading where nothing of the article stands. */
  async readAgain(
    workspace: string,
    read: ReadSubmission,
    { making, named }: NewText,
  ): Promise<{ readonly state: ArticleState; readonly again: ReadAgain | null }> {
    const standing = await standingReading(this.events.readStream(workspace, articleStream(read.articleId)));
    const { state, text } = standing;
    if (text === null || !isAnotherText(state, read)) return { state, again: null };
    const built = await collectUnhurried(
      eachReportEvent(articleOf(read, state.revision + 1), read.reading.extraction),
    );
    const before = {
      title: state.metadata.title,
      text,
      reports: await this.readByThisReader(standing, read),
    };
    const ids = new Set(standing.reports.map(({ data }) => data.reportId));
    const reports = built.filter(isReport);
    const came = hasHeadlineFirst(making) && headlineCame(standing, read);
    const compared = came ? bodyOf(read.submission.text, reports) : { text: read.submission.text, reports };
    return { state, again: { before, standing: ids, reports, compared, wanted: came && named } };
  }

  /**
   * The standing reports; where another version of the reader gave them, the old text as this one reads it, under the ids of the
   * standing reports, so that what the reader learned since is not taken for an edit.
   */
  private async readByThisReader(
    { text, revision, readings, reports, state: { metadata }, lastReading }: StandingReading,
    { articleId, reading: { extraction } }: ReadSubmission,
  ): Promise<readonly ReadReport[]> {
    const isSame =
      lastReading?.extractor === extraction.extractor &&
      lastReading.extractorVersion === extraction.extractorVersion;
    if (isSame || text === null) return reports;
    const again = await this.articles.read({ text, ...metadata });
    const article = { articleId, revision, outlet: metadata.outlet, text, reading: readings + 1 };
    const fresh = reportEvents(article, again.extraction).filter(isReport);
    const { kept, changed } = compareReports(reports, fresh);
    const standingIds = new Map(
      [...kept, ...changed].map(({ before, after }) => [after.data.reportId, before.data.reportId]),
    );
    return fresh.map((report) => withId(report, standingIds.get(report.data.reportId)));
  }
}

const withId = (report: ReadReport, reportId = report.data.reportId): ReadReport =>
  ({ ...report, data: { ...report.data, reportId } }) as ReadReport;
