import { ArgsType } from '@nestjs/graphql';
import { IdParameter } from '../schema/parameter.js';
import { PageArguments } from '../schema/report.arguments.js';

/** One of the four is given. */
@ArgsType()
export class DecidedArguments extends PageArguments {
  @IdParameter('What was decided on this report.') reportId?: string;
  @IdParameter('What was decided on this claim.') claimId?: string;
  @IdParameter('What was decided on this person, body or place.') entityId?: string;
  @IdParameter('Which wire story this article was put in.') articleId?: string;
}
