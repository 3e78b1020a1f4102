import type { IncomingHttpHeaders } from 'node:http';
import { Body, Controller, Get, Headers, HttpCode, Inject, Param, Post, Query, Res } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import {
  ApiBody,
  ApiConsumes,
  ApiCreatedResponse,
  ApiHeader,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { FormatReader } from '#article-formats';
import { IngestArticle, parseSubmission, WithdrawArticle } from '#ingestion';
import type { Config } from '#platform';
import { GetArticle, ListArticles, type ArticleView } from '#query';
import { currentActor } from '../actor.js';
import { Answers } from '../answers.js';
import { CONFIG, FORMAT_READER } from '../resources.js';
import { knownThen } from '../problems/known-then.js';
import { AsOfInput, splitAsOf } from '../schema/as-of.input.js';
import { toList, type List } from '../schema/page.type.js';
import { Workspace } from '../workspace.js';
import { ArticleParameters } from './article.arguments.js';
import { ArticleList, ArticleType } from './article.type.js';
import { ApiHtmlMetadata, asJson, HtmlBody, readHtml } from './html-body.js';
import { IngestArticleRequest, IngestArticleResponse } from './ingest-article.types.js';
import { WithdrawArticleRequest, WithdrawArticleResponse } from './withdraw-article.types.js';

@ApiTags('articles')
@Controller('v1/articles')
export class ArticlesController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
    private readonly answers: Answers,
    private readonly workspace: Workspace,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(FORMAT_READER) private readonly formats: FormatReader,
  ) {}

  @Post()
  @ApiOperation({ summary: 'Read an article and record it with all its mentions: all of it or nothing.' })
  @ApiHeader({
    name: 'Idempotency-Key',
    required: false,
    description: 'A retry with the same key and body records nothing new.',
  })
  @ApiConsumes('application/json', 'text/html')
  @ApiBody({ type: IngestArticleRequest })
  @ApiHtmlMetadata()
  @ApiCreatedResponse({ type: IngestArticleResponse, description: 'Recorded: a new article.' })
  @ApiOkResponse({
    type: IngestArticleResponse,
    description: 'A revision of a known article, a change of its metadata, or a duplicate.',
  })
  async ingest(
    @Body() body: unknown,
    @Headers() headers: IncomingHttpHeaders,
    @Query() query: Record<string, unknown>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<IngestArticleResponse> {
    const given =
      body instanceof HtmlBody ? await readHtml(this.formats, body, headers, query) : asJson(body);
    const submission = parseSubmission(given.body, this.config.maxArticleCharacters);
    const key = headers['idempotency-key'] as string | undefined;
    const command = new IngestArticle(
      this.workspace.name,
      currentActor(),
      submission,
      key,
      false,
      given.making,
    );
    const { lastSeq, ...result } = await this.commands.execute(command);
    void reply
      .status(result.outcome === 'ingested' ? 201 : 200)
      .header('Location', `/v1/articles/${result.articleId}`);
    return { ...result, lastSeq: lastSeq?.toString() ?? null, notes: given.notes };
  }

  @Get()
  @ApiOperation({ summary: 'Which articles are there? In the order they came.' })
  @ApiOkResponse({ type: ArticleList })
  async list(@Query() parameters: ArticleParameters): Promise<List<ArticleView>> {
    const { filter, asOf } = splitAsOf(parameters);
    const articles = await this.queries.execute(new ListArticles(this.workspace.name, filter, asOf));
    return toList(articles, await this.answers.lagOf('article'));
  }

  @Get(':id')
  @ApiOperation({ summary: 'One article with its raw text.' })
  @ApiOkResponse({ type: ArticleType })
  async get(@Param('id') id: string, @Query() asOf: AsOfInput): Promise<ArticleView> {
    const articleId = this.answers.uuid('id', id);
    return knownThen(['article', id], asOf, (then) =>
      this.queries.execute(new GetArticle(this.workspace.name, articleId, then)),
    );
  }

  @Post(':id/withdrawal')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Say that an article is no longer to be relied on; its reports leave the default answers.',
  })
  @ApiBody({ type: WithdrawArticleRequest })
  @ApiOkResponse({ type: WithdrawArticleResponse })
  async withdraw(
    @Param('id') id: string,
    @Body() { reason }: WithdrawArticleRequest,
  ): Promise<WithdrawArticleResponse> {
    const articleId = this.answers.uuid('id', id);
    const command = new WithdrawArticle(this.workspace.name, currentActor(), articleId, reason);
    const { lastSeq, ...result } = await this.commands.execute(command);
    return { ...result, lastSeq: lastSeq?.toString() ?? null };
  }
}
