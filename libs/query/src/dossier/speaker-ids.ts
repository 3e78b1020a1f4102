import { sourceId } from '#projections';
import type { AsOf } from '#tracking';
import { entityFamily } from '../entities/entity-family.js';
import type { ViewsReader } from '../views-reader.js';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Ids under which reports know the source that is meant, by its id or by a name in any spelling: its own, and those merged with it by then. */
export async function speakerIds(
  views: ViewsReader,
  workspace: string,
  speaker: string,
  { recordedSeq = null }: AsOf,
): Promise<string[]> {
  const named = UUID.test(speaker)
    ? [speaker]
    : (['person', 'group'] as const).map((kind) => sourceId(workspace, { name: speaker, kind }));
  const families = await Promise.all(named.map((id) => entityFamily(views, workspace, id, recordedSeq)));
  return [...new Set([...named, ...families.flatMap(({ ids }) => ids)])];
}
