import { InvalidFields } from '#domain';
import { entityMentionTable, liveTable, sourceId } from '#projections';
import { nameKey, type AsOf } from '#tracking';
import { isUuid } from '#platform';
import type { Conditions } from '../conditions.js';
import { loadFamily, type EntityFamily } from '../entities/load-paths.js';
import { searchWords } from '../reports/report-filter.js';
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

/**
 * The source that is meant, by its id, by its name in any spelling or by a part of the name that no other has, as mergers and splits had it by
 * then.
 * @throws {InvalidFields} several have that part
 */
export async function speakerScope(
  views: ViewsReader,
  workspace: string,
  speaker: string,
  { recordedSeq = null }: AsOf,
): Promise<SpeakerScope> {
  if (isUuid(speaker)) {
    const family = await loadFamily(views, workspace, [speaker.toLowerCase()], recordedSeq);
    return scopeOf(family, new Set([family.paths.resolve(speaker.toLowerCase(), null)]));
  }
  const spelled = (['person', 'group'] as const).map((kind) => sourceId(workspace, { name: speaker, kind }));
  const partly = (await isNamed(views, workspace, spelled, recordedSeq))
    ? []
    : await namedPartly(views, workspace, speaker, recordedSeq);
  if (partly.length === 0) {
    const family = await loadFamily(views, workspace, spelled, recordedSeq);
    return scopeOf(family, new Set(spelled.map((id) => family.paths.resolve(id, nameKey(speaker)))));
  }
  const ids = partly.map(({ id }) => id);
  const family = await loadFamily(views, workspace, ids, recordedSeq);
  const meant = new Map(partly.map(({ id, name }) => [family.paths.resolve(id, nameKey(name)), name]));
  if (meant.size > 1) throw severalAreCalledSo([...meant.values()]);
  return scopeOf(family, new Set(meant.keys()));
}

const MOST_NAMES = 100;

/** Mentions of sources, known by then. */
const OF_SOURCES = `${MENTIONS} WHERE workspace = $1 AND field = 'attribution' AND ($2::bigint IS NULL OR seq <= $2)`;

async function isNamed(
  views: ViewsReader,
  workspace: string,
  spelled: readonly string[],
  recordedSeq: number | null,
): Promise<boolean> {
  const sql = `SELECT FROM ${OF_SOURCES} AND entity_id = ANY ($3::uuid[]) LIMIT 1`;
  return (await views.select(sql, [workspace, recordedSeq, spelled])).length > 0;
}

/** Sources whose names hold all words of the one that is asked for, each with one of its names. */
async function namedPartly(
  views: ViewsReader,
  workspace: string,
  speaker: string,
  recordedSeq: number | null,
): Promise<{ readonly id: string; readonly name: string }[]> {
  return views.select<{ id: string; name: string }>(
    `SELECT entity_id AS id, min(name) AS name FROM ${OF_SOURCES}
       AND name_words @> $3::text[] AND entity_id IS NOT NULL
     GROUP BY entity_id ORDER BY name, id LIMIT ${MOST_NAMES}`,
    [workspace, recordedSeq, searchWords('speaker', speaker)],
  );
}

function severalAreCalledSo(names: readonly string[]): InvalidFields {
  const shown = names.slice(0, 5).join(', ');
  return new InvalidFields('request', { speaker: `may be ${shown}: give the whole name, or the id` });
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
