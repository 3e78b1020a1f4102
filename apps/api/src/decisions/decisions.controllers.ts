import {
  Body,
  Controller,
  Delete,
  Get,
  Headers,
  HttpCode,
  Injectable,
  Param,
  Post,
  Query,
} from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiBody, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ListDecisions, type DecisionsView, type DecisionSubject } from '#query';
import { Answers } from '../answers.js';
import { NotFound } from '../problems/not-found.js';
import { PageArguments } from '../schema/report.arguments.js';
import { Workspace } from '../workspace.js';
import { Decides } from './decides.js';
import { BulkDecisionResultsType, DecisionsType, type DecisionResultType } from './decision.types.js';
import { Decisions } from './decisions.service.js';
import { parseDecision, type DecisionType } from './parse-decision.js';

const KEY = 'idempotency-key';

/** What routes that decide have alike. */
@Injectable()
abstract class DecidingController {
  constructor(
    protected readonly decisions: Decisions,
    protected readonly queries: QueryBus,
    protected readonly answers: Answers,
    protected readonly workspace: Workspace,
  ) {}

  protected decide(
    type: DecisionType,
    subject: Readonly<Record<string, string>>,
    body: unknown,
    idempotencyKey: string | undefined,
  ): Promise<DecisionResultType> {
    const key = idempotencyKey === undefined ? {} : { idempotencyKey };
    return this.decisions.make(parseDecision(type, { ...asObject(body), ...subject, ...key }));
  }

  /** @throws {NotFound} */
  protected async list(subject: DecisionSubject, id: string, page: PageArguments): Promise<DecisionsView> {
    const query = new ListDecisions(this.workspace.name, subject, this.answers.uuid('id', id), page);
    const found = await this.queries.execute(query);
    if (!found) throw new NotFound(subject, id);
    return found;
  }
}

const asObject = (body: unknown): object => (typeof body === 'object' && body !== null ? body : {});

@ApiTags('decisions')
@Controller('v1/reports')
export class ReportDecisionsController extends DecidingController {
  @Get(':id/decisions')
  @ApiOperation({ summary: 'What was decided on a report, by whom, and does it stand?' })
  @ApiOkResponse({ type: DecisionsType })
  decided(@Param('id') id: string, @Query() page: PageArguments) {
    return this.list('report', id, page);
  }

  @Post(':id/corrections')
  @Decides('correct_report', 'reportId', 'Say that some fields of a report are other than it says.')
  correct(@Param('id') reportId: string, @Body() body: unknown, @Headers(KEY) key?: string) {
    return this.decide('correct_report', { reportId }, body, key);
  }

  @Post(':id/retraction')
  @Decides('retract_report', 'reportId', 'Say that a report is no longer to be relied on.')
  retract(@Param('id') reportId: string, @Body() body: unknown, @Headers(KEY) key?: string) {
    return this.decide('retract_report', { reportId }, body, key);
  }

  @Post(':id/confirmation')
  @Decides('confirm_report', 'reportId', 'Say that you looked at a report and found it right.')
  confirm(@Param('id') reportId: string, @Body() body: unknown, @Headers(KEY) key?: string) {
    return this.decide('confirm_report', { reportId }, body, key);
  }

  @Post(':id/comments')
  @Decides('comment_field', 'reportId', 'Remark on one field of a report.')
  comment(@Param('id') reportId: string, @Body() body: unknown, @Headers(KEY) key?: string) {
    return this.decide('comment_field', { reportId }, body, key);
  }
}

@ApiTags('decisions')
@Controller('v1/claims')
export class ClaimDecisionsController extends DecidingController {
  @Get(':id/decisions')
  @ApiOperation({ summary: 'What was decided on a claim, by whom, and does it stand?' })
  @ApiOkResponse({ type: DecisionsType })
  decided(@Param('id') id: string, @Query() page: PageArguments) {
    return this.list('claim', id, page);
  }

  @Post(':id/review-requests')
  @Decides('request_review', 'claimId', 'Ask that somebody looks at a claim.')
  requestReview(@Param('id') claimId: string, @Body() body: unknown, @Headers(KEY) key?: string) {
    return this.decide('request_review', { claimId }, body, key);
  }

  @Post(':id/reviews')
  @Decides('give_review', 'claimId', 'Say what a look at a claim came to.')
  review(@Param('id') claimId: string, @Body() body: unknown, @Headers(KEY) key?: string) {
    return this.decide('give_review', { claimId }, body, key);
  }

  @Post(':id/sign-off')
  @Decides('sign_off_claim', 'claimId', 'Vouch for a claim as it stands.')
  signOff(@Param('id') claimId: string, @Body() body: unknown, @Headers(KEY) key?: string) {
    return this.decide('sign_off_claim', { claimId }, body, key);
  }

  @Post(':id/recommendation')
  @Decides('recommend_figure', 'claimId', 'Say which figure to show for a claim, and how it was arrived at.')
  recommend(@Param('id') claimId: string, @Body() body: unknown, @Headers(KEY) key?: string) {
    return this.decide('recommend_figure', { claimId }, body, key);
  }

  @Post(':id/merge')
  @Decides('merge_claims', 'claimId', 'Say that another claim is this one.')
  merge(@Param('id') claimId: string, @Body() body: unknown, @Headers(KEY) key?: string) {
    return this.decide('merge_claims', { claimId }, body, key);
  }

  @Post(':id/split')
  @Decides('split_claim', 'claimId', 'Say that some reports of a claim speak of something else.')
  split(@Param('id') claimId: string, @Body() body: unknown, @Headers(KEY) key?: string) {
    return this.decide('split_claim', { claimId }, body, key);
  }

  @Post(':id/links')
  @Decides('link_report', 'claimId', 'Say that a report speaks of a claim.')
  link(@Param('id') claimId: string, @Body() body: unknown, @Headers(KEY) key?: string) {
    return this.decide('link_report', { claimId }, body, key);
  }

  @Delete(':id/links')
  @Decides('unlink_report', 'claimId', 'Say that a report does not speak of a claim.')
  unlink(@Param('id') claimId: string, @Body() body: unknown, @Headers(KEY) key?: string) {
    return this.decide('unlink_report', { claimId }, body, key);
  }

  @Post(':id/declined-links')
  @Decides('decline_link', 'claimId', 'Decline a link that is proposed.')
  decline(@Param('id') claimId: string, @Body() body: unknown, @Headers(KEY) key?: string) {
    return this.decide('decline_link', { claimId }, body, key);
  }

  @Post(':id/settled-anomalies')
  @Decides('settle_anomaly', 'claimId', 'Say that an anomaly of a claim was looked at and stands.')
  settle(@Param('id') claimId: string, @Body() body: unknown, @Headers(KEY) key?: string) {
    return this.decide('settle_anomaly', { claimId }, body, key);
  }
}

@ApiTags('decisions')
@Controller('v1/entities')
export class EntityDecisionsController extends DecidingController {
  @Get(':id/decisions')
  @ApiOperation({ summary: 'What was decided on a person, organisation, group or place?' })
  @ApiOkResponse({ type: DecisionsType })
  decided(@Param('id') id: string, @Query() page: PageArguments) {
    return this.list('entity', id, page);
  }

  @Post(':id/merge')
  @Decides('merge_entities', 'entityId', 'Say that another entity is this one.')
  merge(@Param('id') entityId: string, @Body() body: unknown, @Headers(KEY) key?: string) {
    return this.decide('merge_entities', { entityId }, body, key);
  }

  @Post(':id/split')
  @Decides('split_entity', 'entityId', "Say that some names of an entity are another's.")
  split(@Param('id') entityId: string, @Body() body: unknown, @Headers(KEY) key?: string) {
    return this.decide('split_entity', { entityId }, body, key);
  }

  @Post(':id/declined-mergers')
  @Decides('decline_merge', 'entityId', 'Decline a merger that is proposed.')
  decline(@Param('id') entityId: string, @Body() body: unknown, @Headers(KEY) key?: string) {
    return this.decide('decline_merge', { entityId }, body, key);
  }
}

@ApiTags('decisions')
@Controller('v1/articles')
export class ArticleDecisionsController extends DecidingController {
  @Get(':id/decisions')
  @ApiOperation({ summary: 'Which wire story was the article put in, by whom, and does it stand?' })
  @ApiOkResponse({ type: DecisionsType })
  decided(@Param('id') id: string, @Query() page: PageArguments) {
    return this.list('article', id, page);
  }

  @Delete(':id/wire-cluster')
  @Decides('uncluster_article', 'articleId', 'Say that an article is no printing of its wire story.')
  uncluster(@Param('id') articleId: string, @Body() body: unknown, @Headers(KEY) key?: string) {
    return this.decide('uncluster_article', { articleId }, body, key);
  }
}

@ApiTags('decisions')
@Controller('v1/decisions')
export class DecisionsController extends DecidingController {
  @Delete(':id')
  @Decides('revert_decision', 'decisionId', 'Undo a decision of a person or a process.')
  revert(@Param('id') decisionId: string, @Body() body: unknown, @Headers(KEY) key?: string) {
    return this.decide('revert_decision', { decisionId }, body, key);
  }

  @Post('bulk')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Make up to 1,000 decisions: each has its own answer, and one that is refused fails no other.',
  })
  @ApiBody({
    schema: {
      type: 'object',
      required: ['decisions'],
      properties: {
        decisions: {
          type: 'array',
          maxItems: 1_000,
          description:
            'Each with its type (correct_report, link_report ...) and the fields of that decision.',
          items: { type: 'object', required: ['type'], properties: { type: { type: 'string' } } },
        },
      },
    },
  })
  @ApiOkResponse({ type: BulkDecisionResultsType })
  async makeAll(@Body() body: unknown): Promise<BulkDecisionResultsType> {
    const { decisions } = asObject(body) as { readonly decisions?: unknown };
    return { results: await this.decisions.makeAll(decisions) };
  }
}

export const decisionControllers = [
  ReportDecisionsController,
  ClaimDecisionsController,
  EntityDecisionsController,
  ArticleDecisionsController,
  DecisionsController,
];
