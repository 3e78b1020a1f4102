import {
  recluster,
  relink,
  resolveAnew,
  type ReclusterResult,
  type RelinkOptions,
  type RelinkResult,
  type ResolveAnewResult,
} from '#linking';

/** What came of one process, in fields and in words. */
export interface Linked {
  readonly outcome: 'level' | 'looked_ahead' | 'decided_anew';
  readonly line: string;
  readonly [field: string]: unknown;
}

/** Lets a new version of a process decide anew on the log, or shows what would come of it: a line, and one for each difference. */
export async function decideAnew(options: RelinkOptions): Promise<Linked> {
  const { process, dryRun } = options;
  const told = <T extends object>(result: T, inWords: (result: T, dryRun: boolean) => string): Linked => ({
    ...{ outcome: 'decided_anew', dryRun, ...result, line: inWords(result, dryRun) },
  });
  if (process.name === 'wire-clusters') return told(await recluster(options), ofClusters);
  if (process.name === 'entity-resolver') return told(await resolveAnew(options), ofEntities);
  return told(await relink(options), ofLinks);
}

interface Told {
  readonly stored: string;
  readonly counts: string;
  readonly dryRun: boolean;
}

const told = ({ stored, counts, dryRun }: Told, lines: readonly string[]): string => {
  const did = dryRun ? 'would be; nothing was recorded' : 'recorded';
  return [`decided anew over version ${stored}: ${counts} (${did})`, ...lines].join('\n  ');
};

function ofLinks({ version: { stored }, kept, added, moved }: RelinkResult, dryRun: boolean): string {
  const counts = `${kept} links kept, ${added.length} added, ${moved.length} moved`;
  return told({ stored, counts, dryRun }, [
    ...moved.map(({ reportId, from, to }) => `moved ${reportId}: ${from} -> ${to}`),
    ...added.map(({ reportId, to }) => `added ${reportId}: ${to}`),
  ]);
}

function ofClusters({ version: { stored }, kept, moved }: ReclusterResult, dryRun: boolean): string {
  const counts = `${kept} printings kept, ${moved.length} moved`;
  return told(
    { stored, counts, dryRun },
    moved.map(
      ({ articleId, from, to }) => `moved ${articleId}: ${from ?? 'no story'} -> ${to ?? 'no story'}`,
    ),
  );
}

function ofEntities(
  { version: { stored }, kept, added, withdrawn }: ResolveAnewResult,
  dryRun: boolean,
): string {
  const counts = `${kept} decisions kept, ${added.length} added, ${withdrawn.length} withdrawn`;
  const line = ({ type, entityId, otherEntityId }: ResolveAnewResult['added'][number]): string =>
    [type, entityId, otherEntityId].filter((part) => part !== null).join(' ');
  return told({ stored, counts, dryRun }, [
    ...withdrawn.map((change) => `withdrawn ${line(change)}`),
    ...added.map((change) => `added ${line(change)}`),
  ]);
}
