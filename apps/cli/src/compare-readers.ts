import { isDeepStrictEqual } from 'node:util';
import { CodePointIndex, foldName } from '#domain';
import type { Extraction } from '#extraction';
import { compareReports, isReport, reportEvents, type MatchedReport, type ReadReport } from '#ingestion';
import type { LlmReader } from '#llm-reader';
import { deterministicId } from '#platform';
import type { ArticleReader, ArticleToRead } from '#reading';

const KINDS = { FigureReported: 'figure', StatementMade: 'statement', ClaimRecorded: 'claim' } as const;

/** What rules and model read of one article, side by side. All offsets are UTF-16. */
export interface ReadersCompared {
  readonly id: string;
  readonly agreed: readonly object[];
  /** Read by both, with the fields that differ. */
  readonly different: readonly object[];
  readonly onlyRules: readonly object[];
  readonly onlyLlm: readonly object[];
  /** What the model proposed and the article does not bear out. */
  readonly refused: readonly object[];
  readonly tokens: number;
}

/** @throws {LlmError} the model could not be used */
export async function compareReaders(
  article: ArticleToRead & { readonly id: string },
  rules: ArticleReader,
  model: LlmReader,
): Promise<ReadersCompared> {
  const byRules = await rules.read(article);
  const nothing = { extraction: byRules.extraction, refused: [], tokens: 0 };
  const byModel = byRules.notExtracted ? nothing : await model.read(article);
  const difference = compareReports(
    reportsOf(article, byRules.extraction),
    reportsOf(article, byModel.extraction),
  );
  const changed = difference.changed.map(withoutLikeNames);
  const agreed = [...difference.kept, ...changed.filter(({ fields }) => fields.length === 0)];
  const index = new CodePointIndex(article.text);
  const item = (report: ReadReport) => describe(report, index);
  return {
    id: article.id,
    agreed: agreed.map(({ before }) => item(before)),
    different: changed
      .filter(({ fields }) => fields.length > 0)
      .map((match) => ({ ...item(match.before), fields: fieldsOf(match) })),
    onlyRules: difference.removed.map(item),
    onlyLlm: difference.added.map(item),
    refused: byModel.refused,
    tokens: byModel.tokens,
  };
}

/** Two readers who write a source otherwise ("the governor", "Governor") mean the same one. */
function withoutLikeNames(match: MatchedReport): MatchedReport {
  const { before, after, fields } = match;
  return isDeepStrictEqual(sourcesOf(before), sourcesOf(after))
    ? { ...match, fields: fields.filter((field) => field !== 'attribution') }
    : match;
}

const sourcesOf = ({ data }: ReadReport): readonly object[] =>
  data.attribution.map(({ name, role, kind, verb }) => ({
    name: foldName(name),
    role: role ? foldName(role) : null,
    kind,
    verb: verb.toLowerCase(),
  }));

function reportsOf({ id, text }: { readonly id: string; readonly text: string }, extraction: Extraction) {
  const article = { articleId: deterministicId('article', id), revision: 1, outlet: null, text };
  return reportEvents(article, extraction).filter(isReport);
}

function describe({ type, data: { quote, rule } }: ReadReport, index: CodePointIndex): object {
  const [start, end] = [index.toUtf16(quote.start), index.toUtf16(quote.end)];
  return { kind: KINDS[type], quote: quote.exact, start, end, rule };
}

function fieldsOf({ before, after, fields }: MatchedReport): object {
  const value = ({ data }: ReadReport, field: string): unknown =>
    (data as unknown as Record<string, unknown>)[field] ?? null;
  return Object.fromEntries(
    fields.map((field) => [field, { rules: value(before, field), llm: value(after, field) }]),
  );
}
