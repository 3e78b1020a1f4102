import { isErased, isInRanges } from '#domain';
import type { ListedErasure } from '#event-store';
import { articleStream } from '../article/article-stream.js';
import { ClaimStreams } from '../erase-article/claim-streams.js';
import { eraseStream, type ErasureTools } from '../erase-article/erase-stream.js';

const ARTICLES = articleStream('');
const NOTHING = { assertedAt: null, events: [] };

/** Makes an erasure again in a log that was restored from a backup older than it. */
export class EraseAgainHandler {
  private readonly claims = new Map<string, ClaimStreams>();

  constructor(private readonly tools: ErasureTools) {}

  /**
   * Gives the position of the event that says so; null where nothing of what was erased stands in this log. A position says nothing by
   * itself, so the events must be of the stream that the list names. What was decided on a report is erased with its article.
   */
  async execute({ workspace, stream, seqs, seq }: ListedErasure, actor: string): Promise<bigint | null> {
    const articleId = await this.articleOf(workspace, stream, seqs);
    if (articleId === null) return null;
    const reason = `Erased by event ${seq} of the log that this one was restored from.`;
    const order = { subject: 'article', reason, legalBasis: null } as const;
    const claims = this.claimsOf(workspace);
    const at = { workspace, actor, articleId, claims };
    const { result } = await eraseStream(this.tools, at, order, () => Promise.resolve(NOTHING));
    return result?.erasureSeq ?? null;
  }

  private claimsOf(workspace: string): ClaimStreams {
    const claims = this.claims.get(workspace) ?? new ClaimStreams(this.tools.reader, workspace);
    this.claims.set(workspace, claims);
    return claims;
  }

  /** The article that the stream belongs to; null where nothing of what was erased stands in it. */
  private async articleOf(
    workspace: string,
    stream: string,
    seqs: ListedErasure['seqs'],
  ): Promise<string | null> {
    for await (const { data, seq } of this.tools.reader.readStream(workspace, stream)) {
      if (isErased(data) || !isInRanges(seqs, Number(seq))) continue;
      if (stream.startsWith(ARTICLES)) return stream.slice(ARTICLES.length);
      const { articleId } = data as { readonly articleId?: string };
      if (articleId !== undefined) return articleId;
    }
    return null;
  }
}
