import { unknownSource } from '#domain';
import { append, eventsOf, WORKSPACE } from '../../../../test/support/invented-articles.js';
import { QuestionedLog } from '../../../../test/support/questioned-log.js';
import { FindEntities } from '../index.js';
import { FindEntitiesHandler } from './entities.queries.js';

it('lists nobody whom only a pronoun names: in each article it is somebody else', async () => {
  const log = await QuestionedLog.open();
  const speakers = [unknownSource('he'), 'He Lian'];
  for (const name of ['one', 'two']) {
    const quotes = speakers.map((speaker, at) => ({ quote: `It is ${name} ${at}`, speaker }));
    const text = quotes.map(({ quote }) => quote).join('. ');
    const article = { name, publishedAt: '2031-05-04', text, statements: quotes };
    await append(log.store, article, eventsOf(article));
  }
  await log.level();
  const handler = new FindEntitiesHandler(log.views, log.store);
  const found = await handler.execute(new FindEntities(WORKSPACE, 'he'));
  expect(found.map(({ name }) => name)).toEqual(['He Lian']);
  expect(await handler.execute(new FindEntities(WORKSPACE, 'unknown'))).toEqual([]);
  await log.close();
});
