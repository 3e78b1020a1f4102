import { foldTitle } from '#domain';
import type { ArticleSubmission } from './article-submission.js';

/** Query parameters that only say how a reader arrived. */
const TRACKING = /^(utm_\w+|fbclid|gclid|ref|cmpid|ito|mc_[ce]id)$/i;

/**
 * What makes it the same article when it comes again: the caller's id, else the URL,
 * else outlet, title and day, else the text itself.
 */
export function sourceKeyOf(
  submission: ArticleSubmission,
  publishedOn: string | null,
  textSha256: string,
): string {
  if (submission.id) return `id:${submission.id}`;
  if (submission.url) return `url:${canonicalUrl(submission.url)}`;
  if (submission.title) {
    return `title:${JSON.stringify([foldTitle(submission.outlet ?? ''), foldTitle(submission.title), publishedOn])}`;
  }
  return `text:${textSha256}`;
}

/** One spelling for the addresses of one page: no fragment, no tracking, no trailing slash, https. */
export function canonicalUrl(address: string): string {
  const url = new URL(address);
  url.hash = '';
  url.protocol = 'https:';
  for (const name of [...url.searchParams.keys()]) if (TRACKING.test(name)) url.searchParams.delete(name);
  url.searchParams.sort();
  url.pathname = url.pathname.replace(/(?<=.)\/$/, '');
  return url.href;
}
