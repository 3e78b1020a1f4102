import { ArticleNotFound } from '../errors.js';
import type { EraseArticle, EraseArticleResult } from './erase-article.command.js';
import { eraseStream, readErasable, type ErasureTools } from './erase-stream.js';
import { countByType, erasable } from './plan-erasure.js';

const NOTHING = { publishedAt: null, events: [] };

/** Operators' work, so no provider of the API: it acts with the rights of the log's owner. */
export class EraseArticleHandler {
  constructor(private readonly tools: ErasureTools) {}

  /** What would be erased: events by type. @throws {ArticleNotFound} */
  async preview({ workspace, articleId }: EraseArticle): Promise<Readonly<Record<string, number>>> {
    const plan = await readErasable(this.tools.reader, workspace, articleId);
    if (plan.version === 0) throw new ArticleNotFound(articleId);
    return countByType(erasable(plan));
  }

  /**
   * @throws {ArticleNotFound}
   * @throws {WrongExpectedVersion} others changed the article on every attempt
   * @throws {ErasureNotSealed} no worker sealed the log
   */
  async execute(command: EraseArticle): Promise<EraseArticleResult> {
    const { articleId, reason, legalBasis } = command;
    const order = { subject: 'article', reason, legalBasis } as const;
    const { plan, result } = await eraseStream(this.tools, command, order, () => Promise.resolve(NOTHING));
    if (plan.version === 0) throw new ArticleNotFound(articleId);
    if (!result) return { outcome: 'already_erased', articleId, erased: 0, erasureSeq: null };
    return { outcome: 'erased', articleId, erased: result.erased, erasureSeq: result.erasureSeq };
  }
}
