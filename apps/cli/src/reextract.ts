import { once } from 'node:events';
import type { Writable } from 'node:stream';
import { isErased, type ArticleIngested } from '#domain';
import {
  ReextractArticle,
  ReextractArticleHandler,
  type MatchedReport,
  type ReadReport,
  type ReextractArticleResult,
} from '#ingestion';
import { openConfiguredReader } from '#llm-reader';
import { withLog, type OpenLog } from './open-log.js';

const ACTOR = 'cli';
const PAGE = 1_000;
const LONGEST_QUOTE = 70;

interface ReextractOptions {
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

interface Tally {
  articles: number;
  unread: number;
  kept: number;
  changed: number;
  added: number;
  removed: number;
}

/** `claimtrail reextract`: reads the newest text of articles once more, and shows or records what is read otherwise. */
export async function reextract(
  articleIds: readonly string[],
  { dryRun = false, json = false }: ReextractOptions,
  output: Writable,
): Promise<void> {
  await withLog(async (log) => {
    const articles = await openConfiguredReader(log.config);
    const handler = new ReextractArticleHandler(log.store, log.store, articles);
    const tally: Tally = { articles: 0, unread: 0, kept: 0, changed: 0, added: 0, removed: 0 };
    try {
      for await (const id of articleIds.length > 0 ? articleIds : allArticles(log)) {
        const result = await handler.execute(new ReextractArticle(log.config.workspace, ACTOR, id, dryRun));
        add(tally, result);
        const text = json ? `${JSON.stringify(asJson(result))}\n` : describe(result);
        if (text !== '' && !output.write(text)) await once(output, 'drain');
      }
    } finally {
      await articles.close();
    }
    if (!json) output.write(`${summary(tally, dryRun)}\n`);
  });
}

/** In the order they came first; what is ingested meanwhile was read by this reader. */
async function* allArticles({ store, config: { workspace } }: OpenLog): AsyncGenerator<string> {
  const head = await store.head(workspace);
  for (let afterSeq = 0n; ;) {
    const page = await store.readAll(workspace, { afterSeq, limit: PAGE, types: ['ArticleIngested'] });
    for (const { seq, data } of page) {
      if (seq <= head && !isErased(data)) yield (data as ArticleIngested).articleId;
    }
    const last = page.at(-1);
    if (!last || last.seq > head) return;
    afterSeq = last.seq;
  }
}

function add(tally: Tally, { outcome, difference }: ReextractArticleResult): void {
  tally.articles += 1;
  if (outcome === 'unread') tally.unread += 1;
  for (const list of ['kept', 'changed', 'added', 'removed'] as const) tally[list] += difference[list].length;
}

function describe({ outcome, articleId, title, before, after, difference }: ReextractArticleResult): string {
  if (outcome !== 'reextracted') return '';
  const { kept, changed, added, removed } = difference;
  const lines = [
    `${articleId}  ${title ?? '(no title)'}  ${version(before)} -> ${version(after)}  kept ${kept.length}`,
    ...changed.map((match) => `  ~ ${label(match.after)}  ${changes(match)}`),
    ...added.map((report) => `  + ${label(report)}`),
    ...removed.map((report) => `  - ${label(report)}`),
  ];
  return `${lines.join('\n')}\n`;
}

const version = (reader: ReextractArticleResult['before']): string =>
  reader ? `${reader.extractor} ${reader.extractorVersion}` : 'unread';

function label({ type, data }: ReadReport): string {
  const figure = type === 'FigureReported' ? ` ${data.metric}` : '';
  const { exact } = data.quote;
  const words = exact.length > LONGEST_QUOTE ? `${exact.slice(0, LONGEST_QUOTE)}…` : exact;
  return `${type}${figure} ${JSON.stringify(words)}`;
}

/** Short values beside each other, long ones by name. */
function changes({ before, after, fields }: MatchedReport): string {
  return fields.map((field) => `${field}: ${shown(before, field)} -> ${shown(after, field)}`).join('; ');
}

function shown({ data }: ReadReport, field: string): string {
  const text = JSON.stringify((data as unknown as Record<string, unknown>)[field] ?? null);
  return text.length > 40 ? '…' : text;
}

function asJson({ difference, lastSeq, ...result }: ReextractArticleResult): object {
  const { kept, changed, added, removed } = difference;
  const report = ({ type, data }: ReadReport) => ({ type, ...data });
  return {
    ...result,
    lastSeq: lastSeq?.toString() ?? null,
    kept: kept.length,
    changed: changed.map(({ before, after, fields }) => ({
      fields,
      before: report(before),
      after: report(after),
    })),
    added: added.map(report),
    removed: removed.map(report),
  };
}

function summary({ articles, unread, kept, changed, added, removed }: Tally, dryRun: boolean): string {
  const counts = `${articles} articles: ${kept} reports kept, ${changed} changed, ${added} added, ${removed} no longer read`;
  const left = unread > 0 ? `, ${unread} articles withdrawn or erased` : '';
  return `${counts}${left}.${dryRun ? ' Nothing was recorded: this was a dry run.' : ''}`;
}
