import { append, eventsOf, WORKSPACE } from '../../../../test/support/invented-articles.js';
import { Chance } from '../../../../test/support/chance.js';
import { LinkingLog } from '../../../../test/support/linking-log.js';
import { inventStory, writeArticle } from '../../../../test/support/wire-news/index.js';
import { ProcessOfOtherVersion, takeOver, wireClusters, type DecisionProcess } from '../index.js';

let log: LinkingLog;
let store: LinkingLog['store'];
let pool: LinkingLog['pool'];

beforeEach(async () => {
  log = await LinkingLog.open();
  ({ store, pool } = log);
});

afterEach(() => log.close());

const catchUp = (process: DecisionProcess) => log.catchUp(process);

const chance = new Chance(11);
const STORY = writeArticle(chance, inventStory(chance));

async function print(name: string, hour: number): Promise<void> {
  const article = { name, text: STORY, publishedAt: `2031-03-07T${hour}:00:00Z`, outlet: `${name} Post` };
  await append(store, article, eventsOf(article));
}

const clustered = async () => {
  const events = await store.readAll(WORKSPACE, { types: ['ArticleClustered'], limit: 100 });
  return events.map(({ data }) => (data as { clusterId: string }).clusterId);
};

describe('a new version of the wire clusters', () => {
  it('keeps what the one before decided, and goes on from there', async () => {
    await print('a', 10);
    await print('b', 11);
    await catchUp(wireClusters);
    const before = await clustered();
    expect(before).toHaveLength(2);

    const newer: DecisionProcess = { ...wireClusters, version: '2.0.0' };
    await expect(catchUp(newer)).rejects.toThrow(ProcessOfOtherVersion);
    await takeOver({ process: newer, store, pool: pool, workspace: WORKSPACE });
    await catchUp(newer);
    expect(await clustered()).toEqual(before);

    await print('c', 12);
    await catchUp(newer);
    expect(await clustered()).toEqual([...before, before[0]]);
  });
});
