import { isErased, isInRanges } from '#domain';
import type { ListedErasure } from '#event-store';
import { articleStream } from '../article/article-stream.js';
import { eraseStream, readArticleStream, type ErasureTools } from '../erase-article/erase-stream.js';

const NOTHING = { publishedAt: null, events: [] };

/** Makes an erasure again in a log that was restored from a backup older than it. */
export class EraseAgainHandler {
  constructor(private readonly tools: ErasureTools) {}

  /**
   * Gives the position of the event that says so; null where nothing of what was erased stands in this log. A position says nothing by
   * itself, so the events must be of the stream that the list names.
   */
  async execute({ workspace, stream, seqs, seq }: ListedErasure, actor: string): Promise<bigint | null> {
    const articleId = stream.slice(articleStream('').length);
    const events = await readArticleStream(this.tools.reader, workspace, articleId);
    if (!events.some((event) => !isErased(event.data) && isInRanges(seqs, Number(event.seq)))) return null;
    const reason = `Erased by event ${seq} of the log that this one was restored from.`;
    const order = { subject: 'article', reason, legalBasis: null } as const;
    const at = { workspace, actor, articleId };
    const { result } = await eraseStream(this.tools, at, order, () => Promise.resolve(NOTHING));
    return result?.firstSeq ?? null;
  }
}
