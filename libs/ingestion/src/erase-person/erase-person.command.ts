import { Command } from '@nestjs/cqrs';

/** An article that names the person. */
export interface ArticleNamingPerson {
  readonly articleId: string;
  readonly publishedAt: string | null;
  /** How often its newest text does. */
  readonly mentions: number;
  /** Its events that will be erased. */
  readonly events: number;
}

/** Where the person is named, before anything is erased. */
export interface ErasePersonPreview {
  readonly articles: readonly ArticleNamingPerson[];
  /** Streams of other kinds whose events name the person: none of them is erased here. */
  readonly elsewhere: readonly string[];
}

export interface PersonErasedFromArticle {
  readonly articleId: string;
  readonly masked: number;
  readonly erased: number;
  readonly erasureSeq: bigint;
}

/** Erase a person's names from every article: each is recorded again with the names masked, and read anew. */
export class ErasePerson extends Command<readonly PersonErasedFromArticle[]> {
  constructor(
    readonly workspace: string,
    readonly actor: string,
    /** Every spelling to look for; the first is the full name. */
    readonly names: readonly string[],
    /** In words, naming nobody: it stays for good. */
    readonly reason: string,
    readonly legalBasis: string | null = null,
  ) {
    super();
  }
}
