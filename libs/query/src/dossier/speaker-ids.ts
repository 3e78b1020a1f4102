import { sourceId } from '#projections';
import type { ViewsReader } from '../views-reader.js';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Ids under which reports know the source that is meant: by its id, or by a name in any spelling of it. */
export function speakerIds(_views: ViewsReader, workspace: string, speaker: string): Promise<string[]> {
  if (UUID.test(speaker)) return Promise.resolve([speaker]);
  const ids = (['person', 'group'] as const).map((kind) => sourceId(workspace, { name: speaker, kind }));
  return Promise.resolve(ids);
}
