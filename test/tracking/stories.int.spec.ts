import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FormatReader } from '#article-formats';
import type { FigureReported, ReportLinked } from '#domain';
import { readArticleFile } from '../../apps/cli/src/article-files.js';
import { readSeeds } from '../support/seeds.js';
import { stories } from './story.js';
import { StoryWorld } from './story-world.js';
import { inOrder, tellStory, ToldStory } from './told-story.js';

let world: StoryWorld;
beforeAll(async () => void (world = await StoryWorld.open()));
afterAll(() => world.close());

describe('invented stories', () => {
  it.each(stories.map((story) => [story.name, story] as const))('%s', async (name, story) => {
    const { told, endedAt } = await tellStory(world, name, story);
    const { refused } = told;
    expect({ clusters: told.clusters(), refused, claims: told.claims() }).toEqual(inOrder(story.expected));
    for (const clock of ['assertedBy', 'validOn'] as const)
      for (const [day, figures] of Object.entries(story.expected[clock])) {
        const then = await ToldStory.read(world, name, { [clock]: day });
        expect([clock, day, then.figures()]).toEqual([clock, day, [...figures].sort()]);
      }
    for (const { after, figures, ...asOf } of story.expected.recordedBy ?? []) {
      const then = await ToldStory.read(world, name, { ...asOf, recordedBy: endedAt.get(after) ?? after });
      expect([after, asOf, then.figures()]).toEqual([after, asOf, [...figures].sort()]);
    }
  });
});

describe('the id in README', () => {
  const root = join(import.meta.dirname, '../..');

  /** The seeds as `up` takes them in, then the story as it is printed for `ingest`. */
  async function tellAsInReadme(workspace: string): Promise<void> {
    const formats = new FormatReader();
    for (const { file } of readSeeds().toSorted((a, b) => (a.file < b.file ? -1 : 1)))
      for await (const found of readArticleFile(join(root, 'seeds', file), formats))
        if ('body' in found) await world.ingest(workspace, found.body);
    await formats.close();
    await world.link(workspace);
    const flood = stories.find(({ name }) => name === 'story-norvale-flood')!;
    for (const { text, ...article } of flood.articles)
      await world.ingest(workspace, { ...article, text: text.join('\n\n') });
    await world.link(workspace);
  }

  it('is the claim of those killed in the flood, where the seeds came first', async () => {
    const workspace = 'default';
    await tellAsInReadme(workspace);
    const killed = new Set<string>();
    const claims = new Set<string>();
    for await (const { events } of world.store.readLog(workspace))
      for (const { type, data } of events) {
        const { metric, reportId, population, places } = data as FigureReported;
        const isOfFlood = places?.some(({ text }) => text === 'Norvale') === true;
        if (type === 'FigureReported' && metric === 'killed' && population === null && isOfFlood)
          killed.add(reportId);
        if (type === 'ReportLinked' && killed.has(reportId)) claims.add((data as ReportLinked).claimId);
      }
    const [, shown] =
      /claimtrail timeline ([0-9a-f-]{36})/.exec(readFileSync(join(root, 'README.md'), 'utf8')) ?? [];
    expect([...claims]).toEqual([shown]);
  });
});
