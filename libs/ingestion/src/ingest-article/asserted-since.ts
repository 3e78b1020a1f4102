import type { ArticleState } from '../article/article-stream.js';

/** A text that came in, and what tells since when its article says it. */
export interface ComingText {
  readonly textSha256: string;
  /** As the text or who handed it in says. */
  readonly publishedAt: string | null;
  /** When it was seen, or when its page says that it was changed last. */
  readonly seenAt: string | null;
}

/**
 * Since when an article says a text: the asserted clock of what is read in it. A first text since it was published. Another text of a known
 * article, where that keeps its date, since it was seen and not before: until then the text before it stood there for all to read.
 */
export function assertedSince(
  state: ArticleState,
  { textSha256, publishedAt, seenAt }: ComingText,
): string | null {
  const { metadata, assertedAt } = state;
  if (state.textSha256 === null) return publishedAt;
  if (state.textSha256 === textSha256) return assertedAt === metadata.publishedAt ? publishedAt : assertedAt;
  if (publishedAt === null || seenAt === null) return publishedAt;
  const namesItsOwn = assertedAt === null || isLater(publishedAt, assertedAt);
  return namesItsOwn || !isLater(seenAt, publishedAt) ? publishedAt : seenAt;
}

/** A day is no later than any time of it. */
const isLater = (one: string, other: string): boolean =>
  one.length === 10 || other.length === 10
    ? one.slice(0, 10) > other.slice(0, 10)
    : Date.parse(one) > Date.parse(other);

/** When a page says that it was changed last, if that is a time gone by; else now. */
export function seenAtOf(making: Readonly<Record<string, unknown>> | null, now: Date): string {
  const modified = making?.['modifiedAt'];
  const isPast = typeof modified === 'string' && Date.parse(modified) <= now.getTime();
  return isPast ? modified : now.toISOString();
}
