import { foldName, InvalidFields, soughtTerms, speakerOf, type AttributionLink } from '#domain';
import { sourceId } from '#projections';
import type { AsOfRequest } from '../as-of/as-of.js';
import { Conditions } from '../conditions.js';
import { seqAfter, type PageRequest } from '../page.js';
import type { CorrectableFilter } from './correctable-filters.js';

/** Filters that every list of reports takes. */
export interface ReportFilter extends PageRequest {
  readonly workspace: string;
  readonly articleId?: string;
  readonly outlet?: string;
  /** A whole name in any spelling the record takes for the same speaker, or some words of a name. */
  readonly speaker?: string;
  /** Also reports that a revision replaced, whose article was withdrawn or that somebody retracted, at the clocks asked for. */
  readonly includeRetired?: boolean;
  readonly asOf?: AsOfRequest;
}

export function reportConditions(filter: ReportFilter): Conditions {
  const conditions = new Conditions()
    .add('report.workspace = ?', filter.workspace)
    .add('report.seq > ?', seqAfter(filter))
    .filter('report.article_id = ?', filter.articleId)
    .filter('lower(report.outlet) = lower(?)', filter.outlet);
  if (!filter.includeRetired) conditions.add(NOT_RETIRED);
  return conditions;
}

/** Who says it, in any spelling or by words of the name. @throws {InvalidFields} it has no word */
export function bySpeaker({ workspace, speaker }: ReportFilter): CorrectableFilter[] {
  if (speaker === undefined) return [];
  const anySpelling = (['person', 'group'] as const).map((kind) =>
    sourceId(workspace, { name: speaker, kind }),
  );
  const words = searchWords('speaker', speaker);
  const matches = (attribution: unknown): boolean => {
    const link = speakerOf(attribution as AttributionLink[]);
    if (!link) return false;
    return anySpelling.includes(sourceId(workspace, link)) || hasAllWords([link.name], words);
  };
  const clause = '(report.speaker_id = ANY(?::uuid[]) OR report.speaker_words @> ?::text[])';
  return [{ field: 'attribution', clause, values: [anySpelling, words], matches }];
}

/** Whether some texts have all of the folded words between them. */
export function hasAllWords(texts: readonly string[], words: readonly string[]): boolean {
  const known = new Set(texts.flatMap((text) => foldName(text).split(' ')));
  return words.every((word) => known.has(word));
}

/** Reports that stand, or stood at the clocks: see `selectReports`. */
export const NOT_RETIRED =
  'retired.superseded_seq IS NULL AND retired.withdrawn_seq IS NULL AND retraction.retracted_seq IS NULL';

/**
 * What a subject is found by: all of one of these, whichever way its hyphens are spelled.
 * @throws {InvalidFields} it has no word
 */
export function subjectSought(subject: string): readonly [asOneWord: string[], apart: string[]] {
  searchWords('subject', subject);
  return soughtTerms(subject);
}

/** The folded words of a search. @throws {InvalidFields} there are none, which would match everything */
export function searchWords(field: string, search: string): string[] {
  const words = foldName(search).split(' ').filter(Boolean);
  if (words.length === 0) throw new InvalidFields('request', { [field]: 'has no word to search for' });
  return words;
}
