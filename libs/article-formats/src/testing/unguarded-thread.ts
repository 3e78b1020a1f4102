// What reading a page would be without the guard: for the tests' control alone.
import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { serveJobs } from '#worker-pool';

serveJobs(({ html }: { readonly html: string }) => {
  const { document } = parseHTML(html) as unknown as { readonly document: never };
  return new Readability(document).parse()?.length ?? 0;
});
