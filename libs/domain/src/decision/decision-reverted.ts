import { IsNotEmpty, IsOptional, IsString, IsUUID } from 'class-validator';
import { SaltedData } from '../salted-data.js';

/** A decision was undone: views take it as if it had never been made, and show that it was. Stands in the decision's stream. */
export class DecisionReverted extends SaltedData {
  /** The event that is undone. */
  @IsUUID() decisionId: string;
  @IsString() @IsNotEmpty() decisionType: string;
  @IsOptional() @IsUUID() claimId: string | null;
  @IsOptional() @IsUUID() reportId: string | null;
  @IsString() @IsNotEmpty() reason: string;
}
