import { buildEvent, CodePointIndex, toSeqRanges, type AttributionLink, type EventData } from '#domain';
import type { EventAppender, ExpectedVersion, NewEvent } from '#event-store';
import { deterministicId } from '#platform';

/** An invented article: what it says is written here by hand, so that tests of the log and the views need no reader. */
export interface InventedArticle {
  readonly name: string;
  readonly outlet?: string;
  readonly publishedAt: string;
  readonly text: string;
  readonly figures?: readonly InventedFigure[];
  readonly statements?: readonly { readonly quote: string; readonly speaker: string }[];
  readonly claims?: readonly { readonly quote: string; readonly answers?: string }[];
}

export interface InventedFigure extends Partial<EventData<'FigureReported'>> {
  readonly words: string;
  readonly speaker?: string;
}

export const WORKSPACE = 'test';

/** The events that reading one revision of the article gives. */
export function eventsOf(article: InventedArticle, revision = 1): NewEvent[] {
  const articleId = articleIdOf(article.name);
  const index = new CodePointIndex(article.text);
  const spanOf = (words: string) => {
    const start = article.text.indexOf(words);
    if (start < 0) throw new Error(`"${words}" does not stand in the text of ${article.name}`);
    return index.spanOf({ start, end: start + words.length });
  };
  const report = (kind: string, words: string, speaker?: string) => ({
    reportId: reportIdOf(article.name, revision, kind, words),
    articleId,
    revision,
    quote: spanOf(words),
    sentence: index.spanOf({ start: 0, end: article.text.length }),
    attribution: chainOf(article.outlet, speaker),
    rule: 'by-hand',
  });
  const figures = (article.figures ?? []).map(({ words, speaker, ...fields }) =>
    buildEvent('FigureReported', { ...PLAIN_FIGURE, ...report('figure', words, speaker), ...fields }),
  );
  const statements = (article.statements ?? []).map(({ quote, speaker }) =>
    buildEvent('StatementMade', {
      ...PLAIN_STATEMENT,
      ...report('statement', quote, speaker),
      pieces: [spanOf(quote)],
    }),
  );
  const claims = (article.claims ?? []).map(({ quote, answers }) =>
    buildEvent('ClaimRecorded', {
      ...report('claim', quote),
      polarity: answers ? 'denied' : 'asserted',
      proposition: quote,
      attributionMode: 'none',
      hedge: null,
      cue: null,
      answers: answers ? reportIdOf(article.name, revision, 'claim', answers) : null,
    }),
  );
  const completed = buildEvent('ExtractionCompleted', {
    articleId,
    revision,
    extractor: 'by-hand',
    extractorVersion: '1',
    figures: figures.length,
    statements: statements.length,
    claims: claims.length,
    language: 'en',
    notExtracted: null,
  });
  return [textEvent(article, revision), ...figures, ...statements, ...claims, completed].map((event) => ({
    ...event,
    occurredAt: article.publishedAt,
  }));
}

export const withdrawalOf = (article: InventedArticle): NewEvent =>
  buildEvent('ArticleWithdrawn', { articleId: articleIdOf(article.name), reason: 'invented' });

/** A later reading finds nothing at these words of the article. */
export const supersedingOf = (
  { name }: Pick<InventedArticle, 'name'>,
  kind: 'figure' | 'statement' | 'claim',
  words: string,
  revision = 1,
): NewEvent =>
  buildEvent('ReportSuperseded', {
    reportId: reportIdOf(name, revision, kind, words),
    articleId: articleIdOf(name),
    revision,
    supersededBy: null,
    changed: [],
    extractor: 'by-hand',
    extractorVersion: '2',
  });

/** Another text that differs by nothing that reports: those of the one before stand. */
export const trivialEditOf = (article: InventedArticle, revision = 2): NewEvent => ({
  ...textEvent(article, revision, true),
  occurredAt: article.publishedAt,
});

/** Another title of the text that stands. */
export const retitlingOf = (article: InventedArticle, revision = 1): NewEvent =>
  buildEvent('ArticleMetadataChanged', {
    ...descriptionOf(article, revision),
    title: `${article.name}, retitled`,
    changed: ['title'],
  });

/** What says that events of the article were erased; whoever appends it erases them. */
export const erasureOf = (
  article: Pick<InventedArticle, 'name'>,
  seqs: readonly bigint[],
  revision = 1,
): NewEvent =>
  buildEvent('ErasureRecorded', {
    articleId: articleIdOf(article.name),
    subject: 'article',
    revision,
    seqs: toSeqRanges(seqs.map(Number)),
    recordedAgain: false,
    reason: 'invented',
    legalBasis: null,
  });

export async function append(
  store: EventAppender,
  article: InventedArticle,
  events: readonly NewEvent[],
  expectedVersion: ExpectedVersion = 'any',
): Promise<void> {
  const streams = [{ stream: `article-${articleIdOf(article.name)}`, expectedVersion, events }];
  await store.append({ workspace: WORKSPACE, actor: 'test', streams });
}

export const articleIdOf = (name: string): string => deterministicId('article', name);

export const reportIdOf = (name: string, revision: number, kind: string, words: string): string =>
  deterministicId('report', name, revision, kind, words);

function textEvent(article: InventedArticle, revision: number, keepsReports = false) {
  const text = {
    ...descriptionOf(article, revision),
    text: article.text,
    textSha256: revision.toString(16).padStart(64, '0'),
  };
  return revision === 1
    ? buildEvent('ArticleIngested', { ...text, sourceKey: `id:${article.name}` })
    : buildEvent('ArticleRevised', { ...text, previousTextSha256: '0'.repeat(64), keepsReports });
}

const descriptionOf = (article: InventedArticle, revision: number) => ({
  articleId: articleIdOf(article.name),
  revision,
  url: null,
  outlet: article.outlet ?? null,
  title: article.name,
  byline: null,
  language: 'en',
  publishedAt: article.publishedAt,
});

export function chainOf(outlet?: string, speaker?: string): AttributionLink[] {
  const publisher = outlet
    ? [{ name: outlet, role: null, kind: 'publisher' as const, verb: 'publishes', span: null }]
    : [];
  const said = speaker
    ? [{ name: speaker, role: null, kind: 'person' as const, verb: 'said', span: null }]
    : [];
  return [...publisher, ...said];
}

const PLAIN_FIGURE = {
  metric: 'displaced',
  measure: 'flow',
  term: null,
  category: null,
  value: 10,
  max: null,
  quantifier: 'exact',
  unit: 'person',
  unitText: 'people',
  population: null,
  status: 'reported',
  cause: null,
  places: [{ text: 'Westhaven', role: 'origin', span: null }],
  period: null,
  asOf: null,
} as const satisfies Partial<EventData<'FigureReported'>> as unknown as EventData<'FigureReported'>;

const PLAIN_STATEMENT = {
  form: 'direct',
  act: 'asserts',
  polarity: 'asserted',
  attributionMode: 'explicit',
  cue: null,
  utteredOn: null,
} as const satisfies Partial<EventData<'StatementMade'>> as unknown as EventData<'StatementMade'>;
