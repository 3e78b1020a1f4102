import { entityMentionTable, liveTable, sourceId } from '#projections';
import { nameKey, type AsOf } from '#tracking';
import { isUuid } from '#platform';
import type { Conditions } from '../conditions.js';
import { loadFamily, type EntityFamily } from '../entities/load-paths.js';
import type { ViewsReader } from '../views-reader.js';

const MENTIONS = liveTable(entityMentionTable);

/** Which reports are the words of a source: by the id that the spelling of its name gives, and the names that splits moved. */
export interface SpeakerScope {
  readonly ids: readonly string[];
  /** Names of those ids that are somebody else's. */
  readonly except: readonly SplitName[];
  /** Names of other ids that are this source's. */
  readonly also: readonly SplitName[];
}

export interface SplitName {
  readonly id: string;
  readonly key: string;
}

/** The source that is meant, by its id or by a name in any spelling, as mergers and splits had it by then. */
export async function speakerScope(
  views: ViewsReader,
  workspace: string,
  speaker: string,
  { recordedSeq = null }: AsOf,
): Promise<SpeakerScope> {
  const isId = isUuid(speaker);
  const named = isId
    ? [speaker.toLowerCase()]
    : (['person', 'group'] as const).map((kind) => sourceId(workspace, { name: speaker, kind }));
  const key = isId ? null : nameKey(speaker);
  const family = await loadFamily(views, workspace, named, recordedSeq);
  const meant = new Set(named.map((id) => family.paths.resolve(id, key)));
  return scopeOf(family, meant);
}

function scopeOf({ ids, paths, splitNames }: EntityFamily, meant: ReadonlySet<string>): SpeakerScope {
  const own = ids.filter((id) => meant.has(paths.resolve(id, null)));
  const owned = new Set(own);
  const names = ids.flatMap((id) => splitNames.map((key) => ({ id, key })));
  const isMeant = ({ id, key }: SplitName): boolean => meant.has(paths.resolve(id, key));
  return {
    ids: own,
    except: names.filter((name) => owned.has(name.id) && !isMeant(name)),
    also: names.filter((name) => !owned.has(name.id) && isMeant(name)),
  };
}

/** Keeps rows of `tracked` that the source says, as `told` has it; names are looked at only where a split moved one. */
export function addSpeaker(conditions: Conditions, { ids, except, also }: SpeakerScope): Conditions {
  const named = `EXISTS (SELECT FROM ${MENTIONS} AS held
    WHERE held.workspace = tracked.workspace AND held.report_id = tracked.report_id AND held.field = 'attribution'
      AND held.entity_id = told.said_by
      AND (held.entity_id, held.name_key) IN (SELECT * FROM unnest(?::uuid[], ?::text[])))`;
  const valuesOf = (names: readonly SplitName[]) => [names.map(({ id }) => id), names.map(({ key }) => key)];
  if (except.length === 0 && also.length === 0) return conditions.add('told.said_by = ANY(?::uuid[])', ids);
  return conditions.add(
    `(told.said_by = ANY(?::uuid[]) AND NOT ${named} OR told.said_by = ANY(?::uuid[]) AND ${named})`,
    ids,
    ...valuesOf(except),
    also.map(({ id }) => id),
    ...valuesOf(also),
  );
}
