import { ArgsType } from '@nestjs/graphql';
import { FlagParameter, IdParameter, PageSizeParameter, TextParameter } from './parameter.js';

@ArgsType()
export class PageArguments {
  @PageSizeParameter() first?: number;
  @TextParameter('The endCursor of the page before.') after?: string;
}

/** Filters of every list of reports. */
@ArgsType()
export class ReportArguments extends PageArguments {
  @IdParameter('Reports of this article alone.') articleId?: string;
  @TextParameter('Reports of this publisher alone.') outlet?: string;
  @TextParameter('A name in any spelling of it, or some of its words.') speaker?: string;
  @FlagParameter(
    'Also reports that a revision replaced, that somebody retracted or whose article was withdrawn.',
  )
  includeRetired?: boolean;
}
