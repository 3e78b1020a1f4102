import { ArticleNotFound } from '../errors.js';
import type { EraseArticle, EraseArticleResult } from './erase-article.command.js';
import { ClaimStreams } from './claim-streams.js';
import { eraseStream, readErasable, type ErasureTools } from './erase-stream.js';
import { countByType, erasable } from './plan-erasure.js';

const NOTHING = { assertedAt: null, events: [] };

/** Operators' work, so no provider of the API: it acts with the rights of the log's owner. */
export class EraseArticleHandler {
  constructor(private readonly tools: ErasureTools) {}

  /** What would be erased: events by type. @throws {ArticleNotFound} */
  async preview({ workspace, articleId }: EraseArticle): Promise<Readonly<Record<string, number>>> {
    const { reader } = this.tools;
    const claims = new ClaimStreams(reader, workspace);
    const plan = await readErasable(reader, workspace, articleId, claims);
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
    const claims = new ClaimStreams(this.tools.reader, command.workspace);
    const at = { workspace: command.workspace, actor: command.actor, articleId, claims };
    const { plan, result } = await eraseStream(this.tools, at, order, () => Promise.resolve(NOTHING));
    if (plan.version === 0) throw new ArticleNotFound(articleId);
    if (!result) return { outcome: 'already_erased', articleId, erased: 0, erasureSeq: null };
    return { outcome: 'erased', articleId, erased: result.erased, erasureSeq: result.erasureSeq };
  }
}
