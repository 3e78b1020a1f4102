import {
  ARTICLE_FORMATS,
  FormatReader,
  isAsItCame,
  type ArticleFormat,
  type FoundArticle,
  type Making,
} from '#article-formats';
import { InvalidFields } from '#domain';
import {
  IngestArticle,
  IngestArticleHandler,
  parseSubmission,
  type ArticleSubmission,
  type IngestArticleResult,
} from '#ingestion';
import { openConfiguredReader } from '#llm-reader';
import { defaultThreads, ReadAhead, type ArticleReader } from '#reading';
import { countInWords } from './count-in-words.js';
import { readArticleFile, type FileOptions } from './article-files.js';
import { asJson } from './as-json.js';
import { inOrder } from './in-order.js';
import { catchUpViews, withLog, type OpenLog } from './open-log.js';
import { refusal } from './refusal.js';

const ACTOR = 'cli';

/** What the options say of an article; it stands before what the file says. */
export interface Description {
  readonly id?: string;
  readonly url?: string;
  readonly outlet?: string;
  readonly title?: string;
  readonly byline?: string;
  readonly language?: string;
  readonly publishedAt?: string;
}

interface IngestOptions extends Description {
  readonly format?: string;
  readonly allowErased?: boolean;
  readonly titleFirst?: boolean;
  readonly json?: boolean;
}

/** How each article went is told: in lines, or as JSON. */
type Tell = (where: string | null, told: IngestedArticle | Error) => void;

interface IngestedArticle {
  readonly result: IngestArticleResult;
  readonly making: Making;
}

/** An article that is checked and read, ready to be recorded; or why it is none. `where` is null for a file as a whole. */
type Prepared =
  | { readonly where: string; readonly submission: ArticleSubmission; readonly making: Making }
  | { readonly where: string | null; readonly problem: Error };

/** `claimtrail ingest`: every article that can be read is recorded; what cannot is named, and the exit code is 1. */
export async function ingest(files: readonly string[], options: IngestOptions): Promise<void> {
  const { format, titleFirst, allowErased = false, json = false, ...described } = options;
  const tell = json ? tellAsJson : tellInLines;
  const known = checkFormat(format);
  refuseSharedIdentity(files, known, described);
  await withLog(async (log) => {
    const articles = new ReadAhead(await openConfiguredReader(log.config));
    const formats = new FormatReader();
    const tasks = preparations(files, { format: known, titleFirst, described }, formats, (found) =>
      prepare(log, articles, found),
    );
    let refused = 0;
    try {
      // They are read on several threads and recorded one after another: two texts of one article stay in their order.
      for await (const prepared of inOrder(tasks, 2 * (log.config.readerThreads ?? defaultThreads()) + 2))
        refused += (await record(log, articles, prepared, { allowErased, tell })) ? 0 : 1;
    } finally {
      await Promise.all([articles.close(), formats.close()]);
    }
    await catchUpViews(log);
    if (refused > 0) process.exitCode = 1;
  });
}

/** Records one submission: what every verb that takes articles calls. */
export async function ingestSubmission(
  { config, store }: OpenLog,
  reader: ArticleReader,
  body: unknown,
): Promise<IngestArticleResult> {
  const submission = parseSubmission(body, config.maxArticleCharacters);
  return new IngestArticleHandler(store, store, reader).execute(
    new IngestArticle(config.workspace, ACTOR, submission),
  );
}

/** A file that fails is a problem in its place; the files behind it are read. */
async function* preparations(
  files: readonly string[],
  options: FileOptions,
  reader: FormatReader,
  prepare: (found: FoundArticle) => Promise<Prepared>,
): AsyncIterable<() => Promise<Prepared>> {
  for (const file of files) {
    try {
      for await (const found of readArticleFile(file, reader, options)) yield () => prepare(found);
    } catch (error) {
      yield () => Promise.resolve({ where: null, problem: error as Error });
    }
  }
}

async function prepare({ config }: OpenLog, articles: ReadAhead, found: FoundArticle): Promise<Prepared> {
  if ('problem' in found) return found;
  const { where, body, making } = found;
  try {
    const submission = parseSubmission(body, config.maxArticleCharacters);
    await articles.begin(submission);
    return { where, submission, making };
  } catch (error) {
    return { where, problem: error as Error };
  }
}

/** True where the article is in the log now. */
async function record(
  { config, store }: OpenLog,
  articles: ArticleReader,
  prepared: Prepared,
  { allowErased, tell }: { readonly allowErased: boolean; readonly tell: Tell },
): Promise<boolean> {
  if ('problem' in prepared) {
    tell(prepared.where, prepared.problem);
    return false;
  }
  const { where, submission, making } = prepared;
  const made = isAsItCame(making) ? null : { ...making };
  const command = new IngestArticle(config.workspace, ACTOR, submission, undefined, allowErased, made);
  try {
    const result = await new IngestArticleHandler(store, store, articles).execute(command);
    tell(where, { result, making });
    return true;
  } catch (error) {
    tell(where, error as Error);
    return false;
  }
}

/** What was refused stands on standard error. */
const tellInLines: Tell = (where, told) => {
  if (!(told instanceof Error)) {
    process.stdout.write(`${where}: ${describe(told.result)}${describeNotes(told.making)}\n`);
    return;
  }
  process.stderr.write(`${refusal(where, told)}\n`);
};

/** What was refused stands on standard error too, in words. */
const tellAsJson: Tell = (where, told) => {
  if (told instanceof Error) {
    tellInLines(where, told);
    const { code, message } = told as Error & { readonly code?: string };
    process.stdout.write(`${asJson({ where, outcome: 'refused', problem: { code, message } })}\n`);
  } else process.stdout.write(`${asJson({ where, ...told.result, ...told.making })}\n`);
};

function describe(result: IngestArticleResult): string {
  const { outcome, articleId, revision, figures, statements, claims, language, notExtracted } = result;
  const found = notExtracted
    ? `not extracted (${notExtracted}, ${language})`
    : [
        countInWords(figures, 'figure'),
        countInWords(statements, 'statement'),
        countInWords(claims, 'claim'),
      ].join(', ');
  return `${outcome} ${articleId} revision ${revision}: ${found}`;
}

const describeNotes = ({ notes, summaryOnly }: Making): string =>
  [...(summaryOnly ? ['the feed gives its summary alone'] : []), ...notes]
    .map((note) => `; note: ${note}`)
    .join('');

function checkFormat(format: string | undefined): ArticleFormat | undefined {
  const known = ARTICLE_FORMATS.find((one) => one === format);
  if (format !== undefined && !known)
    throw new InvalidFields('ingest', { '--format': `must be one of ${ARTICLE_FORMATS.join(', ')}` });
  return known;
}

/** One id or address for several articles would make each a revision of the one before. */
function refuseSharedIdentity(
  files: readonly string[],
  format: ArticleFormat | undefined,
  { id, url }: Description,
): void {
  const several = /^(jsonl|feed|warc|reliefweb)$/;
  const endings = /\.(jsonl|ndjson|rss|atom|rdf|warc)(\.gz)?$/i;
  const severalArticles =
    files.length > 1 || several.test(format ?? '') || files.some((file) => endings.test(file));
  if (!severalArticles || (id === undefined && url === undefined)) return;
  const option = id === undefined ? '--url' : '--id';
  throw new InvalidFields('ingest', {
    [option]: 'names one article; give one .txt, .html or .json file with it',
  });
}
