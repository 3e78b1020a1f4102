import type { ArticleClustered, ArticleRevisionCompared } from '#domain';
import { sayingSo } from '#tracking';
import { reasonsOf } from '../claim-timeline/claim-decisions.js';

/** Why something was decided, or what was found, in words. */
export function changeReasons(type: string, data: unknown): readonly string[] {
  switch (type) {
    case 'ArticleRevisionCompared':
      return [`the article was changed ${sayingSo((data as ArticleRevisionCompared).stealth)}`];
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

const percent = (share: number): string => `${Math.round(share * 100)} %`;
