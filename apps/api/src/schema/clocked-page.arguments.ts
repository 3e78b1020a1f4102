import { ArgsType } from '@nestjs/graphql';
import { IntersectionType } from '@nestjs/swagger';
import { AsOfArgument, AsOfInput } from './as-of.input.js';
import { PageArguments } from './report.arguments.js';

/** A page of what was known at the clocks, and no filters. */
@ArgsType()
export class ClockedPageArguments extends PageArguments {
  @AsOfArgument() asOf?: AsOfInput;
}

/** REST takes the clocks beside the page. */
export class ClockedPageParameters extends IntersectionType(PageArguments, AsOfInput) {}
