import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Seed {
  readonly file: string;
  readonly outlet?: string;
  readonly title: string;
  readonly publishedAt: string;
  readonly sha256: string;
  readonly text: string;
}

const folder = join(import.meta.dirname, '../../seeds');

/** The two seed articles with what the manifest says of them. */
export function readSeeds(): Seed[] {
  const { articles } = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as {
    articles: Omit<Seed, 'text'>[];
  };
  return articles.map((article) => ({ ...article, text: readFileSync(join(folder, article.file), 'utf8') }));
}
