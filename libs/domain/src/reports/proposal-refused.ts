import { IsIn, IsInt, IsNotEmpty, IsString, IsUUID, Min } from 'class-validator';
import { SaltedData } from '../salted-data.js';

const KINDS = ['figure', 'statement', 'claim'] as const;

/** A fact that a language model said it read, and that the article does not bear out: nothing was recorded of it but this. */
export class ProposalRefused extends SaltedData {
  @IsUUID() articleId: string;
  @IsInt() @Min(1) revision: number;
  @IsString() @IsNotEmpty() extractor: string;
  @IsString() @IsNotEmpty() extractorVersion: string;
  @IsIn(KINDS) kind: (typeof KINDS)[number];
  /** The words the model gave; they need not stand in the article. */
  @IsString() quote: string;
  /** Code of the check it failed: docs/extraction.md lists them. */
  @IsString() @IsNotEmpty() reason: string;
  @IsString() detail: string;
}
