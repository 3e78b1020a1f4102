import type { FormatReader } from '#article-formats';
import type { Config, Database, Logger } from '#platform';
import type { PostgresEventStore } from '#event-store';
import type { ArticleReader } from '#reading';

/** What the process opened before the API starts and closes after it stops. */
export interface ApiResources {
  readonly config: Config;
  readonly database: Database;
  readonly store: PostgresEventStore;
  readonly logger: Logger;
  readonly articleReader: ArticleReader;
  readonly formatReader: FormatReader;
}

export const CONFIG = Symbol('Config');
export const METRICS = Symbol('Metrics');
export const LOGGER = Symbol('Logger');
export const FORMAT_READER = Symbol('FormatReader');
export const DATABASE = Symbol('Database');
