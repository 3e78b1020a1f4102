import { QueryBus } from '@nestjs/cqrs';
import { Args, ID, Query, Resolver } from '@nestjs/graphql';
import { GetArticle, ListArticles, type ArticleView } from '#query';
import { Answers } from '../answers.js';
import { knownThenOrNull } from '../problems/known-then.js';
import { AS_OF, AsOfInput } from '../schema/as-of.input.js';
import { toConnection, type Connection } from '../schema/page.type.js';
import { Workspace } from '../workspace.js';
import { ArticleArguments } from './article.arguments.js';
import { ArticleConnection, ArticleType } from './article.type.js';

@Resolver(() => ArticleType)
export class ArticlesResolver {
  constructor(
    private readonly queries: QueryBus,
    private readonly answers: Answers,
    private readonly workspace: Workspace,
  ) {}

  @Query(() => ArticleType, { nullable: true, description: 'One article with its text.' })
  article(@Args('id', { type: () => ID }) id: string, @Args('asOf', AS_OF) asOf?: AsOfInput) {
    const articleId = this.answers.uuid('id', id);
    return knownThenOrNull(['article', id], asOf, (then) =>
      this.queries.execute(new GetArticle(this.workspace.name, articleId, then)),
    );
  }

  @Query(() => ArticleConnection, { description: 'Which articles are there? In the order they came.' })
  async articles(@Args() { asOf, ...page }: ArticleArguments): Promise<Connection<ArticleView>> {
    const articles = await this.queries.execute(new ListArticles(this.workspace.name, page, asOf));
    return toConnection(articles, await this.answers.lagOf('article'));
  }
}
