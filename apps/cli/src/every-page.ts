import type { Page, PageRequest } from '#query';

const PAGE = 200;

/** The items of all pages, up to `limit` of them. */
export async function* everyPage<T>(
  page: (request: PageRequest) => Promise<Page<T>>,
  limit = Infinity,
): AsyncGenerator<T> {
  let left = limit;
  for (let after: string | undefined; left > 0;) {
    const { items, hasNextPage, endCursor } = await page({ first: Math.min(PAGE, left), after });
    yield* items;
    left -= items.length;
    if (!hasNextPage || endCursor === null) return;
    after = endCursor;
  }
}
