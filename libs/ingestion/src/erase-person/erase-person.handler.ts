import { createHash } from 'node:crypto';
import { buildEvent, InvalidFields } from '#domain';
import type { ArticleReader } from '#reading';
import { NO_ARTICLE } from '../article/article-stream.js';
import { ClaimStreams } from '../erase-article/claim-streams.js';
import {
  eraseStream,
  readErasable,
  type ErasureTools,
  type NewRecord,
} from '../erase-article/erase-stream.js';
import { erasable, type ErasurePlan } from '../erase-article/plan-erasure.js';
import { decideIngestion } from '../ingest-article/decide-ingestion.js';
import type {
  ArticleNamingPerson,
  ErasePerson,
  ErasePersonPreview,
  PersonErasedFromArticle,
} from './erase-person.command.js';
import { findStreams } from './find-articles.js';
import { wordsOf } from './find-names.js';
import { knownArticle } from './known-article.js';
import { maskArticle, type MaskedArticle } from './mask-article.js';
import { Person } from './person.js';

/** Operators' work, so no provider of the API: it acts with the rights of the log's owner. */
export class ErasePersonHandler {
  constructor(
    private readonly tools: ErasureTools,
    private readonly articles: ArticleReader,
  ) {}

  /** @throws {InvalidFields} a name without a letter, or a reason that names the person */
  async preview(command: ErasePerson): Promise<ErasePersonPreview> {
    const person = personOf(command);
    const { articleIds, elsewhere } = await findStreams(this.tools.reader, command.workspace, person);
    const claims = new ClaimStreams(this.tools.reader, command.workspace);
    const articles = await Promise.all(
      articleIds.map((id) => this.look(command.workspace, id, person, claims)),
    );
    return { articles: articles.filter((article) => article !== null), elsewhere };
  }

  /**
   * One transaction an article, so a run that was killed goes on when it is started again: what is masked is not found any more.
   * Yields each article as it is done.
   * @throws {InvalidFields} see `preview`
   * @throws {ErasureNotSealed} no worker sealed the log
   * @throws {WorkOverBudget} reading an article again takes too much; that article is as it was
   */
  async *execute(command: ErasePerson): AsyncGenerator<PersonErasedFromArticle> {
    const person = personOf(command);
    const { articleIds } = await findStreams(this.tools.reader, command.workspace, person);
    const claims = new ClaimStreams(this.tools.reader, command.workspace);
    for (const articleId of articleIds) {
      const done = await this.erase(command, articleId, person, claims);
      if (done) yield done;
    }
  }

  private async erase(
    { workspace, actor, reason, legalBasis }: ErasePerson,
    articleId: string,
    person: Person,
    claims: ClaimStreams,
  ): Promise<PersonErasedFromArticle | null> {
    let masked = 0;
    const order = { subject: 'person', reason, legalBasis } as const;
    const at = { workspace, actor, articleId, claims };
    const { result } = await eraseStream(this.tools, at, order, async (plan) => {
      if (!erasable(plan).some(({ data }) => person.isIn(data))) return null;
      const article = maskedOf(plan, person);
      masked = article?.masked ?? 0;
      return article ? this.recordAgain(plan, article) : { assertedAt: null, events: [] };
    });
    return result && { articleId, masked, erased: result.erased, erasureSeq: result.erasureSeq };
  }

  /** The masked text as a new one: what other people said and counted in it is read again. */
  private async recordAgain(
    { articleId, revision }: ErasurePlan,
    { sourceKey, submission, withdrawal, assertedAt }: MaskedArticle,
  ): Promise<NewRecord> {
    const reading = await this.articles.read(submission);
    const textSha256 = createHash('sha256').update(submission.text, 'utf8').digest('hex');
    const read = { articleId, sourceKey, textSha256, submission, reading, seenAt: null };
    const { events } = decideIngestion({ ...NO_ARTICLE, revision }, read);
    if (withdrawal === null) return { assertedAt, events };
    const withdrawn = buildEvent('ArticleWithdrawn', { articleId, reason: withdrawal });
    return { assertedAt, events: [...events, withdrawn] };
  }

  private async look(
    workspace: string,
    articleId: string,
    person: Person,
    claims: ClaimStreams,
  ): Promise<ArticleNamingPerson | null> {
    const plan = await readErasable(this.tools.reader, workspace, articleId, claims);
    if (plan.events.length === 0) return null;
    const article = maskedOf(plan, person);
    return {
      articleId,
      publishedAt: article?.submission.publishedAt ?? null,
      mentions: article?.masked ?? 0,
      events: erasable(plan).length,
    };
  }
}

/** The newest text with the person masked; null where no event has a text left. */
function maskedOf({ articleId, events }: ErasurePlan, person: Person): MaskedArticle | null {
  const article = knownArticle(articleId, events);
  return article && maskArticle(article, person.finderFor(events.map(({ data }) => data)));
}

function personOf({ names, reason, legalBasis }: ErasePerson): Person {
  const wordless = names.find((name) => wordsOf(name).length === 0);
  if (names.length === 0 || wordless !== undefined)
    throw new InvalidFields('erase', { '--person': 'must be a name of letters' });
  const person = new Person(names);
  for (const [option, text] of [
    ['--reason', reason],
    ['--legal-basis', legalBasis ?? ''],
  ] as const)
    if (person.isNamedIn(text))
      throw new InvalidFields('erase', { [option]: 'names the person, and it stays in the log for good' });
  return person;
}
