import type { ArticleReader, ArticleReading, ArticleToRead } from './article-reader.js';

/** Begins to read articles before their turn, so that several threads read while the log takes them one after another. */
export class ReadAhead implements ArticleReader {
  private readonly begun = new WeakMap<ArticleToRead, Promise<ArticleReading>>();

  constructor(private readonly reader: ArticleReader) {}

  /** Ends when the article is read, or could not be: whoever reads it then hears of that. */
  async begin(article: ArticleToRead): Promise<void> {
    const reading = this.reader.read(article);
    this.begun.set(article, reading);
    await reading.catch(() => undefined);
  }

  read(article: ArticleToRead): Promise<ArticleReading> {
    return this.begun.get(article) ?? this.reader.read(article);
  }

  close(): Promise<void> {
    return this.reader.close();
  }
}
