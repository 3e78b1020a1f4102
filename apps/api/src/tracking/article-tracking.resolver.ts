import { QueryBus } from '@nestjs/cqrs';
import { Args, ID, Query, Resolver } from '@nestjs/graphql';
import { FindWireClusters, GetArticle, GetArticleRevisions, type WireCluster } from '#query';
import { Answers } from '../answers.js';
import { knownThenOrNull } from '../problems/known-then.js';
import { AS_OF, AsOfInput } from '../schema/as-of.input.js';
import { toConnection, type Connection } from '../schema/page.type.js';
import { Workspace } from '../workspace.js';
import { ArticleRevisionType, WireClusterConnection, WireClusterType } from './article-tracking.type.js';
import { WireClusterArguments } from './tracking.arguments.js';

@Resolver(() => WireClusterType)
export class ArticleTrackingResolver {
  constructor(
    private readonly queries: QueryBus,
    private readonly answers: Answers,
    private readonly workspace: Workspace,
  ) {}

  @Query(() => WireClusterConnection, {
    description: 'Which articles print one wire story, and which of them is the original?',
  })
  async wireClusters(@Args() filter: WireClusterArguments): Promise<Connection<WireCluster>> {
    const query = { ...filter, workspace: this.workspace.name };
    const page = await this.queries.execute(new FindWireClusters(query));
    return toConnection(page, await this.answers.lagOf('wire-clusters'));
  }

  @Query(() => [ArticleRevisionType], {
    nullable: true,
    description: 'What did each later text of an article change, and did it say so?',
  })
  async articleRevisions(
    @Args('articleId', { type: () => ID }) articleId: string,
    @Args('asOf', AS_OF) asOf?: AsOfInput,
  ) {
    const id = this.answers.uuid('articleId', articleId);
    const article = await knownThenOrNull(['article', articleId], asOf, (then) =>
      this.queries.execute(new GetArticle(this.workspace.name, id, then)),
    );
    if (!article) return null;
    return this.queries.execute(new GetArticleRevisions(this.workspace.name, id, asOf));
  }
}
