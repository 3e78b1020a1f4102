import type { EventReader } from '#event-store';
import type { Database } from '#platform';
import { liveVersion, readCheckpoint, readParked, rebuildView, type Projection } from '#projections';
import { WORKSPACE } from '../../support/invented-articles.js';
import { viewDigest } from '../../support/view-digest.js';
import { silent } from '../chaos-database.js';
import { until } from '../scenario.js';

/** Until every view shows the whole log; a server that is just coming back is asked again. */
export async function untilLevel(
  { writer }: Database,
  reader: EventReader,
  views: readonly Projection[],
): Promise<void> {
  const head = await reader.head(WORKSPACE);
  for (const { name } of views) {
    await until(`${name} comes level with event ${head}`, async () => {
      const live = await liveVersion(writer, name);
      const key = { view: name, version: live?.version ?? 0, workspace: WORKSPACE };
      return (await readCheckpoint(writer, key)) >= head;
    });
  }
}

/** Names of the views whose rows differ from those of a rebuild from the first event on. */
export async function differingViews(
  { writer: pool }: Database,
  reader: EventReader,
  views: readonly Projection[],
): Promise<string[]> {
  const differing: string[] = [];
  for (const projection of views) {
    const live = await liveVersion(pool, projection.name);
    const options = { projection, reader, pool, workspaces: [WORKSPACE], logger: silent };
    const { version } = await rebuildView(options);
    const [lived, fresh] = [
      await viewDigest(pool, projection, live?.version ?? 0),
      await viewDigest(pool, projection, version),
    ];
    if (lived !== fresh) differing.push(projection.name);
  }
  return differing;
}

export async function countParked({ reader }: Database): Promise<number> {
  return (await readParked(reader, { workspace: WORKSPACE })).length;
}
