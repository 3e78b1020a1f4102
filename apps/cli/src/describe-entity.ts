import type { EntityView } from '#query';
import { countInWords } from './count-in-words.js';

const MOST_ROLES = 3;

/** Id, name, kind and roles; below it every spelling with how often it stands, and what may be merged with it. */
export function describeEntity({ id, kind, name, names, roles, mergedIds, proposals }: EntityView): string {
  const what = [kind, ...roles.slice(0, MOST_ROLES)].filter(Boolean).join(', ');
  const spellings = names.map(
    (one) => `${one.name} (${one.mentions} in ${countInWords(one.articles, 'article')})`,
  );
  const lines = [
    `${id}  ${name ?? '(no name)'}${what && `  (${what})`}`,
    ...(spellings.length > 0 ? [`  ${spellings.join(', ')}`] : []),
    ...(mergedIds.length > 0 ? [`  merged into it: ${mergedIds.join(', ')}`] : []),
    ...proposals.map(
      ({ entityId, score, reasons }) =>
        `  may be ${entityId} (${score.toFixed(2)}): ${reasons.join('; ')}\n  npx claimtrail decide merge-entities ${id} ${entityId} --reason WHY (or decline-merge)`,
    ),
  ];
  return lines.join('\n');
}
