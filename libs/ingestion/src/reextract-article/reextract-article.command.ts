import { Command } from '@nestjs/cqrs';
import type { ReadingDifference } from './compare-reports.js';

export interface ReextractArticleResult {
  /** unread: it was withdrawn or erased, so nothing of it is relied on. */
  readonly outcome: 'reextracted' | 'unchanged' | 'unread';
  readonly articleId: string;
  readonly title: string | null;
  /** Who read the reports that stood, and who read the text now. */
  readonly before: { readonly extractor: string; readonly extractorVersion: string } | null;
  readonly after: { readonly extractor: string; readonly extractorVersion: string } | null;
  readonly difference: ReadingDifference;
  /** Position of the last event; null where nothing was appended. */
  readonly lastSeq: bigint | null;
}

/** Read the newest text of an article once more, and record what is read otherwise now. */
export class ReextractArticle extends Command<ReextractArticleResult> {
  constructor(
    readonly workspace: string,
    readonly actor: string,
    readonly articleId: string,
    /** Show the difference, append nothing. */
    readonly dryRun = false,
  ) {
    super();
  }
}
