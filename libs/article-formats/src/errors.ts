import { DomainError } from '#domain';

/** An input that is no article as it should be. The codes stand in docs/errors.md, the limits in docs/inputs.md. */
export abstract class ArticleFormatError extends DomainError {}

/** Neither its type, its name nor its first bytes tell what the input is. */
export class UnknownFormat extends ArticleFormatError {
  readonly code = 'ARTICLE_FORMATS.UNKNOWN_FORMAT';
}

/** The bytes are no text in the encoding they are said to be in. Nothing is guessed: a wrong guess would be recorded for good. */
export class UndecodableText extends ArticleFormatError {
  readonly code = 'ARTICLE_FORMATS.UNDECODABLE_TEXT';
}

/** Larger than any article, or it grows beyond measure when it is unpacked. */
export class TooLarge extends ArticleFormatError {
  readonly code = 'ARTICLE_FORMATS.TOO_LARGE';
}

/** Built to make its reader work without end: too deep, too many elements, attributes, entities. */
export class TooComplex extends ArticleFormatError {
  readonly code = 'ARTICLE_FORMATS.TOO_COMPLEX';
}

/** The input breaks the rules of its own format. */
export class MalformedInput extends ArticleFormatError {
  readonly code = 'ARTICLE_FORMATS.MALFORMED_INPUT';
}

/** A page, or an item of a feed, in which there is no text to record. */
export class NoArticle extends ArticleFormatError {
  readonly code = 'ARTICLE_FORMATS.NO_ARTICLE';
}

/** A refusal as it crosses from a thread: errors lose their class on the way. */
export interface Refusal {
  readonly kind: RefusalKind;
  readonly message: string;
}

const KINDS = { UnknownFormat, UndecodableText, TooLarge, TooComplex, MalformedInput, NoArticle } as const;
export type RefusalKind = keyof typeof KINDS;

/** @throws what is no refusal: a fault of ours */
export function toRefusal(error: unknown): Refusal {
  if (!(error instanceof ArticleFormatError)) throw error;
  return { kind: error.name as RefusalKind, message: error.message };
}

export const fromRefusal = ({ kind, message }: Refusal): ArticleFormatError => new KINDS[kind](message);
