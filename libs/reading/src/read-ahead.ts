import type { ArticleReader, ArticleReading, ArticleToRead } from './article-reader.js';

/** Begins to read articles before their turn, so that several threads read while the log takes them one after another. */
export class ReadAhead implements ArticleReader {
  private readonly begun = new WeakMap<ArticleToRead, Promise<ArticleReading>>();

  constructor(private readonly reader: ArticleReader) {}

  begin(article: ArticleToRead): void {
    const reading = this.reader.read(article);
    // Whoever asks for it hears of a failure; until then it is not unhandled.
    reading.catch(() => undefined);
    this.begun.set(article, reading);
  }

  read(article: ArticleToRead): Promise<ArticleReading> {
    return this.begun.get(article) ?? this.reader.read(article);
  }

  close(): Promise<void> {
    return this.reader.close();
  }
}
