import type { ViewTable } from '../view-table.js';

/** What changes with its texts, and when it was first recorded. */
const KNOWN_OF_ARTICLE = {
  url: 'text',
  outlet: 'text',
  title: 'text',
  byline: 'text',
  language: 'text',
  published_at: 'text',
  /** Since when it says what its text says: the asserted clock of that text. */
  asserted: 'text',
  text_sha256: 'text NOT NULL',
  extractor: 'text',
  extractor_version: 'text',
  figures: 'int NOT NULL',
  statements: 'int NOT NULL',
  claims: 'int NOT NULL',
  not_extracted: 'text',
  withdrawn_reason: 'text',
  first_seq: 'bigint NOT NULL',
  first_recorded_at: 'timestamptz NOT NULL',
} as const;

/** One row an article: what is known of it now. */
export const articleTable: ViewTable = {
  name: 'article',
  columns: {
    workspace: 'text NOT NULL',
    article_id: 'uuid NOT NULL',
    revision: 'int NOT NULL',
    source_key: 'text NOT NULL',
    ...KNOWN_OF_ARTICLE,
    last_seq: 'bigint NOT NULL',
    last_recorded_at: 'timestamptz NOT NULL',
  },
  primaryKey: ['workspace', 'article_id'],
  indexes: ['(workspace, first_seq)'],
  firstBy: null,
};

/** One row a change of an article: what was known of it from then on. `article` is the newest of them. */
export const articleHistoryTable: ViewTable = {
  name: 'article_history',
  columns: {
    workspace: 'text NOT NULL',
    article_id: 'uuid NOT NULL',
    /** The event that changed it. */
    seq: 'bigint NOT NULL',
    recorded_at: 'timestamptz NOT NULL',
    revision: 'int NOT NULL',
    ...KNOWN_OF_ARTICLE,
  },
  primaryKey: ['workspace', 'article_id', 'seq'],
  indexes: [],
  firstBy: 'seq',
};

/** One row an article that was erased, so that whoever asks for it hears that it was there: when, under which law. */
export const erasedArticleTable: ViewTable = {
  name: 'erased_article',
  columns: {
    workspace: 'text NOT NULL',
    article_id: 'uuid NOT NULL',
    subject: 'text NOT NULL',
    legal_basis: 'text',
    seq: 'bigint NOT NULL',
    recorded_at: 'timestamptz NOT NULL',
  },
  primaryKey: ['workspace', 'article_id'],
  indexes: [],
  firstBy: null,
  tellsErasures: true,
};

/** One row a revision: the text that the spans of its reports point into. */
export const articleTextTable: ViewTable = {
  name: 'article_text',
  columns: {
    workspace: 'text NOT NULL',
    article_id: 'uuid NOT NULL',
    revision: 'int NOT NULL',
    text: 'text NOT NULL',
    text_sha256: 'text NOT NULL',
    seq: 'bigint NOT NULL',
    recorded_at: 'timestamptz NOT NULL',
  },
  primaryKey: ['workspace', 'article_id', 'revision'],
  indexes: [],
  firstBy: 'seq',
};
