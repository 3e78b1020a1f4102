import { Command } from '@nestjs/cqrs';

export interface WithdrawArticleResult {
  readonly outcome: 'withdrawn' | 'already_withdrawn';
  readonly articleId: string;
  readonly lastSeq: bigint | null;
}

/** Say that an article is no longer to be relied on. Its reports stay in the log; views leave them out unless asked. */
export class WithdrawArticle extends Command<WithdrawArticleResult> {
  constructor(
    readonly workspace: string,
    readonly actor: string,
    readonly articleId: string,
    readonly reason: string,
  ) {
    super();
  }
}
