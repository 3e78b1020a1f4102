import {
  IsBoolean,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsOptional,
  IsString,
  IsUUID,
  Min,
  ValidateBy,
} from 'class-validator';
import { areSeqRanges, type SeqRange } from './seq-ranges.js';

/** What was to be forgotten: a whole article, or one person in it. */
export const ERASURE_SUBJECTS = ['article', 'person'] as const;
export type ErasureSubject = (typeof ERASURE_SUBJECTS)[number];

const IsSeqRanges = (): PropertyDecorator =>
  ValidateBy({
    name: 'isSeqRanges',
    validator: {
      validate: areSeqRanges,
      defaultMessage: () => 'must be pairs [first, last] of positions in the log, in ascending order',
    },
  });

/**
 * The data of an article's events was erased from the log by law. The events stay where they are, without their words, and so does
 * the hash of each, so that the log proves on. Says nothing of what stood there.
 */
export class ErasureRecorded {
  @IsUUID() articleId: string;
  @IsIn(ERASURE_SUBJECTS) subject: ErasureSubject;
  /** The newest revision whose text is gone; what is recorded later counts on from here. */
  @IsInt() @Min(0) revision: number;
  /** Which events, as `[first, last]` pairs. */
  @IsSeqRanges() seqs: SeqRange[];
  /** Behind this event the article stands again, with the person's names masked. */
  @IsBoolean() recordedAgain: boolean;
  @IsString() @IsNotEmpty() reason: string;
  /** The law or request it was done under, such as "GDPR Art. 17(1)(a)". */
  @IsOptional() @IsString() legalBasis: string | null;
}
