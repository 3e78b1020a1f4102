import type { ClaimRecorded, ReportSuperseded } from '#domain';
import { extractArticle, type Extraction } from '#extraction';
import type { ArticleReading } from '#reading';
import { NO_ARTICLE } from '../article/article-stream.js';
import { reportEvents } from '../ingest-article/report-events.js';
import { isReport, type ReadReport } from './compare-reports.js';
import { decideReextraction } from './decide-reextraction.js';
import type { StandingReading } from './standing-reading.js';

const TEXT = `At least 40 people were killed in Norvale on Monday, Mayor Ada Brill said.
Several activists claimed soldiers had opened the dam but the army denied the claims.`;
const ARTICLE = { articleId: '8f6f8b1e-5d0a-4d7e-9a53-0f1f6f8a1c11', revision: 1, outlet: null, text: TEXT };

const extraction = extractArticle({ text: TEXT, publishedAt: '2031-05-14' });
const readingOf = (change: Partial<Extraction> = {}): ArticleReading => ({
  language: 'en',
  notExtracted: null,
  extraction: { ...extraction, ...change, extractorVersion: '9' },
});
const standing = (): StandingReading => ({
  state: { ...NO_ARTICLE, version: 5, revision: 1 },
  text: TEXT,
  headlineFirst: false,
  revision: 1,
  reports: reportEvents(ARTICLE, extraction).filter(isReport),
  readings: 1,
  lastReading: null,
});

describe('decideReextraction', () => {
  it('records nothing where nothing is read otherwise', () => {
    expect(decideReextraction(ARTICLE, standing(), readingOf()).events).toEqual([]);
  });

  it('supersedes a report that is read otherwise, by one with an id of its own', () => {
    const figures = extraction.figures.map((figure) => ({ ...figure, value: 41 }));
    const { events } = decideReextraction(ARTICLE, standing(), readingOf({ figures }));
    expect(events.map(({ type }) => type)).toEqual([
      'ReportSuperseded',
      'FigureReported',
      'ExtractionCompleted',
    ]);
    const [superseded, figure] = events as unknown as [{ data: ReportSuperseded }, ReadReport];
    expect(superseded.data).toMatchObject({
      reportId: standing().reports[0]?.data.reportId,
      supersededBy: figure.data.reportId,
      changed: ['value'],
      extractorVersion: '9',
    });
    expect(figure.data.reportId).not.toBe(superseded.data.reportId);
  });

  it('gives the same ids when it is decided again', () => {
    const again = () => decideReextraction(ARTICLE, standing(), readingOf({ figures: [] })).events;
    expect(again()).toEqual(again());
  });

  it('supersedes what is no longer read by nothing, and adds what is new', () => {
    const before = { ...standing(), reports: standing().reports.slice(1) };
    const { events, difference } = decideReextraction(ARTICLE, before, readingOf({ statements: [] }));
    expect(difference.added).toHaveLength(1);
    expect(difference.removed.every(({ type }) => type === 'StatementMade')).toBe(true);
    const gone = events.filter(({ type }) => type === 'ReportSuperseded');
    expect(gone.map(({ data }) => (data as ReportSuperseded).supersededBy)).toEqual(gone.map(() => null));
  });

  it('lets a new denial answer the claim that is kept', () => {
    const claims = extraction.claims.map((claim) =>
      claim.polarity === 'denied' ? { ...claim, hedge: 'allegedly' } : claim,
    );
    const { events } = decideReextraction(ARTICLE, standing(), readingOf({ claims }));
    const denial = events.find(({ type }) => type === 'ClaimRecorded') as { data: ClaimRecorded };
    const kept = standing().reports.find(({ data }) => 'proposition' in data && data.polarity === 'asserted');
    expect(denial.data.answers).toBe(kept?.data.reportId);
  });

  it('records a denial anew where the claim it answers is', () => {
    const claims = extraction.claims.map((claim) =>
      claim.polarity === 'asserted' ? { ...claim, hedge: 'allegedly' } : claim,
    );
    const { difference, events } = decideReextraction(ARTICLE, standing(), readingOf({ claims }));
    expect(difference.changed.map(({ fields }) => fields)).toEqual([['hedge'], ['answers']]);
    const recorded = events.filter(({ type }) => type === 'ClaimRecorded') as { data: ClaimRecorded }[];
    expect(recorded[1]?.data.answers).toBe(recorded[0]?.data.reportId);
  });
});
