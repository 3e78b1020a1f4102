import { ArgsType } from '@nestjs/graphql';
import { IntersectionType } from '@nestjs/swagger';
import { AsOfArgument, AsOfInput } from '../schema/as-of.input.js';
import { PageArguments } from '../schema/report.arguments.js';

@ArgsType()
export class ArticleArguments extends PageArguments {
  @AsOfArgument() asOf?: AsOfInput;
}

/** REST takes the clocks beside the filters. */
export class ArticleParameters extends IntersectionType(PageArguments, AsOfInput) {}
