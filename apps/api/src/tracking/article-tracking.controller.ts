import { Controller, Get, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  FindWireClusters,
  GetArticle,
  GetArticleRevisions,
  type ArticleRevisionView,
  type WireCluster,
} from '#query';
import { Answers } from '../answers.js';
import { knownThen } from '../problems/known-then.js';
import { AsOfInput, splitAsOf } from '../schema/as-of.input.js';
import { toList, type List } from '../schema/page.type.js';
import { Workspace } from '../workspace.js';
import { ArticleRevisionType, WireClusterList } from './article-tracking.type.js';
import { WireClusterParameters } from './tracking.arguments.js';

@ApiTags('tracking')
@Controller('v1')
export class ArticleTrackingController {
  constructor(
    private readonly queries: QueryBus,
    private readonly answers: Answers,
    private readonly workspace: Workspace,
  ) {}

  @Get('wire-clusters')
  @ApiOperation({ summary: 'Which articles print one wire story, and which of them is the original?' })
  @ApiOkResponse({ type: WireClusterList })
  async clusters(@Query() parameters: WireClusterParameters): Promise<List<WireCluster>> {
    const { filter, asOf } = splitAsOf(parameters);
    const query = { ...filter, asOf, workspace: this.workspace.name };
    const page = await this.queries.execute(new FindWireClusters(query));
    return toList(page, await this.answers.lagOf('wire-clusters'));
  }

  @Get('articles/:id/revisions')
  @ApiOperation({ summary: 'What did each later text of an article change, and did it say so?' })
  @ApiOkResponse({ type: [ArticleRevisionType] })
  async revisions(
    @Param('id') id: string,
    @Query() asOf: AsOfInput,
  ): Promise<readonly ArticleRevisionView[]> {
    const articleId = this.answers.uuid('id', id);
    await knownThen(['article', id], asOf, (then) =>
      this.queries.execute(new GetArticle(this.workspace.name, articleId, then)),
    );
    return this.queries.execute(new GetArticleRevisions(this.workspace.name, articleId, asOf));
  }
}
