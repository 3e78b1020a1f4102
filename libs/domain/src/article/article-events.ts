import {
  ArrayNotEmpty,
  IsBoolean,
  IsIn,
  IsInt,
  IsISO8601,
  IsNotEmpty,
  IsNumber,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  Max,
  Min,
} from 'class-validator';
import { NOT_EXTRACTED, type NotExtracted } from '../vocabulary.js';
import { SaltedData } from '../salted-data.js';

const SHA256 = /^[0-9a-f]{64}$/;

/** What is known of an article beside its text. */
export const ARTICLE_METADATA = ['url', 'outlet', 'title', 'byline', 'language', 'publishedAt'] as const;

export abstract class ArticleDescription extends SaltedData {
  @IsUUID() articleId: string;
  /** 1 for the first text, one more for each that was read anew. */
  @IsInt() @Min(1) revision: number;
  @IsOptional() @IsString() url: string | null;
  /** Who published it; null where nobody said. */
  @IsOptional() @IsString() outlet: string | null;
  @IsOptional() @IsString() title: string | null;
  @IsOptional() @IsString() byline: string | null;
  /** BCP 47 language tag. */
  @IsOptional() @IsString() language: string | null;
  /** YYYY-MM-DD or an RFC 3339 time: the asserted clock of everything in the article. */
  @IsOptional() @IsISO8601({ strict: true }) publishedAt: string | null;
}

export type ArticleMetadata = Pick<ArticleDescription, (typeof ARTICLE_METADATA)[number]>;

/** The text of an article as it was received, with what is known of its origin. */
export abstract class ArticleText extends ArticleDescription {
  /** The raw text, byte for byte what the spans point into. */
  @IsString() @IsNotEmpty() text: string;
  /** Hex SHA-256 of the UTF-8 text. */
  @Matches(SHA256) textSha256: string;
}

/** An article entered the record for the first time. */
export class ArticleIngested extends ArticleText {
  /** What makes it the same article when it comes again: its URL, its given id, or outlet, title and day. */
  @IsString() @IsNotEmpty() sourceKey: string;
}

/**
 * The same article came again with another text; or with the same one, and an outlet, a language or a publication date that
 * changes how it is read.
 */
export class ArticleRevised extends ArticleText {
  @Matches(SHA256) previousTextSha256: string;
  /** The edit was trivial: the reports of the text before still stand, and point into that one. */
  @IsBoolean() keepsReports: boolean;
}

/** The same text came again and more or something else is known of it, which leaves its reports as they are. */
export class ArticleMetadataChanged extends ArticleDescription {
  /** The fields that are not as they were; all are given as they are now. */
  @ArrayNotEmpty() @IsIn(ARTICLE_METADATA, { each: true }) changed: (typeof ARTICLE_METADATA)[number][];
}

/** The article is no longer to be relied on; its reports stay in the record. */
export class ArticleWithdrawn extends SaltedData {
  @IsUUID() articleId: string;
  @IsString() @IsNotEmpty() reason: string;
}

/** The article was recognised as one printing of a wire story. */
export class ArticleClustered {
  @IsUUID() articleId: string;
  @IsUUID() clusterId: string;
  @IsString() @IsNotEmpty() method: string;
  @IsNumber() @Min(0) @Max(1) similarity: number;
  @IsIn(['original', 'copy']) role: 'original' | 'copy';
}

/** One revision of an article was read to its end: what was found, and by which reader; or why it was not read. */
export class ExtractionCompleted {
  @IsUUID() articleId: string;
  @IsInt() @Min(1) revision: number;
  @IsString() @IsNotEmpty() extractor: string;
  @IsString() @IsNotEmpty() extractorVersion: string;
  @IsInt() @Min(0) figures: number;
  @IsInt() @Min(0) statements: number;
  @IsInt() @Min(0) claims: number;
  /** BCP 47 tag of what the text was taken for; null where nobody said and its words do not tell. */
  @IsOptional() @IsString() language: string | null;
  /** Why nothing was extracted; null where the text was read. */
  @IsOptional() @IsIn(NOT_EXTRACTED) notExtracted: NotExtracted | null;
}
