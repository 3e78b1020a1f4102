import type { ArticleClustered, ArticleRevisionCompared } from '#domain';
import { reasonsOf } from '../claim-timeline/claim-decisions.js';

/** Why something was decided, or what was found, in words; of a changed text what concerns these reports. */
export function changeReasons(type: string, data: unknown, reportIds: readonly string[]): readonly string[] {
  switch (type) {
    case 'ArticleRevisionCompared':
      return [
        noticeOf(data as ArticleRevisionCompared),
        ...editsOf(data as ArticleRevisionCompared, reportIds),
      ];
    case 'ArticleClustered': {
      const { role, similarity } = data as ArticleClustered;
      return [
        `${role === 'original' ? 'the original' : 'a copy'} of a wire story, ${percent(similarity)} alike`,
      ];
    }
    default:
      return reasonsOf(data);
  }
}

const noticeOf = ({ stealth }: ArticleRevisionCompared): string =>
  stealth ? 'the article was changed without saying so' : 'the article was changed and says so';

function editsOf({ changes }: ArticleRevisionCompared, reportIds: readonly string[]): string[] {
  const ours = changes.filter(({ reportId, previousReportId }) =>
    [reportId, previousReportId].some((id) => id !== null && reportIds.includes(id)),
  );
  return ours.flatMap(({ change, kind, fields }) =>
    change === 'changed'
      ? fields.map(({ field, from, to }) => `${field}: ${inWords(from)} -> ${inWords(to)}`)
      : [`a ${kind} ${change}`],
  );
}

const inWords = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

const percent = (share: number): string => `${Math.round(share * 100)} %`;
