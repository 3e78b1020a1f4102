import { Command } from '@nestjs/cqrs';

export interface EraseArticleResult {
  readonly outcome: 'erased' | 'already_erased';
  readonly articleId: string;
  /** Events whose data is gone. */
  readonly erased: number;
  /** Position of the event that says so; null where there was nothing left to erase. */
  readonly erasureSeq: bigint | null;
}

/** Erase all data of an article by law: its texts, titles and reports. The events stay, without words. */
export class EraseArticle extends Command<EraseArticleResult> {
  constructor(
    readonly workspace: string,
    readonly actor: string,
    readonly articleId: string,
    /** In words, naming nobody: it stays for good. */
    readonly reason: string,
    readonly legalBasis: string | null = null,
  ) {
    super();
  }
}
