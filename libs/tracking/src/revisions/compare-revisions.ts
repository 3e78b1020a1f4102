import type { ArticleRevisionCompared, ChangedField, ReportChange } from '#domain';
import { announcesChange } from './announces-change.js';
import { compareTexts, haveSameTitle, type RevisedText } from './compare-texts.js';
import { differInMarkupOnly } from './markup.js';
import { comparableFacts, matchMentions, type MatchedMention } from './match-mentions.js';
import { mentionOf, type Mention, type ReportEvent } from './mention.js';

/** One text of an article with what was read of it. */
export interface ReadRevision extends RevisedText {
  readonly reports: readonly ReportEvent[];
}

export type RevisionComparison = Pick<
  ArticleRevisionCompared,
  'extent' | 'similarity' | 'stealth' | 'changes'
>;

/**
 * What a new text of an article changed of the one before. Edits that change no word of what it reports and none of its reports are
 * trivial, and so is another way to mark up the same text, however differently it was read. Both texts are to be read by the same reader, or its changes would be taken for the article's.
 */
export function compareRevisions(before: ReadRevision, after: ReadRevision): RevisionComparison {
  const { extent, similarity } = compareTexts(before, after);
  if (haveSameTitle(before, after) && differInMarkupOnly(before.text, after.text))
    return { extent: 'trivial', similarity, stealth: false, changes: [] };
  const changes = reportChanges(mentionsOf(before), mentionsOf(after));
  const reaches = extent === 'trivial' && changes.length > 0 ? 'body' : extent;
  const stealth = reaches !== 'trivial' && !announcesChange(before.text, after.text);
  return { extent: reaches, similarity, stealth, changes };
}

function mentionsOf({ text, reports }: ReadRevision): Mention[] {
  const length = [...text].length;
  return reports.map((report) => mentionOf(report, length)).sort((a, b) => a.position - b.position);
}

/** What changed or came, in the order of the new text; then what went, in that of the old one. */
function reportChanges(before: readonly Mention[], after: readonly Mention[]): ReportChange[] {
  const { pairs, disappeared } = matchMentions(before, after);
  const partners = new Map(pairs.map((pair) => [pair.after, pair]));
  const present = after.flatMap((mention): ReportChange[] => {
    const pair = partners.get(mention);
    return pair ? changedReport(pair) : [cameOrWent(mention, 'appeared')];
  });
  return [...present, ...disappeared.map((mention) => cameOrWent(mention, 'disappeared'))];
}

function changedReport(pair: MatchedMention): ReportChange[] {
  const fields = changedFields(pair);
  if (fields.length === 0) return [];
  const { before, after } = pair;
  return [
    {
      kind: after.kind,
      change: 'changed',
      previousReportId: before.reportId,
      reportId: after.reportId,
      fields,
    },
  ];
}

function changedFields({ before, after }: MatchedMention): ChangedField[] {
  const [old, fresh] = [comparableFacts(before), comparableFacts(after)];
  return Object.keys(fresh)
    .filter((field) => JSON.stringify(old[field]) !== JSON.stringify(fresh[field]))
    .map((field) => ({ field, from: before.facts[field], to: after.facts[field] }));
}

const cameOrWent = ({ kind, reportId }: Mention, change: 'appeared' | 'disappeared'): ReportChange => ({
  kind,
  change,
  previousReportId: change === 'disappeared' ? reportId : null,
  reportId: change === 'appeared' ? reportId : null,
  fields: [],
});
